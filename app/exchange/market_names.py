"""Markets by whatever a planner calls them: code, name or country, in several languages."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.market import Market
from app.exchange.cells import UnreadableError, folded
from app.exchange.country_names import names_of_country
from app.wording import _

SEVERAL = re.compile(r"\s{0,9}(?:[,;/|+&\n]|\s(?:and|und|et|y|e|ed)\s)\s{0,9}", re.IGNORECASE)
"""What stands between several names in one cell; a cell may be anything, so runs have an end."""
PARTS = re.compile(r"(?<!\s)\s+[-–|·]\s+|[()\[\]]|(?<=[🇦-🇿]{2})")
"""What stands between two names of the same place, as in “Germany (DE)”."""

_ALL = frozenset(
    {"all", "all markets", "all countries", "every market", "global", "worldwide", "world"}
    | {"international", "alle", "alle markte", "alle lander", "weltweit", "tous", "toutes"}
    | {"tous les marches", "tous les pays", "monde", "todos", "todas", "todos los mercados"}
    | {"todos los paises", "todos os mercados", "tutti", "tutti i mercati", "mondo"}
)
_GROUPS = {
    "dach": {"DE", "AT", "CH"},
    "d a ch": {"DE", "AT", "CH"},
    "benelux": {"BE", "NL", "LU"},
    "nordics": {"DK", "FI", "IS", "NO", "SE"},
    "scandinavia": {"DK", "NO", "SE"},
    "baltics": {"EE", "LT", "LV"},
    "iberia": {"ES", "PT"},
    "uki": {"GB", "IE"},
    "uk i": {"GB", "IE"},
    "uk ireland": {"GB", "IE"},
}
"""Groups of countries by their folded names, as far as planners agree on them."""
_LOCALE = re.compile(r"[a-z]{2,3}[-_]([A-Z]{2})")


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
        if group := self.group(text):
            return group
        found: list[Market] = []
        for part in SEVERAL.split(text):
            if part:
                one = self._one(part)
                found += [one] if one else self.group(part) or [self._unknown(part)]
        return tuple(dict.fromkeys(found))

    def group(self, text: str) -> tuple[Market, ...]:
        """Return the markets of a region, of a group such as `DACH`, or all of them; else none."""
        plain = folded(text)
        if not plain or self._called(text):
            return ()
        if plain in _ALL:
            return self.markets
        countries = _GROUPS.get(plain, set())
        return tuple(
            market
            for market in self.markets
            if folded(market.region) == plain or market.country in countries
        )

    def _one(self, text: str) -> Market | None:
        market = self._called(text)
        if market is None:  # such as "Germany (DE)" or "DE – Germany"
            parts = [self._called(part) for part in PARTS.split(text) if folded(part)]
            same = set(parts)
            market = parts[0] if len(parts) > 1 and len(same) == 1 else None
        return market

    def _called(self, text: str) -> Market | None:
        plain, locale = folded(text), _LOCALE.fullmatch(text.strip())
        found = self.own.get(plain) or self.countries.get(plain, ())
        if not found and locale:  # such as de-DE
            found = self.countries.get(folded(locale[1]), ())
        if len(found) > 1:
            raise UnreadableError(
                _("“{text}” can be {markets}. Write one of their codes and import again.").format(
                    text=text, markets=", ".join(f"{one.name} ({one.code})" for one in found)
                )
            )
        return found[0] if found else None

    def _unknown(self, text: str) -> Market:
        if not self.markets:
            raise UnreadableError(
                _("The calendar has no markets yet. Add them at the window, and import again.")
            )
        raise UnreadableError(
            _(
                "“{text}” is none of the calendar's markets ({markets}). Correct the cell or add "
                "the market, and import again."
            ).format(text=text, markets=", ".join(market.name for market in self.markets))
        )
