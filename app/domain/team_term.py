"""Words that a team avoids, and names that it wants spelt exactly."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from app.domain.flag import Severity
from app.domain.market import MarketId

MOST_TERMS = 2_000
"""Of a team: all of them are looked for in each text."""

LONGEST_WORDS = 200
"""Characters of one phrase or name."""

LONGEST_WHY = 500


class TermKind(StrEnum):
    """What a team wants of a term."""

    AVOID = "avoid"
    SPELL = "spell"


@dataclass(frozen=True, slots=True)
class TeamTerm:
    """An entry of a team's list."""

    id: str
    kind: TermKind
    words: tuple[str, ...]
    """Phrases to avoid, each found however it is written; or names, prices, hashtags to spell."""
    severity: Severity = Severity.CAUTION
    markets: tuple[MarketId, ...] = ()
    """Where it counts; none for every market."""
    language: str = ""
    """In which texts it counts, such as `de`; empty for all."""
    why: str = ""

    def counts_in(self, market: MarketId) -> bool:
        """Tell whether it counts in a market."""
        return not self.markets or market in self.markets


@dataclass(frozen=True)
class TeamTerms:
    """All entries of a team's list, in the order in which they were added."""

    all: tuple[TeamTerm, ...] = ()

    def __hash__(self) -> int:
        """Asked for with every post: worked out once, however many terms there are."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.all)

    def of(self, market: MarketId) -> "TeamTerms":
        """Return what counts in one market."""
        return _of(self, market)

    @cached_property
    def avoided(self) -> tuple[TeamTerm, ...]:
        """The terms that a text should not have."""
        return tuple(term for term in self.all if term.kind is TermKind.AVOID)

    @cached_property
    def spelt(self) -> tuple[TeamTerm, ...]:
        """The terms that must be spelt exactly."""
        return tuple(term for term in self.all if term.kind is TermKind.SPELL)

    @cached_property
    def by_id(self) -> dict[str, TeamTerm]:
        """The terms by their ids."""
        return {term.id: term for term in self.all}


@lru_cache(maxsize=1024)
def _of(terms: TeamTerms, market: MarketId) -> TeamTerms:
    return TeamTerms(tuple(term for term in terms.all if term.counts_in(market)))


NO_TERMS = TeamTerms()
