import pytest

from tests.builders.domain import PEOPLE
from ui.widgets.powers import only_owners, only_reviewers

LENA, MARC, NORA = PEOPLE
pytestmark = pytest.mark.in_english


def test_who_may_is_not_stopped():
    assert only_owners(NORA, "people") == ""
    assert only_reviewers(MARC, "days") == only_reviewers(NORA, "days") == ""


def test_others_read_who_may_and_who_they_are():
    assert only_owners(MARC, "people") == (
        "Only an owner may change people; you are Marc Fournier, reviewer."
    )
    assert only_reviewers(LENA, "days") == (
        "A reviewer or an owner changes days; you are Lena Brandt, planner."
    )


@pytest.mark.parametrize("powers", [only_owners, only_reviewers])
def test_nobody_is_asked_to_choose_first(powers):
    assert powers(None, "people").startswith("Choose who you are first")
