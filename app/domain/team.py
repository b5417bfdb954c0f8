"""What a team has decided about risks, beside its posts and the program's own data."""

from dataclasses import dataclass

from app.domain.market import MarketId


@dataclass(frozen=True, slots=True)
class Team:
    """What counts in one calendar, in an order that does not depend on chance."""

    home: str = ""
    """Country in which the brand is at home (ISO 3166-1); its solemn days count everywhere."""

    def of(self, market: MarketId) -> "Team":  # noqa: ARG002  parts of it belong to markets
        """Return what concerns one market: only that can change the flags of its posts."""
        return self


NO_TEAM = Team()
"""For posts that belong to no calendar."""
