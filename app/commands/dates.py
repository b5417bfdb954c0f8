"""Days, times, zones and languages as people read them, in a language that is always said."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import (
    format_date,
    format_interval,
    format_skeleton,
    format_time,
    format_timedelta,
)
from babel.dates import get_timezone_location as city_of

from app.days import weeks
from app.domain import wall_time

DayForm = Literal["short", "dated", "long", "weekday", "brief"]

_EVERYDAY_FORMS = {"en": "en_GB"}
"""English without a country puts the day first and counts 24 hours, as most markets do."""
_QUOTED = re.compile("(“[^”]*”)")
_ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])", re.ASCII)


@lru_cache(maxsize=4096)
def day_name(day: date, form: DayForm = "short", locale: str = "en") -> str:
    """Return a day in a form, from `Tue 10 Nov` and `Tue, 10 Nov 2026` to `Tu`."""
    reader = _reader(locale)
    match form:
        case "short":
            return format_skeleton("MMMEd", _midnight(day), locale=reader)
        case "dated":
            return format_skeleton("yMMMEd", _midnight(day), locale=reader)
        case "long":
            return format_date(day, "full", locale=reader)
        case "weekday":
            return format_date(day, "EEEE", locale=reader)
        case "brief":
            return format_date(day, "EEEEEE", locale=reader)


def day_written(words: str) -> str:
    """Return a day that is written as 2026-11-09, as people read it; nothing for other words."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return ""
    return day_name(day, "long") if words == day.isoformat() else ""


def days_written_out(sentence: str) -> str:
    """Return a sentence with its days as people read them; what it quotes stays as it is."""
    pieces = _QUOTED.split(sentence)
    pieces[::2] = [_ISO_DAY.sub(_written_out, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _written_out(found: re.Match[str]) -> str:
    return day_written(found[0]) or found[0]


@lru_cache(maxsize=512)
def month_name(year: int, month: int, locale: str = "en") -> str:
    """Return a month as `Nov 2026`."""
    return format_skeleton("yMMM", datetime(year, month, 1), locale=_reader(locale))


def span_name(first: date, last: date, locale: str = "en") -> str:
    """Return the days from first to last, both included, as `9–22 Nov 2026`."""
    return format_interval(first, last, skeleton="yMMMd", locale=_reader(locale))


def clock(local: datetime, locale: str = "en") -> str:
    """Return the time of day as `14:30`, or as the language writes it."""
    return _time_of_day(local.time(), locale)


@lru_cache(maxsize=4096)
def _time_of_day(at: time, locale: str) -> str:
    return format_time(at, "short", locale=_reader(locale))


def moment(local: datetime, locale: str = "en") -> str:
    """Return day and time as `Tue 10 Nov, 14:30`."""
    return f"{day_name(local.date(), 'short', locale)}, {clock(local, locale)}"


def moment_seen_from(year: int, local: datetime, locale: str = "en") -> str:
    """Return day and time; what stands in another year than this says so."""
    form: DayForm = "short" if local.year == year else "dated"
    return f"{day_name(local.date(), form, locale)}, {clock(local, locale)}"


def distance(time: timedelta, locale: str = "en") -> str:
    """Return how far ahead a moment is, or how long ago it was: `in 2 hours`, `3 days ago`.

    Below two of a unit the smaller one is used: what goes out tomorrow is not `in 2 days`.
    """
    return format_timedelta(time, add_direction=True, threshold=2, locale=_reader(locale))


def is_zone(name: str) -> bool:
    """Tell whether there is a zone of this IANA name."""
    try:
        wall_time.zone_of(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return False
    return True


def zone_name(zone: str, at: datetime, locale: str = "en") -> str:
    """Return what a zone is called at a local time and how far it is from UTC: `CET, UTC+1`.

    A zone without an abbreviation is called by its city: `Sao Paulo, UTC−3`.
    """
    there = _at(zone, at)
    abbreviation = there.tzname() or ""
    name = abbreviation if abbreviation.isalpha() else city_name(zone, locale)
    offset = offset_name(zone, at)
    return offset if name == "UTC" else f"{name}, {offset}"


def offset_name(zone: str, at: datetime) -> str:
    """Return how far the clocks of a zone are from UTC at a local time: `UTC+5:30`, `UTC−3`."""
    offset = _at(zone, at).utcoffset() or timedelta(0)
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC+0" if zone != "UTC" else "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"


@lru_cache(maxsize=1024)
def city_name(zone: str, locale: str = "en") -> str:
    """Return the city that an IANA zone is named after."""
    return city_of(zone, locale=_reader(locale), return_city=True)


@lru_cache(maxsize=1024)
def language_name(tag: str, locale: str = "en") -> str:
    """Return what a BCP 47 language is called, or the tag itself where nobody knows it."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(Locale.parse(locale))
    except (UnknownLocaleError, ValueError):
        return tag
    return name or tag


def is_weekend(day: date, country: str) -> bool:
    """Tell whether a day belongs to the weekend of a country (ISO 3166-1), such as Friday in SA."""
    return day.weekday() in weekend(country)


def weekend(country: str) -> frozenset[int]:
    """Return the days of a country's weekend, Monday being 0; Saturday and Sunday if unknown."""
    return weeks.weekend(country)


def first_weekday(country: str) -> int:
    """Return the day with which weeks begin in a country, Monday being 0; Monday if unknown."""
    return weeks.first_weekday(country)


@lru_cache(maxsize=512)
def week_number(day: date, country: str) -> str:
    """Return the number of a week by its first day, as a country counts them."""
    try:
        there = Locale.parse(f"und_{country}")
    except (UnknownLocaleError, ValueError):
        there = Locale.parse("de")  # as ISO 8601 counts
    return format_date(day, "w", locale=there)


@lru_cache(maxsize=512)
def month_written_out(year: int, month: int, locale: str = "en") -> str:
    """Return a month as `November 2026`."""
    return format_skeleton("yMMMM", datetime(year, month, 1), locale=_reader(locale))


@lru_cache(maxsize=64)
def _reader(locale: str) -> Locale:
    return Locale.parse(_EVERYDAY_FORMS.get(locale, locale))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _at(zone: str, at: datetime) -> datetime:
    there = wall_time.zone_of(zone)
    return at.astimezone(there) if at.tzinfo else at.replace(tzinfo=there)
