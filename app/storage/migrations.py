"""The steps by which a calendar's schema came to be, and the fingerprint of the outcome."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Protocol

from app.domain.canonical import length_prefixed, sha256
from app.storage.schema import guards, letter_index

if TYPE_CHECKING:  # a calendar that is up to date opens without it, and it takes long to load
    from sqlite_utils import Migrations

APPLICATION_ID = 0x43534743
"""Stands in the header of every calendar file: `CSGC`."""

_SET = "countersign"


class Executing(Protocol):
    """What a step needs of a database."""

    def execute(self, sql: str, /) -> object:
        """Run one statement."""


def _the_whole_schema(database: Executing) -> None:
    for statement in _first_schema():
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _what_a_team_knows(database: Executing) -> None:
    for statement in _team_schema():
        database.execute(statement)


def _words_to_search(database: Executing) -> None:
    for statement in _statements(_schema_file("search.sql").replace("/*STRICT*/", "STRICT")):
        database.execute(statement)


def _what_is_said_of_posts(database: Executing) -> None:
    for statement in _talk_schema():
        database.execute(statement)


def _channels_that_are_retired(database: Executing) -> None:
    for statement in _channel_schema():
        database.execute(statement)


def _flags_that_look_ahead(database: Executing) -> None:
    for statement in _statements(_schema_file("flags.sql")):
        database.execute(statement)


def _holds_of_single_posts(database: Executing) -> None:
    for statement in _post_hold_schema():
        database.execute(statement)


def _what_was_added_by_mistake(database: Executing) -> None:
    for statement in _withdrawn_schema():
        database.execute(statement)


def _posts_that_stay_in_their_market(database: Executing) -> None:
    for statement in _statements(_schema_file("post_market_sqlite.sql")):
        database.execute(statement)


def _holds_that_are_told_apart(database: Executing) -> None:
    for statement in _statements(_schema_file("hold_ids_sqlite.sql")):
        database.execute(statement)


def _an_index_of_letters(database: Executing) -> None:
    for statement in _statements(_schema_file("search_index_sqlite.sql")):
        database.execute(statement)
    if letter_index.can_be():  # without it, a search looks through all posts
        database.execute(letter_index.MAKE)
        database.execute(letter_index.SETTLE)


STEPS: dict[str, Callable[[Executing], None]] = {
    "0001 the whole schema": _the_whole_schema,
    "0002 what a team knows": _what_a_team_knows,
    "0003 words to search": _words_to_search,
    "0004 what is said of posts": _what_is_said_of_posts,
    "0005 channels that are retired": _channels_that_are_retired,
    "0006 flags that look ahead": _flags_that_look_ahead,
    "0008 holds of single posts": _holds_of_single_posts,
    "0009 what was added by mistake": _what_was_added_by_mistake,
    "0010 posts that stay in their market": _posts_that_stay_in_their_market,
    "0011 holds that are told apart": _holds_that_are_told_apart,
    "0012 an index of letters": _an_index_of_letters,
}
"""In the order in which they are taken; a step that has been released never changes."""

SCHEMA_VERSION = len(STEPS)


def is_newer(applied: frozenset[str]) -> bool:
    """Tell whether a file has seen steps that this program does not know."""
    return not applied <= STEPS.keys()


def is_older(applied: frozenset[str]) -> bool:
    """Tell whether a file lacks steps that this program knows."""
    return not applied >= STEPS.keys()


def applied_steps(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the names of the steps that a file has seen."""
    table = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    ).fetchone()
    if table is None:
        return frozenset()
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (_SET,)
    )
    return frozenset(name for (name,) in rows.fetchall())


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to date, as a whole or not at all; others who start at once wait."""
    from sqlite_utils import Database  # noqa: PLC0415 - see above

    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrations().apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def schema_fingerprint(connection: sqlite3.Connection) -> str:
    """Return a digest of all tables, indexes, views and triggers of a file.

    The index of letters guards nothing, and may be absent; as another thing it is in the digest.
    """
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master"
        " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name <> '_sqlite_migrations'"
        " ORDER BY type, name"
    ).fetchall()
    ours = (row for row in rows if not _is_of_the_index(*row))
    return sha256(length_prefixed(value for row in ours for value in row))


def _is_of_the_index(kind: str, name: str, _table: str, sql: str) -> bool:
    return kind == "table" and (name in letter_index.SHADOWS or sql == letter_index.MAKE)


@cache
def expected_fingerprint() -> str:
    """Return the fingerprint of the schema that this program makes."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in STEPS.values():
            step(connection)
        return schema_fingerprint(connection)
    finally:
        connection.close()


def _migrations() -> "Migrations":
    from sqlite_utils import Migrations  # noqa: PLC0415 - see above

    migrations = Migrations(_SET)
    for name, step in STEPS.items():
        migrations(name=name)(step)
    return migrations


def _first_schema() -> Iterator[str]:
    yield from _statements(_schema_file("tables.sql").replace("/*STRICT*/", "STRICT"))
    hashed = guards.sqlite_length_prefixed(guards.AUDITED)
    content = guards.sqlite_length_prefixed(guards.CONTENT)
    yield from _statements(
        _schema_file("sqlite.sql")
        .replace("/*HASHED audit*/", hashed)
        .replace("/*CONTENT*/", content)
    )
    for guarded in guards.FIRST_TABLES:
        yield from guards.sqlite_triggers(guarded)


def _team_schema() -> Iterator[str]:
    yield from _statements(_schema_file("team.sql").replace("/*STRICT*/", "STRICT"))
    yield from _statements(_schema_file("team_sqlite.sql"))
    for guarded in guards.TEAM_TABLES:
        yield from guards.sqlite_triggers(guarded)


def _talk_schema() -> Iterator[str]:
    yield from _statements(_schema_file("talk.sql").replace("/*STRICT*/", "STRICT"))
    yield from _statements(_schema_file("talk_sqlite.sql"))
    for guarded in guards.TALK_TABLES:
        yield from guards.sqlite_triggers(guarded)


def _channel_schema() -> Iterator[str]:
    yield from _statements(_schema_file("channels.sql").replace("/*STRICT*/", "STRICT"))
    for guarded in guards.CHANNEL_TABLES:
        yield from guards.sqlite_triggers(guarded)


def _post_hold_schema() -> Iterator[str]:
    yield from _statements(_schema_file("post_holds.sql").replace("/*STRICT*/", "STRICT"))
    yield from _statements(_schema_file("post_holds_sqlite.sql"))
    for guarded in guards.POST_HOLD_TABLES:
        yield from guards.sqlite_triggers(guarded)


def _withdrawn_schema() -> Iterator[str]:
    yield from _statements(_schema_file("withdrawn.sql").replace("/*STRICT*/", "STRICT"))
    yield from _statements(_schema_file("withdrawn_sqlite.sql"))
    for guarded in guards.WITHDRAWN_TABLES:
        yield from guards.sqlite_triggers(guarded)


def _schema_file(name: str) -> str:
    return (files("app.storage.schema") / name).read_text(encoding="utf-8")


def _statements(script: str) -> Iterator[str]:
    """Split a script, because running it as one would end the transaction around it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
