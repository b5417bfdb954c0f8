import pytest

from tests.builders.domain import PEOPLE
from ui.duty.reviewers_only import why_not_by

pytestmark = pytest.mark.in_english


def test_a_planner_reads_who_keeps_the_roster_and_others_nothing():
    planner, reviewer, owner = PEOPLE
    assert "you are Lena Brandt, planner" in why_not_by(planner)
    assert "Choose who you are" in why_not_by(None)
    assert why_not_by(reviewer) == why_not_by(owner) == ""
