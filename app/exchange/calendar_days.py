"""Dates as planners write them: their order guessed for the whole sheet, never for one cell."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from unicodedata import normalize

from app.domain.wall_time import instant_of
from app.exchange.calendar_words import WORDS, month_names, names_no_day, without_weekday
from app.exchange.cells import Cell, UnreadableError, folded
from app.exchange.clock_times import FoundClock, clock_time_in, to_the_minute
from app.wording import _

_SERIALS = range(30_000, 80_000)
"""Serial numbers of days from 1982 to 2119; others are no dates of a plan."""
_YEARS = range(1980, 2120)
"""Years of plans; others are mistakes, such as the year 1900 of an empty cell in Excel."""
_PAST_DAYS = 31
"""How far a date without a year may lie back before it means the next year."""
_CENTURY = 100

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
_COMPACT = re.compile(r"(?P<year>20\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
NUMERIC = re.compile(
    r"(?P<one>\d{1,2})\s?(?P<mark>[-/.])\s?(?P<two>\d{1,2})"
    r"(?:\s?(?P=mark)\s?(?P<year>\d{4}|\d{2})(?!\d)|\.(?!\d)|(?![\d.:/-]))"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?"
_DAY_BEFORE = re.compile(rf"{_DAY}(?:\s+(?:of|de))?", re.IGNORECASE)
_DAY_AFTER = re.compile(rf"[\s.,/-]*{_DAY}(?![\d:])", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"[\s.,/-]+(?:de\s+)?(?P<year>\d{2})(?![\d:.h])", re.IGNORECASE)
_FULL_YEAR = re.compile(r"(?<!\d)(20\d{2}|'\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class FoundDay:
    """What a cell says about the day; without a day the post belongs into the tray."""

    day: date | None = None
    clock: time | None = None
    """The time that stands beside the date in the same cell."""
    instant: datetime | None = None
    """Set where the cell names a moment with its offset from UTC."""
    is_year_guessed: bool = False
    contradicts_weekday: bool = False
    """Whether the cell names a weekday that is not the day's own."""
    is_span: bool = False
    """Whether an end of the time is named as well."""


@dataclass(frozen=True, slots=True)
class _Years:
    """What tells the year of a date that is written without one."""

    today: date
    weekdays: frozenset[int]

    def dated(self, year: str | None, month: int, day: int) -> date | None:
        """Return the date, of the year that is written or else of the next one that fits."""
        if year:
            return date_or_nothing(full_year(year), month, day)
        earliest = self.today - timedelta(days=_PAST_DAYS)
        this_year = self.today.year
        coming = [date_or_nothing(n, month, day) for n in range(this_year - 1, this_year + 5)]
        days = [found for found in coming if found and found >= earliest]
        same_weekday = [found for found in days if found.weekday() in self.weekdays]
        return next(iter(same_weekday or days), None)


def read_day(cell: Cell, *, day_first: bool | None, today: date, epoch: date) -> FoundDay:
    """Return the day in a cell; UnreadableError if it is no date, or can be read both ways."""
    value = cell.value
    if isinstance(value, datetime):
        if value.year not in _YEARS:
            raise _no_date(cell.text)
        moment = to_the_minute(value)
        return FoundDay(moment.date(), moment.time() if cell.has_clock else None)
    if isinstance(value, float):
        return _from_serial(value, cell.text, epoch)
    text = cell.text
    if text.replace(".", "", 1).isdecimal() and _SERIALS.start <= float(text) < _SERIALS.stop:
        return _from_serial(float(text), text, epoch)
    return day_in(text, day_first=day_first, today=today)


def at_clock(day: FoundDay, clock: FoundClock, *, zone: str = "") -> FoundDay:
    """Return a day with the time of another cell; on the clock of a zone it is a moment.

    `zone` counts where the time itself names none.
    """
    both = replace(day, clock=clock.at or day.clock, is_span=clock.is_span)
    zone = clock.zone or zone
    if not zone or both.day is None or both.clock is None:
        return both
    return replace(both, instant=instant_of(datetime.combine(both.day, both.clock), zone))


