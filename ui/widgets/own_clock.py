"""The reader's own clock beside the market's."""

from datetime import datetime

from PySide6.QtCore import QTimeZone

from app.commands.dates import clock, moment
from app.domain.wall_time import instant_of, local_at
from app.wording import _


def own_zone() -> str:
    """Return the IANA zone of this computer."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()


def own_time(local: datetime, zone: str, mine: str) -> str:
    """Return `08:00 your time`, with the day where it differs; nothing where the clocks agree."""
    here = local_at(instant_of(local, zone), mine)
    if here == local:
        return ""
    words = clock(here) if here.date() == local.date() else moment(here)
    return _("{time} your time").format(time=words)
