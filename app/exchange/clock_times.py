"""Times of day as planners write them, in the languages of the columns."""

import re
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


def read_clock_time(cell: Cell) -> time | None:
    """Return the time of day in a cell, to the minute; nothing for an empty one.

    UnreadableError if it is no time, or one with seconds.
    """
    value = cell.value
    if isinstance(value, datetime):
        return to_the_minute(value).time()
    if isinstance(value, time):
        return to_the_minute(datetime.combine(datetime.min, value)).time()
    if isinstance(value, float) and 0 <= value < 1:
        return to_the_minute(datetime.min + timedelta(days=value)).time()
    return clock_time_in(cell.text) if cell.text else None


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
    elif plain.isdecimal():
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
