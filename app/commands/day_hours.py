"""The hours of a day in a market: when it publishes, who is there, and how the clocks go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from app.commands.setting import Setting
from app.days.days_off import days_off
from app.domain.duty import NO_DAYS_OFF, Roster, Span
from app.domain.market import Market
from app.domain.wall_time import ClockTime, clock_time, instant_of, local_at, zone_of

DAY = 24 * 60
"""Minutes on the clocks of a day."""
MORNING = 6 * 60
"""Where a market has no publishing hours, what comes before is night."""
_STEP = 15
"""Clocks go forward and back at such minutes of an hour."""
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a day, in minutes that the clocks of the market show."""

    starts: int
    ends: int

    def holds(self, minute: int) -> bool:
        """Tell whether a minute belongs to it."""
        return self.starts <= minute < self.ends


@dataclass(frozen=True, slots=True)
class DayHours:
    """What the hours of a day are like in a market."""

    closed: tuple[Stretch, ...] = ()
    """Outside its publishing hours, or at night where it has none."""
    unattended: tuple[Stretch, ...] | None = None
    """When nobody is on duty; nothing where there is no roster."""
    skipped: Stretch | None = None
    """What the clocks jump over."""
    doubled: Stretch | None = None
    """What the clocks show twice."""


def day_hours(setting: Setting, market: Market, day: date) -> DayHours:
    """Return what the hours of a day are like in a market; the first of a year is slow."""
    roster = setting.team.roster.of(market.id)
    return DayHours(
        closed=closed_on(market, day),
        unattended=_unattended(roster, market, day) if roster.is_known else None,
        skipped=_clocks(market.zone, day, ClockTime.NEVER),
        doubled=_clocks(market.zone, day, ClockTime.TWICE),
    )


def closed_on(market: Market, day: date) -> tuple[Stretch, ...]:
    """Return when a market does not publish on a day: outside its hours, else at night."""
    hours = market.hours
    if hours is None:
        return (Stretch(0, MORNING),)
    edges = sorted({0, _minute(hours.opens), _minute(hours.closes), DAY})
    parts = (Stretch(start, end) for start, end in pairwise(edges))
    return _joined(part for part in parts if not hours.contain(_at(day, part.starts)))


def _unattended(roster: Roster, market: Market, day: date) -> tuple[Stretch, ...]:
    starts = instant_of(datetime.combine(day, time()), market.zone)
    ends = instant_of(datetime.combine(day + _ONE_DAY, time()), market.zone)
    gaps = roster.near(day).uncovered(Span(starts, ends), _days_off(roster, market, day))
    parts = (
        Stretch(_minute_of(gap.starts, market.zone, day), _minute_of(gap.ends, market.zone, day))
        for gap in gaps
    )
    return _joined(part for part in parts if part.ends > part.starts)


def _days_off(roster: Roster, market: Market, day: date) -> frozenset[date]:
    if all(week.on_holidays for week in roster.weeks):
        return NO_DAYS_OFF
    near = (day - _ONE_DAY, day, day + _ONE_DAY)
    return frozenset(
        one for one in near if one in days_off(market.country, market.subdivisions, one.year)
    )


def _clocks(zone: str, day: date, wanted: ClockTime) -> Stretch | None:
    """Return the part of a day that the clocks of a zone never show, or show twice."""
    midnight = datetime.combine(day, time(), zone_of(zone))
    if midnight.utcoffset() == (midnight + _ONE_DAY).utcoffset():
        return None
    found = [
        minute for minute in range(0, DAY, _STEP) if clock_time(_at(day, minute), zone) is wanted
    ]
    return Stretch(found[0], found[-1] + _STEP) if found else None


def _joined(parts: Iterator[Stretch]) -> tuple[Stretch, ...]:
    """Return parts of a day of which none begins where another ends."""
    found: list[Stretch] = []
    for part in parts:
        if found and found[-1].ends >= part.starts:
            found[-1] = Stretch(found[-1].starts, max(part.ends, found[-1].ends))
        else:
            found.append(part)
    return tuple(found)


def _minute_of(instant: datetime, zone: str, day: date) -> int:
    local = local_at(instant, zone)
    return DAY if local.date() > day else _minute(local.time())


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60))
