"""What the program knows beside the calendar: days and networks, loaded once and passed on."""

from dataclasses import dataclass
from functools import cached_property

from app.days.daybook import DayBook
from app.domain.channel import Channel
from app.domain.hold import Hold
from app.domain.market import Market
from app.domain.team import NO_TEAM, Team
from app.risks.facts import Facts
from app.risks.networks import Networks


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Day knowledge and network limits as loaded once; safe to read from several threads."""

    days: DayBook
    networks: Networks

    @classmethod
    def load(cls, language: str = "en") -> "Knowledge":
        """Load the data files of the program; names of days in the reader's language."""
        return cls(DayBook.load(language), Networks.load())

    def warm_up(self) -> None:
        """Load what takes long, so that the first real question is answered at once."""
        # a calendar is shown before any text is read
        # what reads texts; a calendar is shown without
        from app.risks import (  # noqa: F401, PLC0415
            assess,
            index,
            language,
            reading,
        )

        language.warm_up()
        reading.warm_up()

    @cached_property
    def version(self) -> str:
        """The version of the day knowledge, as decisions record it."""
        return self.days.version

    def facts(
        self,
        market: Market,
        channel: Channel,
        holds: tuple[Hold, ...] = (),
        team: Team = NO_TEAM,
    ) -> Facts:
        """Return what the rules may look at for posts of one channel."""
        return Facts(market, channel, self.days, holds, self.networks, team.of(market.id))
