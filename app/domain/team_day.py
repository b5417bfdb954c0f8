"""Days that a team adds to those of the program, and days that it switches off."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.observance import Tone

EVERY_MARKET = MarketId("")

TEAM_ID = "team-"
"""What the id of a team day begins with, so that it is never taken for a day of the program."""

MOST_DAYS = 1_000
"""Of a team: all of them are looked at for each market and year."""

LONGEST_TEXT = 2_000
"""Characters of a reason or of another text of a day."""


@dataclass(frozen=True, slots=True)
class TeamDay:
    """An occasion that the team has added."""

    id: str
    """Begins with TEAM_ID."""
    name: str
    rule: str
    """A date, or a rule of `app/days/rules.py`; ` for 3 days` may follow."""
    tone: Tone
    severity: Severity
    markets: tuple[MarketId, ...] = ()
    """Where it counts; none for every market."""
    why: str = ""
    terms: tuple[str, ...] = ()
    clash: str = ""
    source: str = ""

    def counts_in(self, market: MarketId) -> bool:
        """Tell whether it counts in a market."""
        return not self.markets or market in self.markets


@dataclass(frozen=True, slots=True)
class DaySwitch:
    """What somebody has decided about a day: it does not count in a market, or it does again."""

    observance: str
    market: MarketId
    """EVERY_MARKET for all of them."""
    is_off: bool
    by: str
    """The person's name."""
    reason: str

    def concerns(self, market: MarketId) -> bool:
        """Tell whether it was decided for a market, alone or among all."""
        return self.market in (EVERY_MARKET, market)


@dataclass(frozen=True)
class TeamCalendar:
    """All that a team has decided about days; the newest switch stands last."""

    days: tuple[TeamDay, ...] = ()
    switches: tuple[DaySwitch, ...] = ()

    def __hash__(self) -> int:
        """Asked for with every post: worked out once, however many days there are."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.days, self.switches))

    def of(self, market: MarketId) -> "TeamCalendar":
        """Return what counts in one market: of the switches only those that are off there."""
        return _of(self, market)

    @cached_property
    def remembered(self) -> tuple[TeamDay, ...]:
        """Its own days of mourning and silence: their names are looked for in texts."""
        return tuple(day for day in self.days if day.tone in (Tone.MOURNING, Tone.SOLEMN))

    @cached_property
    def without_days(self) -> "TeamCalendar":
        """The switches alone, for the days of other countries."""
        return TeamCalendar(switches=self.switches)


@lru_cache(maxsize=1024)
def _of(calendar: TeamCalendar, market: MarketId) -> TeamCalendar:
    newest = {one.observance: one for one in calendar.switches if one.concerns(market)}
    return TeamCalendar(
        tuple(replace(day, markets=()) for day in calendar.days if day.counts_in(market)),
        tuple(replace(one, market=market) for one in newest.values() if one.is_off),
    )


NO_CALENDAR = TeamCalendar()
"""Of a team that has decided nothing about days."""
