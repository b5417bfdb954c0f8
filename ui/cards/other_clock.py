"""A second time beside the market's own: that of the reader, or of a zone they have chosen."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.commands import dates
from app.domain.wall_time import instant_of, local_at, zone_of
from app.wording import _


@dataclass(frozen=True, slots=True)
class OtherClock:
    """The clocks of a zone that is read beside each market's own time."""

    zone: str
    is_own: bool = False
    """Whether it is the zone of this computer."""

    @property
    def name(self) -> str:
        """What it is called: “you” for the reader, else the city of the zone."""
        return _("You") if self.is_own else dates.city_name(self.zone)

    @property
    def whose(self) -> str:
        """Whose times it tells, as a sentence goes on: the reader's own, or those of a city."""
        return _("your own") if self.is_own else self.name

    def time(self, local: datetime, zone: str) -> str:
        """Return the time there when it is `local` in a zone, with +1 or −1 on another day."""
        there = local_at(instant_of(local, zone), self.zone)
        days = (there.date() - local.date()).days
        shift = f" {'+' if days > 0 else '−'}{abs(days)}" if days else ""
        return f"{dates.clock(there)}{shift}"

    def forms(self, local: datetime | None, zone: str) -> tuple[str, ...]:
        """Return what a card says of it, the longest first; nothing where the clocks agree."""
        if local is None or not self._ahead(local, zone):
            return ()
        time = self.time(local, zone)
        named = _("{time} your time") if self.is_own else _("{time} {city}")
        return named.format(time=time, city=dates.city_name(self.zone)), time

    def difference(self, zone: str, at: datetime) -> str:
        """Return how far its clocks are ahead of those of a zone, such as `Tokyo: +8 h`."""
        minutes = round(self._ahead(at, zone).total_seconds() / 60)
        if not minutes:
            return _("{place}: same time").format(place=self.name)
        hours, rest = divmod(abs(minutes), 60)
        ahead = f"{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02d}" if rest else "")
        return _("{place}: {hours} h").format(place=self.name, hours=ahead)

    def _ahead(self, local: datetime, zone: str) -> timedelta:
        instant = instant_of(local, zone)
        here, there = (instant.astimezone(zone_of(name)).utcoffset() for name in (zone, self.zone))
        return (there or timedelta(0)) - (here or timedelta(0))
