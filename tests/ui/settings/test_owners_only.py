import pytest

from tests.builders.domain import PEOPLE
from ui.settings.owners_only import why_not_by

LENA, MARC, NORA = PEOPLE


def test_an_owner_may():
    assert why_not_by(NORA, "people") == ""


@pytest.mark.in_english
def test_others_read_who_may_and_who_they_are():
    assert why_not_by(MARC, "people") == (
        "Only an owner may change people; you are Marc Fournier, reviewer."
    )


@pytest.mark.in_english
def test_nobody_is_asked_to_choose_first():
    assert why_not_by(None, "people").startswith("Choose who you are first")
