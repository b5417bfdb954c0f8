"""A day and its quiet minute on one post are one thing to weigh: the day's answer carries both."""

from collections.abc import Collection
from dataclasses import replace

from app.domain.flag import Flag
from app.wording import _

DAY, MINUTE = "day.solemn", "day.moment"


def carried(flags: Collection[Flag]) -> dict[str, Flag]:
    """Return the day that answers for a quiet minute, by key of the minute's flag.

    Only where both weigh the same: a minute that weighs more is answered by itself.
    """
    days = {flag.key.removeprefix(f"{DAY}:"): flag for flag in flags if flag.rule == DAY}
    found = {}
    for flag in flags:
        day = days.get(flag.key.removeprefix(f"{MINUTE}:")) if flag.rule == MINUTE else None
        if day is not None and day.severity is flag.severity:
            found[flag.key] = day
    return found


def told_shortly(minute: Flag, day: Flag) -> Flag:
    """Return the flag of a minute without what its day has said already."""
    way_out = _("What you give to “{day}” answers this too.").format(day=day.headline)
    return replace(minute, why="", source="", source_url="", way_out=way_out)
