"""What of the grid is folded away: regions, and markets of their own."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.market import Market, MarketId


@dataclass(frozen=True, slots=True)
class Folding:
    """Whether markets stand by region, and which regions and markets take one row only."""

    by_region: bool = False
    regions: frozenset[str] = frozenset()
    markets: frozenset[MarketId] = frozenset()

    @classmethod
    def of_text(cls, text: str) -> "Folding | None":
        """Return what was kept, or nothing for nonsense."""
        try:
            kept = json.loads(text)
            regions = frozenset(str(one) for one in kept["regions"])
            markets = frozenset(MarketId(str(one)) for one in kept["markets"])
            return cls(bool(kept["by_region"]), regions, markets)
        except (ValueError, TypeError, KeyError, RecursionError):
            return None

    def as_text(self) -> str:
        """Return it as it is kept."""
        return json.dumps(
            {
                "by_region": self.by_region,
                "regions": sorted(self.regions),
                "markets": sorted(self.markets),
            }
        )

    def parts_of(self, markets: Sequence[Market]) -> Iterator[tuple[str | None, list[Market]]]:
        """Yield each region with its markets, in the order in which they are met first.

        Where nothing is parted all markets come together, with no region.
        """
        parts: dict[str, list[Market]] = {}
        for market in markets:
            parts.setdefault(market.region, []).append(market)
        if self.by_region and len(parts) > 1:
            yield from parts.items()
        else:
            yield None, list(markets)

    def order_of(self, markets: Sequence[Market]) -> tuple[MarketId, ...]:
        """Return markets in the order of their rows, those that are folded away too."""
        parts = self.parts_of(markets)
        return tuple(market.id for _region, inside in parts for market in inside)

    def turned(self, *, region: str | None = None, market: MarketId | None = None) -> "Folding":
        """Return it with a region or a market folded that was not, or the other way round."""
        regions = self.regions ^ (frozenset() if region is None else {region})
        markets = self.markets ^ (frozenset() if market is None else {market})
        return replace(self, regions=regions, markets=markets)

    def opened_for(self, market: Market) -> "Folding":
        """Return it so that the posts of a market are seen."""
        return replace(
            self, regions=self.regions - {market.region}, markets=self.markets - {market.id}
        )

    def parted(self, by_region: bool) -> "Folding":
        """Return it with markets told apart by region, or not."""
        return replace(self, by_region=by_region)

    def with_all(self, markets: Iterable[Market]) -> "Folding":
        """Return it with every region folded, or where none is told apart every market."""
        if self.by_region:
            return replace(self, regions=frozenset(market.region for market in markets))
        return replace(self, markets=frozenset(market.id for market in markets))

    def with_none(self) -> "Folding":
        """Return it with nothing folded."""
        return replace(self, regions=frozenset(), markets=frozenset())


ALL_OPEN = Folding()


class Fold(StrEnum):
    """What a person can ask to be folded or opened."""

    MARKET = "market"
    """The market or region of the current cell, or open it again."""
    REGION = "region"
    """The region of the current cell, or open it again."""
    ALL = "all"
    NOTHING = "nothing"
    BY_REGION = "by_region"
    """Whether regions are told apart at all."""
