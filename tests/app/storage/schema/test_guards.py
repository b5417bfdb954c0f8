"""The list of guarded tables says the same as the schema and the domain."""

import pytest

from app.domain.channel import ChannelId
from app.domain.market import MarketId
from app.domain.post import Content
from app.storage.schema import letter_index
from app.storage.schema.guards import AUDITED, CONTENT, GUARDED

UNGUARDED = {
    *("draft", "flag_cache", "comparison_cache", "view_setting"),
    *("post_words", "post_words_left", letter_index.TABLE, *letter_index.SHADOWS),
    *("_sqlite_migrations", "sqlite_sequence"),
}


def table_columns(engine, table):
    rows = engine.connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return [name for (name,) in rows]


@pytest.fixture
def unsealed(engine):
    engine.connection.set_authorizer(None)
    return engine


def test_every_table_is_guarded_or_known_not_to_be(engine):
    tables = {
        row["name"] for row in engine.read("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    guarded = {guarded.table for guarded in GUARDED}
    assert tables - UNGUARDED == guarded | {"audit"}


@pytest.mark.parametrize("guarded", GUARDED, ids=lambda guarded: guarded.table)
def test_every_column_of_a_guarded_table_is_in_its_digest_or_has_a_digest(unsealed, guarded):
    assert table_columns(unsealed, guarded.table) == [*guarded.columns, *guarded.beside]


def test_every_column_of_an_event_is_in_its_hash(unsealed):
    assert table_columns(unsealed, "audit") == [*AUDITED, "hash"]


@pytest.mark.parametrize("table", [*(guarded.table for guarded in GUARDED), "audit"])
def test_every_table_of_history_refuses_changes_and_deletions(engine, table):
    names = {
        row["name"]
        for row in engine.read(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table",
            table=table,
        )
    }
    assert {f"{table}_frozen", f"{table}_kept"} <= names
    assert names & {f"{table}_recorded", f"{table}_chained"}


@pytest.mark.parametrize("guarded", GUARDED, ids=lambda guarded: guarded.table)
def test_every_unique_set_of_columns_is_refused_twice_by_the_trigger(unsealed, guarded):
    """OR REPLACE takes rows away without asking the triggers on DELETE."""
    connection = unsealed.connection
    indexes = connection.execute(
        """SELECT name FROM pragma_index_list(?) WHERE "unique" = 1""", (guarded.table,)
    ).fetchall()
    unique = {
        tuple(
            column
            for (column,) in connection.execute("SELECT name FROM pragma_index_info(?)", index)
        )
        for index in indexes
    }
    assert unique <= set(guarded.unique)


def test_the_fingerprint_is_made_of_the_parts_of_the_content_in_their_order():
    content = Content(MarketId("de"), ChannelId("c"), "de", "Europe/Berlin")
    assert tuple(content.parts()) == CONTENT
