"""Stop orders: placed and lifted, never deleted."""

from datetime import datetime
from uuid import uuid4

from app.domain import wall_time
from app.domain.hold import HeldPost, Hold, HoldId, Scope
from app.domain.market import MarketId
from app.domain.person import PersonId
from app.domain.post import PostId, short_name
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows

_EVENTS = """
      h.seq AS placed_seq, placed.actor AS placed_by, placed.at AS placed_at,
      l.seq AS lifted_seq, lifted.actor AS lifted_by, lifted.at AS lifted_at,
      coalesce(l.reason, '') AS lift_reason
"""
_HOLDS = f"""
    SELECT * FROM (
      SELECT h.id, h.scope, h.target, h.reason, {_EVENTS},
        coalesce(m.country, '') AS country, 0 AS number, '' AS code, '' AS market
      FROM hold h
      JOIN audit placed ON placed.seq = h.seq
      LEFT JOIN hold_lift l ON l.hold_id = h.id
      LEFT JOIN audit lifted ON lifted.seq = l.seq
      LEFT JOIN current_market m ON h.scope = 'market' AND m.market_id = h.target
      UNION ALL
      SELECT h.id, 'post' AS scope, h.post_id AS target, h.reason, {_EVENTS},
        '' AS country, p.number, m.code, p.market
      FROM post_hold h
      JOIN audit placed ON placed.seq = h.seq
      LEFT JOIN post_hold_lift l ON l.hold_id = h.id
      LEFT JOIN audit lifted ON lifted.seq = l.seq
      JOIN post p ON p.id = h.post_id
      JOIN current_market m ON m.market_id = p.market
    ) AS holds
"""


def all_holds(engine: Engine) -> tuple[Hold, ...]:
    """Return every hold, lifted ones too, in the order in which they were placed."""
    with readable_rows():
        return tuple(_hold_of(row) for row in engine.read(f"{_HOLDS} ORDER BY placed_seq"))


def of_post(engine: Engine, post_id: PostId) -> tuple[Hold, ...]:
    """Return the holds that cover this post by itself, in the order in which they were placed."""
    sql = f"{_HOLDS} WHERE scope = :scope AND target = :post_id ORDER BY placed_seq"
    with readable_rows():
        rows = engine.read(sql, scope=Scope.POST.value, post_id=post_id)
        return tuple(_hold_of(row) for row in rows)


def place(engine: Engine, stamp: Stamp, scope: Scope, target: str, reason: str) -> Hold:
    """Place a hold on all that the scope and its target cover."""
    hold_id = HoldId(str(uuid4()))
    with engine.write():
        if scope is Scope.POST:
            row = {"id": hold_id, "post_id": target, "reason": reason}
            record(engine, stamp, "place", "post_hold", row)
        else:
            row = {"id": hold_id, "scope": scope.value, "target": target, "reason": reason}
            record(engine, stamp, "place", "hold", row)
        return _hold(engine, hold_id)


def lift(engine: Engine, stamp: Stamp, hold_id: HoldId, reason: str) -> Hold:
    """Lift a hold; raises RefusedError for planners, ConflictError where it is lifted already."""
    with engine.write():
        row = {"hold_id": hold_id, "reason": reason}
        sql = "SELECT post_id FROM post_hold WHERE id = :hold_id"
        of_a_post = engine.read(sql, hold_id=hold_id)
        if of_a_post:
            row["post_id"] = of_a_post[0]["post_id"]
            record(engine, stamp, "lift", "post_hold_lift", row)
        else:
            record(engine, stamp, "lift", "hold_lift", row)
        return _hold(engine, hold_id)


def _hold(engine: Engine, hold_id: HoldId) -> Hold:
    with readable_rows():
        (row,) = engine.read(f"{_HOLDS} WHERE id = :hold_id", hold_id=hold_id)
        return _hold_of(row)


def _hold_of(row: Row) -> Hold:
    return Hold(
        id=HoldId(row["id"]),
        scope=Scope(row["scope"]),
        target=row["target"],
        reason=row["reason"],
        placed_seq=row["placed_seq"],
        placed_by=PersonId(row["placed_by"]),
        placed_at=wall_time.from_stamp(row["placed_at"]),
        lifted_seq=row["lifted_seq"],
        lifted_by=None if row["lifted_by"] is None else PersonId(row["lifted_by"]),
        lifted_at=_moment(row["lifted_at"]),
        lift_reason=row["lift_reason"],
        country=row["country"],
        post=HeldPost(short_name(row["code"], row["number"]), MarketId(row["market"]))
        if row["market"]
        else None,
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else wall_time.from_stamp(text)
