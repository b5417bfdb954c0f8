"""The team: each change of a person is a new row, and the newest one counts."""

from app.domain.canonical import canonical_json
from app.domain.person import Person, PersonId, Role
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows, tuple_of


def all_people(engine: Engine) -> tuple[Person, ...]:
    """Return everybody, those who have left too, in the order in which they came."""
    rows = engine.read(
        """
        SELECT p.* FROM current_person p
        ORDER BY (SELECT min(f.seq) FROM person_version f WHERE f.person_id = p.person_id)
        """
    )
    with readable_rows():
        return tuple(_person_of(row) for row in rows)


def all_versions(engine: Engine) -> list[tuple[int, Person]]:
    """Return each version of everybody with its place in the audit, oldest first."""
    rows = engine.read("SELECT * FROM person_version ORDER BY seq")
    with readable_rows():
        return [(row["seq"], _person_of(row)) for row in rows]


def save_person(engine: Engine, stamp: Stamp, person: Person) -> None:
    """Add or change a person: an owner does it, except for the first one, who is an owner."""
    row = {
        "person_id": person.id,
        "name": person.name,
        "role": person.role.value,
        "login": person.login,
        "languages": canonical_json(person.languages),
        "markets": canonical_json(person.markets),
        "is_active": int(person.is_active),
    }
    record(engine, stamp, "save", "person_version", row)


def _person_of(row: Row) -> Person:
    return Person(
        id=PersonId(row["person_id"]),
        name=row["name"],
        role=Role(row["role"]),
        languages=tuple_of(row["languages"]),
        markets=tuple_of(row["markets"]),
        login=row["login"],
        is_active=bool(row["is_active"]),
    )
