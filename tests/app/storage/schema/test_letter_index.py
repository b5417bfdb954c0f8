"""The table that SQLite itself keeps: whether it can be, and that nothing else has its name."""

from contextlib import closing
from unittest.mock import patch

import pytest

from app.storage import post_index, post_search
from app.storage.schema import letter_index
from tests.app.storage.ground import TODAY, Desk, found_team


def test_a_sqlite_that_has_no_such_tables_makes_and_opens_calendars_all_the_same(tmp_path):
    path = tmp_path / "plan.countersign"
    with patch.object(letter_index, "can_be", return_value=False):
        found_team(path)
    with closing(Desk.at(path).engine) as engine:
        post = Desk(engine).create(text="Sale")
        assert not post_index.is_there(engine)
        found = post_search.search(engine, ["sale"], today=TODAY.date(), most=9)
        assert [hit.post for hit in found.nearest] == [post.id]


def test_whether_this_sqlite_has_such_tables_is_tried():
    letter_index.can_be.cache_clear()
    with patch.object(letter_index, "MAKE", "CREATE VIRTUAL TABLE x USING unheard_of(y)"):
        assert not letter_index.can_be()
    letter_index.can_be.cache_clear()
    assert letter_index.can_be()


@pytest.mark.parametrize(
    "forgery",
    [
        "CREATE TABLE post_index (grams)",
        "CREATE VIEW post_index AS SELECT 'a' AS grams",
        "CREATE VIRTUAL TABLE post_index USING fts5(grams)",
    ],
)
def test_anything_else_by_its_name_is_no_part_of_a_calendar(desk, forgery):
    desk.engine.connection.set_authorizer(None)
    desk.engine.connection.execute(f"DROP TABLE {letter_index.TABLE}")
    desk.engine.connection.execute(forgery)
    assert not desk.engine.schema_is_whole()
