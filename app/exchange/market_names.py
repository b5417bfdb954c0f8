"""Markets by whatever a planner calls them: code, name or country, in several languages."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.market import Market
from app.exchange.cells import UnreadableError, folded
from app.exchange.country_names import names_of_country
from app.wording import _

SEVERAL = re.compile(r"\s*(?:[,;/|+&\n]|\s(?:and|und|et|y|e|ed)\s)\s*", re.IGNORECASE)
"""What stands between several names in one cell."""
PARTS = re.compile(r"\s+[-–|·]\s+|[()\[\]]|(?<=[🇦-🇿]{2})")
"""What stands between two names of the same place, as in “Germany (DE)”."""


@dataclass(frozen=True, slots=True)
class MarketNames:
    """The markets of a calendar by their folded names; several where a name is not unique."""

    markets: tuple[Market, ...]
    own: Mapping[str, tuple[Market, ...]]
    """By code, id and name: what the team itself calls them."""
    countries: Mapping[str, tuple[Market, ...]]

    @classmethod
    def of(cls, markets: Iterable[Market]) -> "MarketNames":
        """Return the names of some markets."""
        markets = tuple(markets)
        own: dict[str, tuple[Market, ...]] = {}
        countries: dict[str, tuple[Market, ...]] = {}
        for market in markets:
            for name in {folded(name) for name in (market.code, market.id, market.name)}:
                own[name] = (*own.get(name, ()), market)
            for name in names_of_country(market.country):
                countries[name] = (*countries.get(name, ()), market)
        return cls(markets, own, countries)

    def find(self, text: str) -> tuple[Market, ...]:
        """Return the markets that a cell names, each once; UnreadableError if one is unknown."""
        whole = self._one(text)
        if whole:
            return (whole,)
        found = [self._one(part) or self._unknown(part) for part in SEVERAL.split(text) if part]
        return tuple(dict.fromkeys(found))

    def _one(self, text: str) -> Market | None:
        market = self._called(text)
        if market is None:  # such as "Germany (DE)" or "DE – Germany"
            parts = [self._called(part) for part in PARTS.split(text) if folded(part)]
            same = set(parts)
            market = parts[0] if len(parts) > 1 and len(same) == 1 else None
        return market

    def _called(self, text: str) -> Market | None:
        found = self.own.get(folded(text)) or self.countries.get(folded(text), ())
        if len(found) > 1:
            raise UnreadableError(
                _("“{text}” can be {markets}. Write one of their codes and import again.").format(
                    text=text, markets=", ".join(f"{one.name} ({one.code})" for one in found)
                )
            )
        return found[0] if found else None

    def _unknown(self, text: str) -> Market:
        raise UnreadableError(
            _(
                "“{text}” is none of the calendar's markets ({markets}). Correct the cell or add "
                "the market, and import again."
            ).format(text=text, markets=", ".join(market.name for market in self.markets))
        )
