"""The rules by which a day is found, worked out for any year."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Protocol

from app.days.feasts import orthodox_easter, tomb_sweeping_day, western_easter
from app.days.lunar import HEBREW_MONTHS, hebrew_date, islamic_dates
from app.days.public import dates_of
from app.errors import InvalidInputError
from app.wording import _

YEARS = range(1900, 2201)
"""Years for which dates are given."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MON, _TUE, _WED, _THU, _FRI, _SAT, _SUN = range(7)
_A_LEAP_YEAR = 2000
_MONTHS_OF_THE_MOON = range(1, 13)
_HEBREW_MINUS_CIVIL = 3760

SHIFTS = {
    "": {},
    "sunday": {_SAT: 1},
    "yomhashoah": {_FRI: -1, _SUN: 1},
    "yomhazikaron": {_THU: -1, _FRI: -2, _SUN: 1},
    "rabin": {_FRI: -1},
}
"""By how many days a Hebrew date moves when it falls on a weekday."""


class Rule(Protocol):
    """How the dates of an occasion are found."""

    def __hash__(self) -> int:
        """Equal rules have equal dates, worked out once."""

    def near(self, year: int) -> Iterable[date | None]:
        """Return what the rule gives for a year, even where that falls just outside it."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same date every year."""

    month: int
    day: int

    def near(self, year: int) -> Iterable[date | None]:
        """Return the date; 29 February only in leap years."""
        yield _date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Once:
    """One date of one year."""

    day: date

    def near(self, year: int) -> Iterable[date | None]:
        """Return the date in its own year."""
        yield self.day if self.day.year == year else None


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th weekday of a month; -1 is the last."""

    n: int
    weekday: int
    month: int

    def near(self, year: int) -> Iterable[date | None]:
        """Return the date, or none where the month has no fifth such weekday."""
        first = date(year, self.month, 1)
        found = first + timedelta(days=(self.weekday - first.weekday()) % 7)
        days = [found + timedelta(weeks=week) for week in range(5)]
        days = [day for day in days if day.month == self.month]
        index = self.n - 1 if self.n > 0 else len(days) + self.n
        yield days[index] if 0 <= index < len(days) else None


@dataclass(frozen=True, slots=True)
class Before:
    """The n-th weekday strictly before a date, counted backwards."""

    n: int
    weekday: int
    month: int
    day: int

    def near(self, year: int) -> Iterable[date | None]:
        """Return the date."""
        if anchor := _date(year, self.month, self.day):
            days = (anchor.weekday() - self.weekday - 1) % 7 + 1 + 7 * (self.n - 1)
            yield anchor - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class OnOrAfter:
    """The first weekday on or after a date."""

    weekday: int
    month: int
    day: int

    def near(self, year: int) -> Iterable[date | None]:
        """Return the date."""
        if anchor := _date(year, self.month, self.day):
            yield anchor + timedelta(days=(self.weekday - anchor.weekday()) % 7)


@dataclass(frozen=True, slots=True)
class Easter:
    """A number of days from Western or Orthodox Easter Sunday."""

    offset: int
    is_orthodox: bool = False

    def near(self, year: int) -> Iterable[date | None]:
        """Return the date."""
        sunday = orthodox_easter(year) if self.is_orthodox else western_easter(year)
        yield sunday + timedelta(days=self.offset)


@dataclass(frozen=True, slots=True)
class Hebrew:
    """A day of the Hebrew calendar, moved off certain weekdays."""

    day: int
    month: int
    shift: str = ""

    def near(self, year: int) -> Iterable[date | None]:
        """Return the date in the Hebrew year that covers most of the civil one."""
        if found := hebrew_date(self.day, self.month, year + _HEBREW_MINUS_CIVIL):
            yield found + timedelta(days=SHIFTS[self.shift].get(found.weekday(), 0))


@dataclass(frozen=True, slots=True)
class Islamic:
    """A day of the Umm al-Qura calendar: right to one day, since it depends on sighting."""

    day: int
    month: int

    def near(self, year: int) -> Iterable[date | None]:
        """Return the dates, sometimes two in a year."""
        return islamic_dates(self.day, self.month, year)


@dataclass(frozen=True, slots=True)
class TombSweeping:
    """The Chinese solar term Qingming."""

    def near(self, year: int) -> Iterable[date | None]:
        """Return the date."""
        yield tomb_sweeping_day(year)


@dataclass(frozen=True, slots=True)
class Library:
    """The dates that the `holidays` package gives for a name."""

    country: str
    language: str
    name: str

    def near(self, year: int) -> Iterable[date | None]:
        """Return the dates, or none beyond the years that the package knows."""
        return dates_of(self.country, self.language, self.name, year)


@dataclass(frozen=True, slots=True)
class Daily:
    """Every day at one time; it has moments and no dates."""

    at: time

    def near(self, year: int) -> Iterable[date | None]:  # noqa: ARG002  a rule like the others
        """Return nothing: no day is more than another."""
        return ()


@lru_cache(maxsize=8192)
def dates_in(rule: Rule, year: int) -> tuple[date, ...]:
    """Return the dates of a rule in a year between 1900 and 2200, in order; often one."""
    if year not in YEARS:
        return ()
    found = {day for near in (year - 1, year, year + 1) for day in rule.near(near)}
    return tuple(sorted(day for day in found if day and day.year == year))


def parse_rule(text: str) -> Rule:
    """Return the rule that a line of the grammar describes; InvalidInputError if it is none."""
    kind, _space, rest = text.strip().partition(" ")
    for name, pattern, make in _GRAMMAR:
        if name == kind and (match := re.fullmatch(pattern, rest.strip())):
            try:
                return make(*(group or "" for group in match.groups()))
            except (ValueError, KeyError):
                break
    raise InvalidInputError(
        _("“{rule}” is no rule for a date; the head of the file lists them.").format(rule=text)
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fixed(month: str, day: str) -> Rule:
    return Fixed(*_month_and_day(month, day))


def _nth(n: str, weekday: str, month: str) -> Rule:
    if abs(int(n)) not in range(1, 6):
        raise ValueError(n)
    return Nth(int(n), WEEKDAYS.index(weekday), date(_A_LEAP_YEAR, int(month), 1).month)


def _before(n: str, weekday: str, month: str, day: str) -> Rule:
    if int(n) < 1:
        raise ValueError(n)
    return Before(int(n), WEEKDAYS.index(weekday), *_month_and_day(month, day))


def _on_or_after(weekday: str, month: str, day: str) -> Rule:
    return OnOrAfter(WEEKDAYS.index(weekday), *_month_and_day(month, day))


def _hebrew(day: str, month: str, shift: str) -> Rule:
    if shift not in SHIFTS or int(day) not in range(1, 31):
        raise ValueError(shift)
    return Hebrew(int(day), HEBREW_MONTHS[month], shift)


def _islamic(day: str, month: str) -> Rule:
    if int(month) not in _MONTHS_OF_THE_MOON or int(day) not in range(1, 31):
        raise ValueError(month)
    return Islamic(int(day), int(month))


def _month_and_day(month: str, day: str) -> tuple[int, int]:
    anchor = date(_A_LEAP_YEAR, int(month), int(day))
    return anchor.month, anchor.day


_GRAMMAR: tuple[tuple[str, str, Callable[..., Rule]], ...] = (
    ("once", r"(\d{4}-\d\d-\d\d)", lambda day: Once(date.fromisoformat(day))),
    ("fixed", r"(\d\d)-(\d\d)", _fixed),
    ("nth", r"(-?\d) (\w{3}) (\d\d?)", _nth),
    ("before", r"(\d) (\w{3}) (\d\d)-(\d\d)", _before),
    ("onafter", r"(\w{3}) (\d\d)-(\d\d)", _on_or_after),
    ("easter", r"(-?\d{1,3})", lambda offset: Easter(int(offset))),
    ("pascha", r"(-?\d{1,3})", lambda offset: Easter(int(offset), is_orthodox=True)),
    ("hebrew", r"(\d\d?) (\w+)(?: (\w+))?", _hebrew),
    ("islamic", r"(\d\d?) (\d\d?)", _islamic),
    ("solar", r"qingming", TombSweeping),
    ("library", r"([A-Z]{2}) (\w+) (.+)", Library),
    ("daily", r"(\d\d:\d\d)", lambda at: Daily(time.fromisoformat(at))),
)
