"""All that a risk is judged by, beside the post itself."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.days.daybook import DayBook
from app.domain.channel import Channel
from app.domain.companion import Companion
from app.domain.hold import Hold
from app.domain.market import Market, MarketId
from app.domain.observance import Observance
from app.domain.post import Post
from app.domain.team import NO_TEAM, Team
from app.risks.networks import Network, Networks


@lru_cache(maxsize=512)
def _land(country: str) -> Market:
    return Market(MarketId(country), country, country, country, (), "UTC")


@dataclass(frozen=True, slots=True)
class Facts:
    """Where the post would land, what is known of days and networks, what is held and decided."""

    market: Market
    channel: Channel
    days: DayBook
    holds: tuple[Hold, ...]
    networks: Networks
    team: Team = NO_TEAM
    """What the team has decided for this market."""
    written_for: date | None = None
    """The day for which the post's text was written; nothing where it never stood elsewhere."""
    companions: tuple[Companion, ...] = ()
    """Other posts that count beside this one."""
    confirmed_hashtags: frozenset[str] | None = None
    """Folded ones that a person has looked at for this market; nothing where nobody keeps them."""

    @property
    def network(self) -> Network | None:
        """The network of the channel, or nothing where it is not known."""
        return self.networks.find(self.channel.network)

    def observances(self, post: Post) -> tuple[Observance, ...]:
        """Return what the post's day means in its market, the worst first; nothing in the tray."""
        day = post.content.day
        return () if day is None else self.on(day)

    def on(self, day: date) -> tuple[Observance, ...]:
        """Return what a day means in the market, as the team has decided."""
        return self.days.on(self.market, day, self.team.calendar)

    def bands(self, day: date) -> tuple[Observance, ...]:
        """Return the month-long occasions of a day in the market, as the team has decided."""
        return self.days.bands(self.market, day, day, self.team.calendar)[day]

    def beside(self, post: Post) -> tuple[Observance, ...]:
        """Return what the post's day stands beside in its market; nothing in the tray."""
        day = post.content.day
        return () if day is None else self.days.beside(self.market, day, self.team.calendar)

    def abroad(self, country: str, day: date | None) -> tuple[Observance, ...]:
        """Return what a day means in another country, by the calendar of the market."""
        calendar = self.team.calendar.without_days
        return () if day is None else self.days.on(_land(country), day, calendar)
