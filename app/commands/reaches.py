"""Whom a post without a calendar reaches: a market made of what is known of its countries."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.commands.places import country_name, languages_of, zones_of
from app.days.daybook import DayBook
from app.days.solemn import EVERYWHERE
from app.domain.market import Market, MarketId
from app.exchange.cells import UnreadableError
from app.exchange.day_order import MONTH_FIRST
from app.exchange.place_names import Land, Place, find_place

_ZONES_OF_OTHERS = {"XK": "Europe/Belgrade"}
"""Countries that keep the time of a zone which is not named after them."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a post lands: the market that it is judged for, and the countries that it reaches."""

    home: Market
    """By its clocks and in its languages the post is judged."""
    members: tuple[Market, ...] = ()
    """The countries of a group, whose days count for it too; none where the home is a country."""
    is_wide: bool = False
    """Whether a day of one member counts one step lower for the whole."""

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country that it reaches."""
        return tuple(dict.fromkeys(one.country for one in self.members or (self.home,)))


@dataclass(frozen=True, slots=True)
class Reaches:
    """Finds whom a post reaches by the name of its market, each name once."""

    everywhere: tuple[str, ...]
    """Every country that has a day of its own."""
    _found: dict[tuple[str, str], Reach] = field(default_factory=dict)

    @classmethod
    def of(cls, days: DayBook) -> "Reaches":
        """Return what finds the countries of a day book."""
        markets = {country for entry in days.solemn.entries for country in entry.markets}
        return cls(tuple(sorted(markets - {EVERYWHERE})))

    def find(self, market: str, language: str = "") -> Reach:
        """Return whom a post for a market reaches; UnreadableError if nobody knows the market.

        A language that the post says it is written in is one of the market's.
        """
        known = self._found.get((market, language))
        if known is None:
            known = self._found[market, language] = self._reach(market, language)
        return known

    def _reach(self, market: str, language: str) -> Reach:
        place = find_place(market)
        if place.region is None and len(place.lands) == 1:
            (land,) = place.lands
            return Reach(_country(land, language))
        lands = [*map(Land, self._countries(place)), *place.lands]
        members = tuple(_country(land, "") for land in lands)
        return Reach(
            _whole(market, place, members, language),
            members,
            is_wide=place.region is not None and place.region.is_wide,
        )

    def _countries(self, place: Place) -> tuple[str, ...]:
        if place.region is None:
            return ()
        named = {land.country for land in place.lands}
        return tuple(one for one in place.region.countries or self.everywhere if one not in named)


def writes_month_first(markets: Iterable[str]) -> bool:
    """Tell whether all of these markets are known to write the month before the day."""
    try:
        places = [find_place(market) for market in set(markets) if market]
    except UnreadableError:
        return False
    return bool(places) and all(
        place.region is None and all(land.country in MONTH_FIRST for land in place.lands)
        for place in places
    )


def _country(land: Land, language: str) -> Market:
    name = ", ".join((country_name(land.country), *land.subdivisions))
    spoken = (land.language,) if land.language else languages_of(land.country)
    zones = zones_of(land.country) or (_ZONES_OF_OTHERS.get(land.country, "UTC"),)
    return Market(
        id=MarketId("/".join((land.country, *land.subdivisions))),
        code=land.country,
        name=name,
        country=land.country,
        languages=_with(spoken, language),
        zone=zones[0],
        subdivisions=land.subdivisions,
    )


def _whole(market: str, place: Place, members: tuple[Market, ...], language: str) -> Market:
    """Return the market that stands for a group; it has no days of its own but those of all."""
    name = place.region.name if place.region else " ".join(market.split())
    spoken = (
        place.region.languages
        if place.region
        else tuple(dict.fromkeys(spoken for one in members for spoken in one.languages))
    )
    return Market(
        id=MarketId(name),
        code=name,
        name=name,
        country="",
        languages=_with(spoken, language),
        zone=place.region.zone if place.region else members[0].zone,
    )


def _with(spoken: tuple[str, ...], language: str) -> tuple[str, ...]:
    known = {one.partition("-")[0] for one in spoken}
    return spoken if not language or language.partition("-")[0] in known else (*spoken, language)
