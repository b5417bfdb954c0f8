"""Occasions that last for weeks, over all markets: from which day to which, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.market import MarketId
from app.domain.observance import Observance

Days = Mapping[date, tuple[Observance, ...]]
"""The long occasions of each day."""


@dataclass(frozen=True, slots=True)
class LongOccasion:
    """One occasion of weeks, as far as it lies in the days that were asked for."""

    name: str
    why: str
    first: date
    last: date
    markets: tuple[MarketId, ...]
    """Where it is kept, in the order of the calendar."""


def long_occasions(found: Mapping[MarketId, Days]) -> tuple[LongOccasion, ...]:
    """Return each long occasion once, the earliest first; what differs by market stands apart."""
    spans: dict[tuple[str, date, date], list[MarketId]] = {}
    whys: dict[str, str] = {}
    for market, days in found.items():
        for name, kept in _days_by_name(days, whys).items():
            spans.setdefault((name, min(kept), max(kept)), []).append(market)
    made = [
        LongOccasion(name, whys[name], first, last, tuple(markets))
        for (name, first, last), markets in spans.items()
    ]
    return tuple(sorted(made, key=lambda one: (one.first, one.last, one.name)))


def _days_by_name(days: Days, whys: dict[str, str]) -> dict[str, list[date]]:
    kept: dict[str, list[date]] = {}
    for day, meanings in days.items():
        for one in meanings:
            kept.setdefault(one.name, []).append(day)
            whys.setdefault(one.name, one.why)
    return kept
