"""Where a brand is found on the web, market by market."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.channel import Channel
from app.domain.market import Market, MarketId


@dataclass(frozen=True, slots=True)
class Place:
    """One market's accounts and web addresses: what a post elsewhere should not point at."""

    market: MarketId
    name: str
    code: str
    country: str
    handles: tuple[str, ...] = ()
    """As people wrote them, such as `@brand.de`."""
    addresses: tuple[str, ...] = ()
    """Domains, perhaps with a path, such as `brand.de` or `brand.com/de`; no scheme."""


def places_of(
    markets: Iterable[Market],
    channels: Iterable[Channel],
    addresses: Mapping[MarketId, tuple[str, ...]],
) -> tuple[Place, ...]:
    """Return the markets that have an account or an address, with all of them."""
    handles: dict[MarketId, list[str]] = {}
    for channel in channels:
        if channel.handle:
            handles.setdefault(channel.market, []).append(channel.handle)
    places = (
        Place(
            market.id,
            market.name,
            market.code,
            market.country,
            tuple(dict.fromkeys(handles.get(market.id, ()))),
            addresses.get(market.id, ()),
        )
        for market in markets
    )
    return tuple(place for place in places if place.handles or place.addresses)
