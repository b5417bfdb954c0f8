"""Where a brand is found on the web, market by market."""

from dataclasses import dataclass

from app.domain.market import MarketId


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
