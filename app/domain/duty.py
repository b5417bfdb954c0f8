"""Who is there to answer, in which market, when: shifts, a pattern for each week, and gaps."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NewType

from app.domain.market import EVERY_WEEKDAY, MarketId
from app.domain.person import PersonId
from app.domain.wall_time import instant_of, local_at

DutyId = NewType("DutyId", str)

EVERY_MARKET = MarketId("")
"""Of duty that covers all markets."""
NO_DAYS_OFF: frozenset[date] = frozenset()
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's duty from one local moment to another, whatever day it is."""

    id: DutyId
    person: PersonId
    market: MarketId
    starts: datetime
    ends: datetime
    zone: str
    """IANA zone of both moments."""


@dataclass(frozen=True, slots=True)
class Week:
    """One person's duty on some weekdays; where it ends before it starts, on the next day."""

    id: DutyId
    person: PersonId
    market: MarketId
    starts: time
    ends: time
    """00:00 is the end of the day."""
    zone: str
    weekdays: frozenset[int] = EVERY_WEEKDAY
    """Monday is 0."""
    on_holidays: bool = False
    """Whether it counts on public holidays of the market too."""
    since: date = date.min
    until: date = date.max

    def counts_on(self, day: date, days_off: Collection[date]) -> bool:
        """Tell whether the pattern begins on a local day."""
        is_off = day in days_off and not self.on_holidays
        return day.weekday() in self.weekdays and self.since <= day <= self.until and not is_off

    def on(self, day: date) -> "Span":
        """Return the time of duty that begins on a local day."""
        last = day if self.ends > self.starts else day + _ONE_DAY
        return Span(
            instant_of(datetime.combine(day, self.starts), self.zone),
            instant_of(datetime.combine(last, self.ends), self.zone),
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which no weekly pattern counts: nobody is there unless a shift says so."""

    id: DutyId
    market: MarketId
    starts: datetime
    ends: datetime
    zone: str


Duty = Shift | Week | Gap
"""Whatever a roster is made of."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of time, in UTC."""

    starts: datetime
    ends: datetime

    @property
    def length(self) -> timedelta:
        """How long it is; nothing is shorter than nothing."""
        return max(self.ends - self.starts, timedelta())

    def within(self, other: "Span") -> "Span":
        """Return the part of it that lies in another one."""
        return Span(max(self.starts, other.starts), min(self.ends, other.ends))


@dataclass(frozen=True)
class Roster:
    """All duty that counts, in an order that does not depend on chance."""

    shifts: tuple[Shift, ...] = ()
    weeks: tuple[Week, ...] = ()
    gaps: tuple[Gap, ...] = ()
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the hash once: it is asked for with every post."""
        object.__setattr__(self, "_hash", hash((self.shifts, self.weeks, self.gaps)))

    def __hash__(self) -> int:
        """Return what was worked out when it was made."""
        return self._hash

    @property
    def is_known(self) -> bool:
        """Whether anybody has ever been put on duty: without it there is nothing to say."""
        return bool(self.shifts or self.weeks)

    def of(self, market: MarketId) -> "Roster":
        """Return what concerns one market."""
        return _of(self, market) if self.is_known or self.gaps else self

    def near(self, day: date | None) -> "Roster":
        """Return what can matter for a post of a local day; nothing for a post without one."""
        if day is None or not self.is_known:
            return NO_ROSTER
        return _near(self, day)

    def on_duty(
        self, market: MarketId, instant: datetime, days_off: Collection[date] = NO_DAYS_OFF
    ) -> tuple[PersonId, ...]:
        """Return who can be called for a market at an instant, each once.

        `days_off` are public holidays of the market, on which most weekly patterns rest.
        """
        moment = Span(instant.astimezone(UTC), instant.astimezone(UTC) + timedelta(minutes=1))
        there = self.of(market).duty(moment, days_off)
        return tuple(
            dict.fromkeys(person for person, span in there if span.starts <= moment.starts)
        )

    def uncovered(self, span: Span, days_off: Collection[date] = NO_DAYS_OFF) -> tuple[Span, ...]:
        """Return the pieces of a time in which nobody is there, the earliest first."""
        found, start = [], span.starts
        for one in sorted(covered for _person, covered in self.duty(span, days_off)):
            if one.starts > start:
                found.append(Span(start, one.starts))
            start = max(start, one.ends)
        if start < span.ends:
            found.append(Span(start, span.ends))
        return tuple(found)

    def duty(
        self, span: Span, days_off: Collection[date] = NO_DAYS_OFF
    ) -> Iterator[tuple[PersonId, Span]]:
        """Yield who is there and when, within a time; a shift counts in a gap too."""
        for shift in self.shifts:
            covered = _in_utc(shift).within(span)
            if covered.length:
                yield shift.person, covered
        gaps = [_in_utc(gap) for gap in self.gaps]
        for week in self.weeks:
            for covered in _of_week(week, span, days_off):
                yield from ((week.person, piece) for piece in _without(covered, gaps))


NO_ROSTER = Roster()
"""Of a team that has not said who is there."""


@lru_cache(maxsize=512)
def _of(roster: Roster, market: MarketId) -> Roster:
    fitting = (market, EVERY_MARKET)
    return Roster(
        tuple(one for one in roster.shifts if one.market in fitting),
        tuple(one for one in roster.weeks if one.market in fitting),
        tuple(one for one in roster.gaps if one.market in fitting),
    )


@lru_cache(maxsize=4096)
def _near(roster: Roster, day: date) -> Roster:
    """Return the duty of a day and of those beside it: zones are less than a day apart."""
    first = day - min(2 * _ONE_DAY, day - date.min)
    last = day + min(2 * _ONE_DAY, date.max - day)
    return Roster(
        tuple(one for one in roster.shifts if _touches(one.starts, one.ends, first, last)),
        tuple(one for one in roster.weeks if one.since <= last and one.until >= first),
        tuple(one for one in roster.gaps if _touches(one.starts, one.ends, first, last)),
    )


def _touches(starts: datetime, ends: datetime, first: date, last: date) -> bool:
    return starts.date() <= last and ends.date() >= first


def _in_utc(one: Shift | Gap) -> Span:
    return Span(instant_of(one.starts, one.zone), instant_of(one.ends, one.zone))


def _of_week(week: Week, span: Span, days_off: Collection[date]) -> Iterator[Span]:
    day = local_at(span.starts, week.zone).date() - _ONE_DAY
    last = local_at(span.ends, week.zone).date()
    while day <= last:
        if week.counts_on(day, days_off):
            covered = week.on(day).within(span)
            if covered.length:
                yield covered
        day += _ONE_DAY


def _without(span: Span, gaps: Iterable[Span]) -> list[Span]:
    pieces = [span]
    for gap in gaps:
        cut = (
            part
            for piece in pieces
            for part in (
                Span(piece.starts, min(piece.ends, gap.starts)),
                Span(max(piece.starts, gap.ends), piece.ends),
            )
        )
        pieces = [part for part in cut if part.length]
    return pieces
