"""The web addresses of each market: the newest row of an address and market counts."""

from collections import defaultdict
from collections.abc import Mapping

from app.domain.market import MarketId
from app.storage.chain import Stamp, record
from app.storage.engine import Engine


def all_addresses(engine: Engine) -> Mapping[MarketId, tuple[str, ...]]:
    """Return the addresses of each market that has some, by the alphabet."""
    rows = engine.read(
        """
        SELECT w.domain, w.market FROM web_domain w
        WHERE w.is_active = 1 AND w.seq = (
          SELECT max(n.seq) FROM web_domain n WHERE n.domain = w.domain AND n.market = w.market)
        ORDER BY w.market, w.domain
        """
    )
    found: defaultdict[MarketId, list[str]] = defaultdict(list)
    for row in rows:
        found[MarketId(row["market"])].append(row["domain"])
    return {market: tuple(addresses) for market, addresses in found.items()}


def save_address(
    engine: Engine, stamp: Stamp, *, address: str, market: MarketId, is_active: bool, reason: str
) -> None:
    """Give a market an address or take it away, which a reviewer does."""
    row = {"domain": address, "market": market, "is_active": int(is_active), "reason": reason}
    record(engine, stamp, "save" if is_active else "retire", "web_domain", row)
