"""How grave a team finds what the rules raise."""

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.severity_rule import SeverityRule
from app.errors import RefusedError
from app.storage.severities import all_severities, save_severity

NIGHT, EVERY_MARKET, GERMANY = "timing.night", MarketId(""), MarketId("de")


def choose(desk, severity, market=EVERY_MARKET, who="olga"):
    save_severity(
        desk.engine,
        desk.stamp(who),
        rule=NIGHT,
        market=market,
        severity=severity,
        reason="We are awake",
    )


def test_the_newest_word_on_a_rule_in_a_market_counts(desk, engine):
    assert all_severities(engine) == ()
    choose(desk, Severity.NOTE)
    choose(desk, Severity.CAUTION)
    choose(desk, Severity.STOP, GERMANY)
    assert all_severities(engine) == (
        SeverityRule(NIGHT, Severity.CAUTION, "We are awake"),
        SeverityRule(NIGHT, Severity.STOP, "We are awake", GERMANY),
    )


def test_a_word_that_was_taken_back_does_not_count(desk, engine):
    choose(desk, Severity.NOTE)
    choose(desk, Severity.STOP, GERMANY)
    choose(desk, None, GERMANY)
    assert all_severities(engine) == (SeverityRule(NIGHT, Severity.NOTE, "We are awake"),)


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_only_an_owner_says_how_grave_something_is(desk, who):
    with pytest.raises(RefusedError, match="Only an owner"):
        choose(desk, Severity.NOTE, who=who)
