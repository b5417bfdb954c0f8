"""What a calendar is called, whether it is a sample, and the newest knowledge used in it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from app.domain import wall_time
from app.storage.chain import Stamp, record
from app.storage.engine import Engine
from app.storage.migrations import SCHEMA_VERSION
from app.storage.rows import readable_rows
from app.storage.schema.guards import TEAM_TABLES, WITHDRAWN_TABLES

_FACTS = (
    *("knowledge", "person_version", "market_version", "channel_version", "policy_version"),
    *("day_switch", "team_day", "duty"),
    *(guarded.table for guarded in (*TEAM_TABLES, *WITHDRAWN_TABLES)),
)
"""A confirmed hashtag is none of them: it only takes a flag away. One taken back brings it."""


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """The one row that every calendar has; it never changes."""

    id: str
    name: str
    is_sample: bool
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Versions of the day knowledge, the rules and the schema that were in use together."""

    knowledge: str
    rules: str
    schema_version: int


def calendar_facts(engine: Engine) -> CalendarFacts:
    """Return what the calendar says of itself."""
    with readable_rows():
        (row,) = engine.read("SELECT * FROM calendar")
        return CalendarFacts(
            row["id"], row["name"], bool(row["is_sample"]), wall_time.from_stamp(row["made_at"])
        )


def note_calendar(engine: Engine, stamp: Stamp, *, name: str, is_sample: bool) -> None:
    """Write the first event of a new calendar."""
    row = {"id": str(uuid4()), "name": name, "made_at": stamp.moment, "is_sample": int(is_sample)}
    record(engine, stamp, "make", "calendar", row)


def newest_knowledge(engine: Engine) -> Knowledge | None:
    """Return the knowledge noted last, or nothing where none was."""
    rows = engine.read("SELECT * FROM knowledge ORDER BY seq DESC LIMIT 1")
    if not rows:
        return None
    return Knowledge(rows[0]["knowledge"], rows[0]["rules"], rows[0]["schema_version"])


def facts_changed_at(engine: Engine) -> int:
    """Return the last place in the audit at which something changed that an approval rests on.

    Beside the post itself, its decisions and the holds: knowledge and rules, people, markets,
    channels, the policy, and all that the team knows and decides of days, duty and words.
    """
    sql = " UNION ALL ".join(f"SELECT max(seq) AS seq FROM {table}" for table in _FACTS)
    return max((row["seq"] or 0 for row in engine.read(sql)), default=0)


def note_knowledge(engine: Engine, stamp: Stamp, *, knowledge: str, rules: str) -> None:
    """Note the knowledge in use, unless it is what was noted last."""
    used = Knowledge(knowledge, rules, SCHEMA_VERSION)
    with engine.write():
        if newest_knowledge(engine) == used:
            return
        row = {"knowledge": knowledge, "rules": rules, "schema_version": SCHEMA_VERSION}
        record(engine, stamp, "use", "knowledge", row)
