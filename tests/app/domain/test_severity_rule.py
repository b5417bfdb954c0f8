"""How grave a team finds what a rule raises."""

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.severity_rule import SeverityRule, deciding

GERMANY, FRANCE = MarketId("m-de"), MarketId("m-fr")
FAMILY = SeverityRule("timing", Severity.NOTE, "Family")
FAMILY_THERE = SeverityRule("timing", Severity.STOP, "Family there", GERMANY)
RULE = SeverityRule("timing.night", Severity.NOTE, "Rule")
RULE_THERE = SeverityRule("timing.night", Severity.STOP, "Rule there", GERMANY)


@pytest.mark.parametrize(
    ("spoken", "decides"),
    [
        ((), None),
        ((FAMILY,), FAMILY),
        ((FAMILY, FAMILY_THERE), FAMILY_THERE),
        ((FAMILY_THERE, RULE), RULE),
        ((RULE_THERE, RULE, FAMILY_THERE, FAMILY), RULE_THERE),
    ],
)
def test_the_most_specific_word_counts(spoken, decides):
    assert deciding(spoken, "timing.night", GERMANY) == decides
    assert deciding(spoken[::-1], "timing.night", GERMANY) == decides


def test_a_word_on_another_market_rule_or_family_does_not_count():
    assert deciding((FAMILY_THERE, RULE_THERE), "timing.night", FRANCE) is None
    assert deciding((RULE,), "timing.hours", GERMANY) is None
    assert deciding((FAMILY,), "day.solemn", GERMANY) is None
