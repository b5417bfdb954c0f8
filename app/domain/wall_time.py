"""Local clock times: plans are wall time plus IANA zone, never a stored UTC for the future."""

from datetime import UTC, datetime
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo


class ClockTime(Enum):
    """Whether a local clock time happens once, never or twice."""

    ONCE = "once"
    NEVER = "never"
    TWICE = "twice"


@cache
def zone_of(name: str) -> ZoneInfo:
    """Return a zone by its IANA name; Python itself keeps no more than eight of them."""
    return ZoneInfo(name)


def clock_time(local: datetime, zone: str) -> ClockTime:
    """Tell whether the clocks of a zone show a local time once, never (gap) or twice (overlap)."""
    early, late = (local.replace(tzinfo=zone_of(zone), fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return ClockTime.ONCE
    returned = early.astimezone(UTC).astimezone(zone_of(zone)).replace(tzinfo=None)
    return ClockTime.TWICE if returned == local.replace(fold=0) else ClockTime.NEVER


def instant_of(local: datetime, zone: str) -> datetime:
    """Return the UTC instant of a local time; of the two in an overlap, the earlier."""
    return local.replace(tzinfo=zone_of(zone), fold=0).astimezone(UTC)


def local_at(instant: datetime, zone: str) -> datetime:
    """Return what the clocks of a zone show at an instant, without a zone."""
    return instant.astimezone(zone_of(zone)).replace(tzinfo=None, fold=0)


def stamp(moment: datetime) -> str:
    """Return ISO-8601 UTC with milliseconds, as stored for all that has happened."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_stamp(text: str) -> datetime:
    """Return the aware UTC moment of a stored stamp."""
    return datetime.fromisoformat(text)
