"""What the settings said after a change: what others have changed since is not taken back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.storage.engine import Engine, Row
from app.storage.schema.guards import BY_TABLE, Guarded

_TABLES = (
    *("person_version", "market_version", "market_withdrawn"),
    *("channel_version", "channel_retired", "web_domain"),
    *("policy_version", "severity_rule", "home_version"),
    *("team_day", "day_switch", "team_term", "duty", "duty_week", "duty_gap"),
    "hashtag_withdrawn",
)
"""Of each the newest row of a key counts."""
_BESIDE = ("seq", "reason")
"""Columns that say when and why, and not what."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """What the newest row of one key said."""

    table: str
    key: tuple[object, ...]
    said: tuple[object, ...]


def rows_since(engine: Engine, place: int) -> tuple[KeptRow, ...]:
    """Return the newest row of each key of the settings that was written after a place."""
    return tuple(row for table in _TABLES for row in _newest(engine, BY_TABLE[table], place))


def still_say_so(engine: Engine, rows: Sequence[KeptRow]) -> bool:
    """Tell whether the newest rows of these keys say what they said then."""
    present = {
        (row.table, row.key): row.said
        for table in {row.table for row in rows}
        for row in _newest(engine, BY_TABLE[table], 0)
    }
    return all(present.get((row.table, row.key)) == row.said for row in rows)


def last_writer(engine: Engine, table: str, **key: object) -> str:
    """Return the name of whoever wrote the newest row of a key; nothing where there is none."""
    where = " AND ".join(f"t.{name} = :{name}" for name in key) or "1"
    rows = engine.read(
        f"""
        SELECT p.name FROM {table} t
        JOIN audit a ON a.seq = t.seq
        JOIN current_person p ON p.person_id = a.actor
        WHERE {where} ORDER BY t.seq DESC LIMIT 1
        """,
        **key,
    )
    return str(rows[0]["name"]) if rows else ""


def _newest(engine: Engine, guarded: Guarded, after: int) -> Iterator[KeptRow]:
    key = _key_of(guarded)
    group = f"GROUP BY {', '.join(key)}" if key else ""
    newest = f"SELECT max(seq) FROM {guarded.table} WHERE seq > :after {group}"
    rows = engine.read(f"SELECT * FROM {guarded.table} WHERE seq IN ({newest})", after=after)
    for row in rows:
        said = [name for name in guarded.columns if name not in _BESIDE]
        yield KeptRow(guarded.table, _values(row, key), _values(row, said))


def _key_of(guarded: Guarded) -> tuple[str, ...]:
    """Return what rows are told apart by; nothing where all rows are of one thing."""
    return tuple(name for name in guarded.key if name != "seq")


def _values(row: Row, names: Iterable[str]) -> tuple[object, ...]:
    return tuple(row[name] for name in names)
