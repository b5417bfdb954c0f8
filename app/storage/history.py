"""Pages of the one order of events, the newest first, narrowed by person, place and day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from app.domain.market import MarketId
from app.domain.person import PersonId
from app.storage.audit import Event, events_of, head
from app.storage.engine import Engine

SLICE = 10_000
"""So many places of the audit are looked through in one go, so that others can save meanwhile."""

_OF_ITS_CHANNEL = (
    "EXISTS (SELECT 1 FROM channel_version c"
    " WHERE c.channel_id = t.channel_id AND c.market = :market)"
)
_OF_ITS_POST = "EXISTS (SELECT 1 FROM post p WHERE p.id = t.post_id AND p.market = :market)"
_OF_A_HOLD = "EXISTS (SELECT 1 FROM hold h WHERE h.id = t.hold_id AND h.target = :market)"
_OF_ITS_ITEMS = (
    "EXISTS (SELECT 1 FROM export_item i JOIN post p ON p.id = i.post_id"
    " WHERE i.export_id = t.id AND p.market = :market)"
)
_OF_ITS_CONFIRMATION = (
    "EXISTS (SELECT 1 FROM hashtag_confirmation h"
    " WHERE h.seq = t.confirmation AND h.market = :market)"
)
_NAMED = "t.markets LIKE '%\"' || :market || '\"%'"
_BY_MARKET: Mapping[str, str] = {
    "market_version": "t.market_id = :market",
    "market_withdrawn": "t.market_id = :market",
    "hashtag_withdrawn": _OF_ITS_CONFIRMATION,
    "hold": "t.target = :market",
    "channel_retired": _OF_ITS_CHANNEL,
    "hold_lift": _OF_A_HOLD,
    "export": _OF_ITS_ITEMS,
    "team_day": _NAMED,
    "team_term": _NAMED,
    **dict.fromkeys(
        (
            "revision",
            "channel_version",
            "day_switch",
            "hashtag_confirmation",
            "web_domain",
            "severity_rule",
            "duty",
            "duty_week",
            "duty_gap",
        ),
        "t.market = :market",
    ),
    **dict.fromkeys(
        (
            "decision",
            "hand_over_closed",
            "post_hold",
            "post_hold_lift",
            "assignment",
            "comment",
            "comment_state",
            "suggestion",
            "suggestion_answer",
        ),
        _OF_ITS_POST,
    ),
}
"""What ties a row of each table to a market; the other tables have none."""
_IS_CANCELLED = (
    "t.cancelled = 1 AND NOT EXISTS (SELECT 1 FROM revision n"
    " WHERE n.post_id = t.post_id AND n.revision > t.revision)"
)


@dataclass(frozen=True, slots=True)
class Sought:
    """Which events are wanted; nothing stands for all of them."""

    tables: tuple[str, ...]
    actor: PersonId | None = None
    market: MarketId | None = None
    first: str = ""
    """The stamps between which they happened, the second one excluded."""
    until: str = "9"
    only_cancelled: bool = False
    """Only versions by which a post that is still cancelled was cancelled."""


def events_before(engine: Engine, sought: Sought, before: int | None, limit: int) -> list[Event]:
    """Return up to `limit` events before a place in the audit, or from the end, newest first."""
    high = head(engine).seq + 1 if before is None else before
    return list(islice(_found(engine, sought, high, limit), limit))


def _found(engine: Engine, sought: Sought, high: int, limit: int) -> Iterable[Event]:
    sql = _statement(sought)
    while sql and high > 1:
        low = max(high - SLICE, 1)
        rows = engine.read(
            sql,
            low=low,
            high=high,
            actor=sought.actor,
            market=sought.market,
            first=sought.first,
            until=sought.until,
            limit=limit,
        )
        yield from events_of(rows)
        high = low


def _statement(sought: Sought) -> str:
    """Return the SQL for one slice; nothing where no table can hold what is wanted."""
    wanted = [
        f"SELECT t.seq FROM {table} t WHERE t.seq >= :low AND t.seq < :high"
        + (f" AND {_BY_MARKET[table]}" if sought.market is not None else "")
        + (f" AND {_IS_CANCELLED}" if sought.only_cancelled else "")
        for table in sought.tables
        if sought.market is None or table in _BY_MARKET
    ]
    if not wanted:
        return ""
    return f"""
        SELECT a.* FROM audit a
        WHERE a.seq IN ({" UNION ALL ".join(wanted)})
          AND (:actor IS NULL OR a.actor = :actor)
          AND a.at >= :first AND a.at < :until
        ORDER BY a.seq DESC LIMIT :limit
        """
