"""The version of the rules."""

from app.risks.rules_version import RULES_NUMBER, RULES_VERSION


def test_the_version_begins_with_a_number_that_can_be_compared():
    assert RULES_VERSION.partition(".")[0] == str(RULES_NUMBER)