@lru_cache(maxsize=4096)
def day_in(text: str, *, day_first: bool | None, today: date) -> FoundDay:
    """Return the day that a text names; UnreadableError as in `read_day`."""
    plain = " ".join(normalize("NFKC", text).split())
    if names_no_day(plain):
        return FoundDay()
    moment = _with_offset(plain)
    if moment:
        return FoundDay(instant=moment)
    weekdays, rest = without_weekday(plain)
    years = _Years(today, weekdays)
    found = _numeric(rest, day_first=day_first, years=years) or _in_words(rest, years)
    if found is None:
        raise _no_date(text)
    day, is_year_guessed, left = found
    clock = _clock_after(left, text)
    contradicts = bool(weekdays) and day.weekday() not in weekdays
    return FoundDay(day, clock, is_year_guessed=is_year_guessed, contradicts_weekday=contradicts)


def _numeric(text: str, *, day_first: bool | None, years: _Years) -> tuple[date, bool, str] | None:
    """Return the date at the start of a text, whether its year is guessed, and what follows."""
    known = _YEAR_FIRST.match(text) or _COMPACT.match(text)
    if known:
        day = date_or_nothing(int(known["year"]), int(known["month"]), int(known["day"]))
        return (day, False, text[known.end() :]) if day else None
    found = NUMERIC.match(text)
    if not found:
        return None
    one, two = int(found["one"]), int(found["two"])
    readings = {True: (two, one), False: (one, two)}
    if day_first is None and found["mark"] == ".":
        day_first = True
    wanted = readings.values() if day_first is None else (readings[day_first],)
    days = [day for month, number in wanted if (day := years.dated(found["year"], month, number))]
    if len(set(days)) > 1:
        raise UnreadableError(
            _(
                "“{text}” can mean {one} or {two}. Choose for the sheet whether the day or the "
                "month comes first and import again."
            ).format(text=text, one=days[0].isoformat(), two=days[1].isoformat())
        )
    return (days[0], not found["year"], text[found.end() :]) if days else None


def _in_words(text: str, years: _Years) -> tuple[date, bool, str] | None:
    """Return the date with a month's name, as `9. November 2027` or `Nov 9th`."""
    months = month_names()
    word = next((w for w in WORDS.finditer(text) if folded(w[0]) in months), None)
    if word is None:
        return None
    month = months[folded(word[0])]
    before, after = text[: word.start()].strip(" .-/"), text[word.end() :]
    year, after = _taken(_FULL_YEAR, after)
    if before:
        number = _DAY_BEFORE.fullmatch(before)
        if not year and (short := _SHORT_YEAR.match(after)):
            year, after = short["year"], after[short.end() :]
    elif number := _DAY_AFTER.match(after):
        after = after[number.end() :]
    if number is None:
        return None
    day = years.dated(year.strip("'"), month, int(number["day"]))
    return (day, not year, after) if day else None


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """Return what a pattern finds, and the text without it."""
    found = pattern.search(text)
    if found is None:
        return "", text
    return found[1], text[: found.start()] + " " + text[found.end() :]


def _clock_after(left: str, text: str) -> time | None:
    rest = re.sub(
        r"^(?:de|of|,|\.|-|–|\||t|at|um|à|a las|alle|às|@|\s)+", "", left, flags=re.IGNORECASE
    )
    rest = rest.strip(" ,.()")
    if not rest:
        return None
    try:
        return clock_time_in(rest)
    except UnreadableError as error:
        raise _no_date(text) from error


def _with_offset(text: str) -> datetime | None:
    """Return the moment of an ISO text that names its offset from UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return to_the_minute(moment) if moment.tzinfo and moment.year in _YEARS else None


def _from_serial(value: float, text: str, epoch: date) -> FoundDay:
    if int(value) not in _SERIALS:
        raise _no_date(text)
    moment = to_the_minute(datetime.combine(epoch, time()) + timedelta(days=value))
    return FoundDay(moment.date(), moment.time() if value % 1 else None)


def full_year(year: str) -> int:
    """Return the year that two or four digits mean; two are of this century."""
    return int(year) + (2000 if int(year) < _CENTURY else 0)


def date_or_nothing(year: int, month: int, day: int) -> date | None:
    """Return the date, or nothing where no plan's calendar has such a day."""
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _no_date(text: str) -> UnreadableError:
    return UnreadableError(
        _("“{text}” is not a date. Correct the cell and import again.").format(text=text)
    )
