"""The one order of all events: writing it, reading it, and proving that it is whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain import wall_time
from app.domain.person import PersonId
from app.domain.post import PostId
from app.storage.chain import NOTHING_YET, Entry, Head, Stamp, head, record, record_all
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows
from app.storage.schema.guards import BY_TABLE
from app.storage.verification import Finding, verify

__all__ = [
    "Entry",
    "Event",
    "Finding",
    "Head",
    "Stamp",
    "event_at",
    "events",
    "events_of",
    "events_of_post",
    "has_head",
    "head",
    "newest_event",
    "newest_hash_of",
    "newest_moment",
    "record",
    "record_all",
    "rows_of",
    "verify",
]

_LATELY = 100
"""Events that tell what time it is at least."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the audit."""

    seq: int
    at: datetime
    actor: PersonId
    origin: str
    action: str
    entity: str
    """The row of history that it recorded, such as `revision:ID@3`."""
    digest: str
    hash: str

    @property
    def table(self) -> str:
        """The table of history in which its row stands."""
        return self.entity.partition(":")[0]


def events(engine: Engine, after: int, limit: int) -> list[Event]:
    """Return up to `limit` events that follow a place in the audit, oldest first."""
    rows = engine.read(
        "SELECT * FROM audit WHERE seq > :after ORDER BY seq LIMIT :limit", after=after, limit=limit
    )
    return events_of(rows)


def events_of_post(engine: Engine, post_id: PostId) -> list[Event]:
    """Return all that happened to a post, oldest first."""
    rows = engine.read(
        """
        SELECT * FROM audit WHERE seq IN (
          SELECT seq FROM post WHERE id = :post_id
          UNION ALL SELECT seq FROM authorship WHERE post_id = :post_id
          UNION ALL SELECT seq FROM revision WHERE post_id = :post_id
          UNION ALL SELECT seq FROM decision WHERE post_id = :post_id
          UNION ALL SELECT seq FROM assignment WHERE post_id = :post_id
          UNION ALL SELECT seq FROM comment WHERE post_id = :post_id
          UNION ALL SELECT seq FROM comment_state WHERE post_id = :post_id
          UNION ALL SELECT seq FROM suggestion WHERE post_id = :post_id
          UNION ALL SELECT seq FROM suggestion_answer WHERE post_id = :post_id
          UNION ALL SELECT seq FROM post_hold WHERE post_id = :post_id
          UNION ALL SELECT seq FROM post_hold_lift WHERE post_id = :post_id
          UNION ALL SELECT seq FROM export_item WHERE post_id = :post_id
          UNION ALL SELECT c.seq FROM hand_over_closed c
            JOIN export_item i ON i.export_id = c.export_id AND i.post_id = c.post_id
            WHERE i.post_id = :post_id)
        ORDER BY seq
        """,
        post_id=post_id,
    )
    return events_of(rows)


def event_at(engine: Engine, seq: int) -> Event | None:
    """Return the event at a place in the audit, or nothing where there is none."""
    found = events_of(engine.read("SELECT * FROM audit WHERE seq = :seq", seq=seq))
    return found[0] if found else None


def newest_event(engine: Engine, tables: Iterable[str], *, after: int) -> Event | None:
    """Return the newest event in some tables of history since a place in the audit, or nothing."""
    newest = " UNION ALL ".join(f"SELECT max(seq) AS seq FROM {table}" for table in tables)
    rows = engine.read(f"SELECT max(seq) AS seq FROM ({newest}) AS newest")
    seq = rows[0]["seq"] or 0
    return event_at(engine, seq) if seq > after else None


def rows_of(engine: Engine, events: Sequence[Event]) -> dict[int, Row]:
    """Return the row of history that each event recorded, by its place in the audit."""
    found: dict[int, Row] = {}
    places: dict[str, list[int]] = {}
    for event in events:
        places.setdefault(event.table, []).append(event.seq)
    for table, seqs in places.items():
        columns = ", ".join(BY_TABLE[table].columns)
        places_of_it = ", ".join(map(str, seqs))  # not a span: they may lie far apart
        rows = engine.read(f"SELECT {columns} FROM {table} WHERE seq IN ({places_of_it})")
        found |= {row["seq"]: row for row in rows}
    return {event.seq: found[event.seq] for event in events if event.seq in found}


def has_head(engine: Engine, known: Head) -> bool:
    """Tell whether history still holds an event seen earlier: none was rewritten or cut off."""
    if known == NOTHING_YET:
        return True
    rows = engine.read("SELECT hash FROM audit WHERE seq = :seq", seq=known.seq)
    return bool(rows) and rows[0]["hash"] == known.hash


def newest_hash_of(engine: Engine, tables: Iterable[str]) -> str:
    """Return the hash of the newest event in these tables of history; nothing in empty ones."""
    newest = " UNION ALL ".join(f"SELECT max(seq) AS seq FROM {table}" for table in tables)
    sql = f"SELECT hash FROM audit WHERE seq = (SELECT max(seq) FROM ({newest}) AS newest)"
    rows = engine.read(sql)
    return rows[0]["hash"] if rows else ""


def newest_moment(engine: Engine) -> datetime | None:
    """Return the latest moment of the last hundred events, or nothing where nothing happened.

    Not of all: one event from a computer that was years ahead must not count for ever.
    """
    rows = engine.read(
        "SELECT max(at) AS at FROM (SELECT at FROM audit ORDER BY seq DESC LIMIT :lately) AS last",
        lately=_LATELY,
    )
    with readable_rows():
        return wall_time.from_stamp(rows[0]["at"]) if rows[0]["at"] else None


def events_of(rows: list[Row]) -> list[Event]:
    """Return rows of the audit as events."""
    with readable_rows():
        return [
            Event(
                seq=row["seq"],
                at=wall_time.from_stamp(row["at"]),
                actor=PersonId(row["actor"]),
                origin=row["origin"],
                action=row["action"],
                entity=row["entity"],
                digest=row["digest"],
                hash=row["hash"],
            )
            for row in rows
        ]
