"""The one way to write history: first the event in the audit, then the row that it records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain import wall_time
from app.domain.canonical import length_prefixed, sha256
from app.domain.person import PersonId
from app.errors import InvalidInputError
from app.storage.engine import Engine
from app.storage.schema.guards import AUDITED, BY_TABLE
from app.wording import _

UNDO, REDO = "undo", "redo"
"""What the audit calls a change of the settings that was taken back, or done again."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who does something, from where, and when."""

    actor: PersonId
    origin: str
    """`account@computer`."""
    at: datetime
    """Aware; kept in UTC to the millisecond."""
    way: str = ""
    """UNDO or REDO where something is taken back or done again, which the audit then says."""

    @property
    def moment(self) -> str:
        """The moment as it is stored."""
        return wall_time.stamp(self.at)


@dataclass(frozen=True, slots=True)
class Head:
    """The newest event: what came before it cannot change without changing its hash."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An event to record: what is done, and the new row of history without its `seq`."""

    action: str
    table: str
    row: Mapping[str, object]


NOTHING_YET = Head(0, "")
"""The head of a history without events."""

_INSERT_EVENT = """
    INSERT INTO audit (seq, at, actor, origin, action, entity, digest, prev, hash)
    VALUES (:seq, :at, :actor, :origin, :action, :entity, :digest, :prev, :hash)
"""


def head(engine: Engine) -> Head:
    """Return the newest event."""
    rows = engine.read("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
    return Head(rows[0]["seq"], rows[0]["hash"]) if rows else NOTHING_YET


def record(engine: Engine, stamp: Stamp, action: str, table: str, row: Mapping[str, object]) -> int:
    """Add one row of history with its event; return its place in the audit."""
    return record_all(engine, stamp, [Entry(action, table, row)])[0]


def record_all(engine: Engine, stamp: Stamp, entries: Iterable[Entry]) -> list[int]:
    """Add rows of history with their events, as a whole or not at all; return their places."""
    places = []
    with engine.write():
        newest = head(engine)
        for entry in entries:
            newest = _record_after(engine, newest, stamp, entry)
            places.append(newest.seq)
    return places


def hash_of(event: Mapping[str, object]) -> str:
    """Return the hash of an event: of all its other columns, the hash before it among them."""
    return sha256(length_prefixed(event[column] for column in AUDITED))  # type: ignore[misc]


def unkeepable() -> InvalidInputError:
    """Return the refusal of code points that `canonical.cleaned` takes out of a text."""
    return InvalidInputError(
        _("A text holds a character that no file can keep. Paste it as plain text and try again.")
    )


def _record_after(engine: Engine, newest: Head, stamp: Stamp, entry: Entry) -> Head:
    guarded = BY_TABLE[entry.table]
    row = {**entry.row, "seq": newest.seq + 1}
    event: dict[str, object] = {
        "seq": newest.seq + 1,
        "at": stamp.moment,
        "actor": stamp.actor,
        "origin": stamp.origin,
        "action": stamp.way or entry.action,
        "entity": guarded.entity(row),
        "digest": _digest(guarded.text(row)),
        "prev": newest.hash,
    }
    event["hash"] = hash_of(event)
    engine.run(_INSERT_EVENT, **event)
    engine.run(guarded.insert, **row)
    return Head(newest.seq + 1, str(event["hash"]))


def _digest(text: str) -> str:
    if "\0" in text:
        raise unkeepable()
    try:
        return sha256(text)
    except UnicodeEncodeError as error:
        raise unkeepable() from error
