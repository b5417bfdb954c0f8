"""What a team has decided about risks, beside its posts and the program's own data."""

from dataclasses import dataclass, field, replace

from app.domain.duty import NO_ROSTER, Roster
from app.domain.market import MarketId
from app.domain.place import Place
from app.domain.severity_rule import EVERY_MARKET, SeverityRule
from app.domain.team_day import NO_CALENDAR, TeamCalendar
from app.domain.team_term import NO_TERMS, TeamTerms


@dataclass(frozen=True, slots=True)
class Team:
    """What counts in one calendar, in an order that does not depend on chance."""

    home: str = ""
    """Country in which the brand is at home (ISO 3166-1); its solemn days count everywhere."""
    places: tuple[Place, ...] = ()
    """Accounts and web addresses of all markets: those of others concern each of them."""

    severities: tuple[SeverityRule, ...] = ()
    """How grave it finds what the rules raise."""

    calendar: TeamCalendar = field(default=NO_CALENDAR, repr=False)
    """Its own days, and days of the program that it has switched off."""

    roster: Roster = field(default=NO_ROSTER, repr=False)
    """Who is there when. Like its days this is no part of `facts_version`, but of a post's day."""

    terms: TeamTerms = NO_TERMS
    """Words that it avoids, and names that it wants spelt exactly."""

    def of(self, market: MarketId) -> "Team":
        """Return what concerns one market: only that can change the flags of its posts."""
        severities = (one for one in self.severities if one.market in (market, EVERY_MARKET))
        return replace(
            self,
            severities=tuple(severities),
            calendar=self.calendar.of(market),
            roster=self.roster.of(market),
            terms=self.terms.of(market),
        )


NO_TEAM = Team()
"""For posts that belong to no calendar."""
