"""How grave a team finds what a rule or a family of rules raises."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.flag import Severity, family_of
from app.domain.market import MarketId

EVERY_MARKET = MarketId("")
"""For what a team decides for all its markets at once."""


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """An owner's word on a rule such as `timing.hours`, or on a family such as `timing`."""

    rule: str
    severity: Severity
    reason: str
    market: MarketId = EVERY_MARKET

    def covers(self, rule: str, market: MarketId) -> bool:
        """Tell whether it speaks of a rule in a market."""
        return self.rule in (rule, family_of(rule)) and self.market in (market, EVERY_MARKET)


def deciding(
    severities: Iterable[SeverityRule], rule: str, market: MarketId
) -> SeverityRule | None:
    """Return the word that counts for a rule in a market, or nothing where nobody has spoken.

    The most specific one: on the rule before its family, then for the market before all markets.
    """
    covering = (one for one in severities if one.covers(rule, market))
    return max(covering, key=_how_specific, default=None)


def _how_specific(one: SeverityRule) -> tuple[bool, bool]:
    return "." in one.rule, one.market != EVERY_MARKET
