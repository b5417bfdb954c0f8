"""Posts near their time in the order of the clock: what has gone, now, and then hour by hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from app.commands import dates
from app.commands.leaving import Leaving
from app.domain.wall_time import local_at
from app.wording import _

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

    Hours are those of the reader's own clock.
    """
    gone = [one for one in entries if one.instant <= now]
    to_come = [one for one in entries if one.instant > now]
    rows: list[Row] = []
    if gone:
        rows += [Heading(_("Just before"), ""), *gone]
    rows.append(Heading(_("Now"), dates.moment(local_at(now, mine)), is_now=True))
    rows += _hour_by_hour(to_come, now, mine)
    return tuple(rows)


def _hour_by_hour(entries: Sequence[Leaving], now: datetime, mine: str) -> Iterator[Row]:
    this_hour = _hour_of(local_at(now, mine))
    for hour, group in groupby(entries, key=lambda one: _hour_of(local_at(one.instant, mine))):
        found = list(group)
        ahead = _("This hour") if hour == this_hour else dates.distance(hour - this_hour)
        last = hour + _HOUR
        day = dates.day_name(hour.date(), "short")
        yield Heading(
            ahead[:1].upper() + ahead[1:], f"{day}, {dates.clock(hour)}–{dates.clock(last)}"
        )
        yield from found


def _hour_of(local: datetime) -> datetime:
    return local.replace(minute=0, second=0, microsecond=0)
