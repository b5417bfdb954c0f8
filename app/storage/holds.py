"""Stop orders: placed and lifted, never deleted."""

from datetime import datetime
from uuid import uuid4

from app.domain import wall_time
from app.domain.hold import Hold, HoldId, Scope
from app.domain.person import PersonId
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows

_HOLDS = """
    SELECT h.id, h.scope, h.target, h.reason,
      h.seq AS placed_seq, placed.actor AS placed_by, placed.at AS placed_at,
      l.seq AS lifted_seq, lifted.actor AS lifted_by, lifted.at AS lifted_at,
      coalesce(l.reason, '') AS lift_reason, coalesce(m.country, '') AS country
    FROM hold h
    JOIN audit placed ON placed.seq = h.seq
    LEFT JOIN hold_lift l ON l.hold_id = h.id
    LEFT JOIN audit lifted ON lifted.seq = l.seq
    LEFT JOIN current_market m ON h.scope = 'market' AND m.market_id = h.target
"""


def all_holds(engine: Engine) -> tuple[Hold, ...]:
    """Return every hold, lifted ones too, in the order in which they were placed."""
    with readable_rows():
        return tuple(_hold_of(row) for row in engine.read(f"{_HOLDS} ORDER BY h.seq"))


def place(engine: Engine, stamp: Stamp, scope: Scope, target: str, reason: str) -> Hold:
    """Place a hold on all that the scope and its target cover."""
    hold_id = HoldId(str(uuid4()))
    row = {"id": hold_id, "scope": scope.value, "target": target, "reason": reason}
    with engine.write():
        record(engine, stamp, "place", "hold", row)
        return _hold(engine, hold_id)


def lift(engine: Engine, stamp: Stamp, hold_id: HoldId, reason: str) -> Hold:
    """Lift a hold; raises RefusedError for planners, ConflictError where it is lifted already."""
    with engine.write():
        record(engine, stamp, "lift", "hold_lift", {"hold_id": hold_id, "reason": reason})
        return _hold(engine, hold_id)


def _hold(engine: Engine, hold_id: HoldId) -> Hold:
    with readable_rows():
        (row,) = engine.read(f"{_HOLDS} WHERE h.id = :hold_id", hold_id=hold_id)
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
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else wall_time.from_stamp(text)
