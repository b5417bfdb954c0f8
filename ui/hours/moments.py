"""What lasts for a part of a day only: quiet minutes and eves."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time

from app.commands.dates import clock as clock_words
from app.commands.day_hours import DAY, Stretch
from app.domain.observance import Observance
from ui.calendar.day_words import observance_name


def timed(observances: Iterable[Observance]) -> Iterator[Observance]:
    """Yield what lasts for a part of the day: quiet minutes and eves, the longest first."""
    parts = [one for one in observances if one.starts is not None]
    yield from sorted(parts, key=lambda one: stretch_of(one).starts - stretch_of(one).ends)


def stretch_of(one: Observance) -> Stretch:
    """Return which minutes of its day an observance takes; midnight is its end."""
    starts = one.starts.hour * 60 + one.starts.minute if one.starts else 0
    ends = one.ends.hour * 60 + one.ends.minute if one.ends else 0
    return Stretch(starts, ends if ends > starts else DAY)


def moment_words(one: Observance) -> str:
    """Return when it begins and ends, and what it is called."""
    part = stretch_of(one)
    first = clock_words(_moment(one, part.starts))
    last = clock_words(_moment(one, part.ends % DAY))
    name = observance_name(replace(one, starts=None))
    return f"{first}–{last} {name}"


def _moment(one: Observance, minute: int) -> datetime:
    return datetime.combine(one.day, time(minute // 60, minute % 60))
