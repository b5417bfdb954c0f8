"""Markets and their channels: each change is a new row, and the newest one counts."""

import json
from datetime import time

from app.domain.canonical import canonical_json
from app.domain.channel import Channel, ChannelId
from app.domain.market import Market, MarketId, PublishingHours
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows, tuple_of


def all_markets(engine: Engine) -> tuple[Market, ...]:
    """Return the markets in the order in which they were added, without those withdrawn."""
    rows = engine.read(
        """
        SELECT m.* FROM current_market m
        WHERE m.market_id NOT IN (SELECT market_id FROM absent_market)
        ORDER BY (SELECT min(f.seq) FROM market_version f WHERE f.market_id = m.market_id)
        """
    )
    with readable_rows():
        return tuple(_market_of(row) for row in rows)


def save_market(engine: Engine, stamp: Stamp, market: Market) -> None:
    """Add or change a market, which an owner does; InvalidInputError where the code is taken."""
    row = {
        "market_id": market.id,
        "code": market.code,
        "name": market.name,
        "country": market.country,
        "languages": canonical_json(market.languages),
        "zone": market.zone,
        "region": market.region,
        "subdivisions": canonical_json(market.subdivisions),
        "hours": _hours_text(market.hours),
    }
    record(engine, stamp, "save", "market_version", row)


def withdraw_market(
    engine: Engine, stamp: Stamp, market_id: MarketId, *, is_withdrawn: bool
) -> None:
    """Let a market count as never added, or again; RefusedError while something stands in it."""
    row = {"market_id": market_id, "is_withdrawn": int(is_withdrawn)}
    record(engine, stamp, "withdraw" if is_withdrawn else "save", "market_withdrawn", row)


def is_withdrawn(engine: Engine, market_id: MarketId) -> bool:
    """Tell whether a market counts as never added."""
    sql = "SELECT 1 FROM absent_market WHERE market_id = :market_id"
    return bool(engine.read(sql, market_id=market_id))


def withdrawn_names(engine: Engine) -> dict[MarketId, str]:
    """Return what the markets were called that count as never added."""
    sql = "SELECT m.market_id, m.name FROM current_market m JOIN absent_market USING (market_id)"
    return {MarketId(row["market_id"]): row["name"] for row in engine.read(sql)}


def all_channels(engine: Engine) -> tuple[Channel, ...]:
    """Return the channels in the order in which they were added."""
    rows = engine.read(
        """
        SELECT c.*, coalesce((
          SELECT r.is_retired FROM channel_retired r
          WHERE r.channel_id = c.channel_id ORDER BY r.seq DESC LIMIT 1), 0) AS is_retired
        FROM current_channel c
        WHERE c.market NOT IN (SELECT market_id FROM absent_market)
        ORDER BY (SELECT min(f.seq) FROM channel_version f WHERE f.channel_id = c.channel_id)
        """
    )
    with readable_rows():
        return tuple(_channel_of(row) for row in rows)


def save_channel(engine: Engine, stamp: Stamp, channel: Channel) -> None:
    """Add a channel or change its name or reach; RefusedError where its identity would change."""
    row = {
        "channel_id": channel.id,
        "market": channel.market,
        "network": channel.network,
        "name": channel.name,
        "handle": channel.handle,
        "account_id": channel.account_id,
        "account_zone": channel.account_zone,
        "reach": canonical_json(channel.reach),
    }
    record(engine, stamp, "save", "channel_version", row)


def retire_channel(
    engine: Engine, stamp: Stamp, channel_id: ChannelId, *, is_retired: bool
) -> None:
    """Let a channel be used no more, or again; an owner does so."""
    row = {"channel_id": channel_id, "is_retired": int(is_retired)}
    record(engine, stamp, "retire" if is_retired else "save", "channel_retired", row)


def _market_of(row: Row) -> Market:
    return Market(
        id=MarketId(row["market_id"]),
        code=row["code"],
        name=row["name"],
        country=row["country"],
        languages=tuple_of(row["languages"]),
        zone=row["zone"],
        region=row["region"],
        subdivisions=tuple_of(row["subdivisions"]),
        hours=_hours_of(row["hours"]),
    )


def _channel_of(row: Row) -> Channel:
    return Channel(
        id=ChannelId(row["channel_id"]),
        market=MarketId(row["market"]),
        network=row["network"],
        name=row["name"],
        handle=row["handle"],
        account_id=row["account_id"],
        account_zone=row["account_zone"],
        reach=tuple_of(row["reach"]),
        is_retired=bool(row["is_retired"]),
    )


def _hours_text(hours: PublishingHours | None) -> str:
    if hours is None:
        return ""
    times = {"opens": hours.opens.isoformat(), "closes": hours.closes.isoformat()}
    return canonical_json(times | {"weekdays": sorted(hours.weekdays)})


def _hours_of(text: str) -> PublishingHours | None:
    if not text:
        return None
    hours = json.loads(text)
    return PublishingHours(
        opens=time.fromisoformat(hours["opens"]),
        closes=time.fromisoformat(hours["closes"]),
        weekdays=frozenset(hours["weekdays"]),
    )
