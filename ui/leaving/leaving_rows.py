"""Posts near their time in the order of the clock: what has gone, now, and then hour by hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from app.commands import dates
from app.commands.leaving import Leaving
from app.domain.wall_time import local_at
from app.wording import _

HOURS_ALONE = 6
"""So many hours from now have a heading of their own."""
QUARTER = 6
"""Hours that share a heading after that."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between posts: how far ahead they are, and which hour that is."""

    words: str
    detail: str
    is_now: bool = False


Row = Heading | Leaving


def rows_of(entries: Sequence[Leaving], now: datetime, mine: str) -> tuple[Row, ...]:
    """Return headings and posts, the soonest first; the line of the present moment is among them.

    The next hours have a heading each, and later ones share it by quarters of a day. Hours are
    those of the reader's own clock.
    """
    gone = [one for one in entries if one.instant <= now]
    to_come = [one for one in entries if one.instant > now]
    rows: list[Row] = []
    if gone:
        rows += [Heading(_("Just before"), ""), *gone]
    rows.append(Heading(_("Now"), dates.moment(local_at(now, mine)), is_now=True))
    rows += _ahead(to_come, now, mine)
    return tuple(rows)


def _ahead(entries: Sequence[Leaving], now: datetime, mine: str) -> Iterator[Row]:
    here = _beginning(local_at(now, mine), 1)
    beginnings = {one: _stretch(local_at(one.instant, mine), here) for one in entries}
    for (starts, hours), group in groupby(entries, key=beginnings.__getitem__):
        yield _heading(starts, hours, here)
        yield from group


def _stretch(local: datetime, here: datetime) -> tuple[datetime, int]:
    """Return the start and the hours of what a moment shares its heading with."""
    hour = _beginning(local, 1)
    quarter = max(_beginning(local, QUARTER), here + HOURS_ALONE * _HOUR)
    return (hour, 1) if hour < here + HOURS_ALONE * _HOUR else (quarter, QUARTER)


def _heading(starts: datetime, hours: int, here: datetime) -> Heading:
    day = dates.day_name(starts.date(), "short")
    ends = _beginning(starts, hours) + hours * _HOUR
    times = f"{dates.clock(starts)}–{dates.clock(ends)}"
    if hours > 1:
        return Heading(day, times)
    ahead = _("This hour") if starts == here else dates.distance(starts - here)
    return Heading(ahead[:1].upper() + ahead[1:], f"{day}, {times}")


def _beginning(local: datetime, hours: int) -> datetime:
    """Return when the stretch of so many hours begins in which a moment lies."""
    return local.replace(hour=local.hour // hours * hours, minute=0, second=0, microsecond=0)
