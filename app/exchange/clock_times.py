"""Times of day as planners write them, in the languages of the columns."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from unicodedata import normalize

from app.exchange.cells import Cell, UnreadableError
from app.wording import _

_HOURS = 24
_NOON = 12

_CLOCK = re.compile(
    r"""(?P<hour>\d{1,2})
        (?: \s*[:.h]\s*(?P<minute>\d{2}) (?: [:.](?P<second>\d{2})(?:\.0+)? )? )?
        \s* (?P<word>h|uhr|hrs?|ore?|horas?|heures?|hours|o'?clock)?
        (?: \s*(?P<after>\d{2}) (?<=\s\d\d) )?
        \s* (?P<half>[ap]\.?\s?m\.?)?""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"(?P<hour>\d{1,2})(?P<minute>\d{2})(?:\s*(?:h|hrs|uhr))?")
_NOONS = frozenset(
    {"noon", "midday", "12 noon", "mittag", "mittags", "midi", "mediodía", "meio-dia"}
    | {"mezzogiorno"}
)
_VAGUE = frozenset(
    {"tbd", "tba", "tbc", "?", "-", "–", "—", "n/a", "any", "anytime", "any time", "flexible"}
    | {"all day", "morning", "late morning", "afternoon", "early afternoon", "evening", "lunch"}
    | {"lunchtime", "night", "am", "pm", "offen", "folgt", "flexibel", "egal", "ganztägig"}
    | {"morgens", "früh", "vormittag", "vormittags", "nachmittag", "nachmittags", "abend"}
    | {"abends", "nachts", "matin", "matinée", "après-midi", "soir", "soirée", "à définir"}
    | {"à confirmer", "mañana", "por la mañana", "tarde", "por la tarde", "noche", "por definir"}
    | {"por confirmar", "manhã", "tarde", "noite", "a definir", "mattina", "pomeriggio", "sera"}
    | {"da definire"}
)
_BEFORE = re.compile(
    r"(?:ab|von|de|between|entre|zwischen|ca\.?|circa|around|about|approx\.?|at|from|um|gegen|"
    r"à|vers|dès|a las?|sobre las|alle|verso le|às|~|@)\s*(?=\d)"
)
_SPAN = re.compile(r"(?<=\S)\s*(?:[-–—]|\bbis\b|\bto\b|\buntil\b|\bà\b|\ba\b|\balle\b)\s*(?=\d)")
_ZONE = re.compile(r"[\s(\[]{1,9}(?P<zone>[A-Z]{2,4})[)\]]?$")
_ZONES = {
    **dict.fromkeys(("CET", "CEST", "MEZ", "MESZ", "HNEC"), "Europe/Berlin"),
    **dict.fromkeys(("UTC", "GMT"), "UTC"),
    **dict.fromkeys(("BST", "UK"), "Europe/London"),
    **dict.fromkeys(("ET", "EST", "EDT"), "America/New_York"),
    **dict.fromkeys(("PT", "PST", "PDT"), "America/Los_Angeles"),
    **dict.fromkeys(("EET", "EEST"), "Europe/Athens"),
    **dict.fromkeys(("AEST", "AEDT"), "Australia/Sydney"),
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong",
    "MSK": "Europe/Moscow",
    "TRT": "Europe/Istanbul",
}
"""Where the clocks are by which people write a time; names that several places use are left out.

Planners write CET the whole year round: what is meant is the clock of the place.
"""
_FRACTION = re.compile(r"0?(?:,(\d+)|\.(\d{3,}))")


@dataclass(frozen=True, slots=True)
class FoundClock:
    """What a cell says about the time of day; without a time the market's usual hour is taken."""

    at: time | None = None
    zone: str = ""
    """The IANA zone whose clock is meant, where the cell names one."""
    is_span: bool = False
    """Whether the cell names an end as well."""


def zone_in(header: str) -> str:
    """Return the IANA zone that a header names in brackets, as `Time (CET)`; nothing else."""
    named = re.search(r"[(\[](?P<zone>[A-Z]{2,4})(?: time)?[)\]]", header)
    return _ZONES.get(named["zone"], "") if named else ""


def read_clock_time(cell: Cell) -> FoundClock:
    """Return what a cell says about the time of day, to the minute; nothing for an empty one.

    UnreadableError if it is no time, or one with seconds.
    """
    value = cell.value
    if isinstance(value, datetime):
        return FoundClock(to_the_minute(value).time())
    if isinstance(value, time):
        return FoundClock(to_the_minute(datetime.combine(datetime.min, value)).time())
    if isinstance(value, float) and 0 <= value < 1:
        return FoundClock(_of_day(value))
    return _clock_in(cell.text)


def _clock_in(text: str) -> FoundClock:
    if text.casefold().strip(" .") in _VAGUE or not text:
        return FoundClock()
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        return FoundClock(_of_day(float(f"0.{fraction[1] or fraction[2]}")))
    named = _ZONE.search(text)
    zone = _ZONES.get(named["zone"], "") if named else ""
    rest = text[: named.start()] if named and zone else text
    first, *end = _SPAN.split(rest, maxsplit=1)
    found = _try(rest) if not end else None
    if found is None and end and _try(end[0]):
        found = _try(_with_half_of(first, end[0])) or _try(first)
    return FoundClock(found or clock_time_in(text), zone, is_span=bool(end) and found is not None)


def _with_half_of(first: str, end: str) -> str:
    """Return the beginning of a span with the words that stand after its end, as in `9-10 am`."""
    after = re.search(r"\s*[^\d\s:.]+\.?\s*$", end)
    return f"{first}{after[0]}" if after else first


def _try(text: str) -> time | None:
    with suppress(UnreadableError):
        return clock_time_in(_BEFORE.sub("", text.strip().casefold(), count=1))
    return None


def _of_day(fraction: float) -> time:
    return to_the_minute(datetime.min + timedelta(days=fraction)).time()


@lru_cache(maxsize=4096)
def clock_time_in(text: str) -> time:
    """Return the time that a text such as `9h30`, `0930`, `9:30 pm` or `21 Uhr` names."""
    plain = " ".join(normalize("NFKC", text).casefold().split())
    if plain in _NOONS:
        return time(_NOON)
    clock = _CLOCK.fullmatch(plain)
    if clock and (clock["minute"] or clock["word"] or clock["half"] or clock["after"]):
        found = _time(
            int(clock["hour"]),
            int(clock["minute"] or clock["after"] or 0),
            int(clock["second"] or 0),
            (clock["half"] or "")[:1],
        )
    elif digits := _DIGITS.fullmatch(plain):
        found = _time(int(digits["hour"]), int(digits["minute"]), 0, "")
    elif plain.isdecimal() and len(plain) <= len("00"):
        found = _time(int(plain), 0, 0, "")
    else:
        found = None
    if found is None:
        raise UnreadableError(
            _("“{text}” is not a time of day. Write it as 09:30 and import again.").format(
                text=text
            )
        )
    return found


def _time(hour: int, minute: int, second: int, half: str) -> time | None:
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour >= _HOURS or minute >= 60 or second:  # noqa: PLR2004  # minutes of an hour
        return None
    return time(hour, minute)


def to_the_minute(moment: datetime) -> datetime:
    """Return a moment without the error of a spreadsheet's fractions of a day.

    UnreadableError if it has seconds.
    """
    rounded = (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
    if abs(rounded - moment) > timedelta(seconds=1):
        raise UnreadableError(
            _("{time} has seconds. Write a full minute and import again.").format(
                time=f"{moment:%H:%M:%S}"
            )
        )
    return rounded
