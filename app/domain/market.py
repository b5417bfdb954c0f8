"""Where a message lands: a market with its languages, zone and publishing hours."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import NewType

MarketId = NewType("MarketId", str)

EVERY_WEEKDAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class PublishingHours:
    """When a market publishes, in its own time; `closes` at 00:00 means the end of the day.

    Where it closes before it opens, it does so on the next day.
    """

    opens: time
    closes: time
    weekdays: frozenset[int] = EVERY_WEEKDAY
    """Monday is 0."""

    def contain(self, local: datetime) -> bool:
        """Tell whether a local moment lies within the hours of its weekday."""
        at, today = local.time(), local.weekday()
        if self.opens < self.closes or self.closes == time(0):
            is_open = at >= self.opens and (self.closes == time(0) or at < self.closes)
            return is_open and today in self.weekdays
        if at >= self.opens:
            return today in self.weekdays
        return at < self.closes and (today - 1) % 7 in self.weekdays


@dataclass(frozen=True, slots=True)
class Market:
    """One market: country by ISO 3166-1, subdivisions by 3166-2, languages by BCP 47."""

    id: MarketId
    code: str
    """Unique and short; the first part of a post's number, as in DE-0142."""
    name: str
    country: str
    languages: tuple[str, ...]
    zone: str
    """IANA name, such as Europe/Berlin."""
    region: str = ""
    subdivisions: tuple[str, ...] = ()
    hours: PublishingHours | None = None
