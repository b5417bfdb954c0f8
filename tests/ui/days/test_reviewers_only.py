import pytest

from tests.builders.domain import PEOPLE
from ui.days.reviewers_only import why_not_by, why_not_owned

pytestmark = pytest.mark.in_english


def test_a_planner_is_told_who_may_and_others_are_not_stopped():
    planner, reviewer, owner = PEOPLE
    assert why_not_by(planner) == (
        "A reviewer or an owner changes days; you are Lena Brandt, planner."
    )
    assert why_not_by(None).startswith("Choose who you are first")
    assert why_not_by(reviewer) == why_not_by(owner) == ""


def test_only_an_owner_says_where_the_brand_is_at_home():
    planner, reviewer, owner = PEOPLE
    assert why_not_owned(owner) == ""
    assert "Marc Fournier, reviewer" in why_not_owned(reviewer)
    assert "Lena Brandt, planner" in why_not_owned(planner)
    assert why_not_owned(None).startswith("Choose who you are first")
