"""What a screen asks for costs what it shows, however long the plan is."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from app.commands.moving import Move, move_each
from app.commands.posts import cancel_posts, edit_post, put_in_tray
from app.commands.searching import campaigns, search
from tests.builders.calendars import (
    GERMANY,
    QUIET_DAY,
    approve_as,
    reader_of,
    ready_post,
    team_session,
)

GROWING = {
    *("audit", "post", "revision", "authorship", "decision", "post_words", "flag_cache"),
    *("comparison_cache", "export_item", "hand_over_closed"),
}
"""Tables with rows for every post of a plan."""
OF_THE_TRAY = {"revision_undated"}
"""An index that holds nothing but what is shown."""
SPAN = timedelta(days=6)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "team.countersign"


@pytest.fixture
def session(path):
    with closing(team_session(path)) as session:
        yield session


@pytest.fixture
def reader(session, path):
    with closing(reader_of(path)) as reader:
        yield reader


@pytest.fixture
def post(session, reader):
    post = ready_post(session, campaign="Winter")
    approve_as(session, reader, post)
    return post


def statements(connection: sqlite3.Connection, deed: Callable[[], object]) -> set[str]:
    """Return what is asked of the database meanwhile."""
    asked: set[str] = set()
    connection.set_trace_callback(asked.add)
    deed()
    connection.set_trace_callback(None)
    assert asked
    return {sql for sql in asked if re.match(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE)", sql)}


def looked_through(path, sql: str) -> set[str]:
    """Return the tables and indexes that a statement reads from their beginning."""
    with closing(sqlite3.connect(path)) as connection:
        connection.create_function("sha256", 1, str)
        names = dict(connection.execute("SELECT rootpage, name FROM sqlite_master"))
        opened: dict[int, str] = {}
        found = set()
        for _place, opcode, cursor, page, *_rest in connection.execute(f"EXPLAIN {sql}"):
            if opcode == "OpenRead":
                opened[cursor] = names[page]
            elif opcode == "Rewind" and cursor in opened:
                found.add(opened[cursor])
        owners = dict(connection.execute("SELECT name, tbl_name FROM sqlite_master"))
    return {owners[name] for name in found - OF_THE_TRAY}


@pytest.mark.parametrize(
    "question",
    [
        lambda reader, _post: reader.calendar(),
        lambda reader, _post: reader.cards(QUIET_DAY, QUIET_DAY + SPAN),
        lambda reader, _post: reader.cards_of_markets([GERMANY], QUIET_DAY, QUIET_DAY + SPAN),
        lambda reader, _post: reader.cards_in([(GERMANY, QUIET_DAY)]),
        lambda reader, post: reader.cards_of([post]),
        lambda reader, _post: reader.tray(),
        lambda reader, _post: reader.find_post("DE-0001"),
        lambda reader, _post: reader.last_day(),
        lambda reader, post: reader.post(post),
        lambda reader, post: reader.idea(post),
        lambda reader, post: reader.history(post),
        lambda reader, post: reader.twins(reader.post(post).post),
        lambda reader, _post: reader.days(QUIET_DAY, QUIET_DAY + SPAN),
        lambda reader, post: reader.hover_flags(post, GERMANY, QUIET_DAY),
        lambda reader, _post: reader.review_queue(reader.calendar().people[0]),
        lambda reader, _post: reader.ghosts(QUIET_DAY, QUIET_DAY + SPAN),
        lambda reader, _post: reader.recall_list(),
        lambda reader, _post: reader.leaving(),
        lambda reader, _post: reader.listed(QUIET_DAY, QUIET_DAY + SPAN),
        lambda reader, _post: campaigns(reader),
        lambda reader, _post: search(reader, "roggen", today=QUIET_DAY),
        lambda reader, _post: (reader.has_changed(), reader.newest_event(), reader.stand()),
    ],
)
def test_no_question_of_a_screen_looks_through_the_whole_plan(question, reader, post, path):
    for sql in statements(reader.engine.connection, lambda: question(reader, post)):
        assert not looked_through(path, sql) & GROWING, sql


@pytest.mark.parametrize(
    "deed",
    [
        lambda session, _reader, _post: ready_post(session),
        lambda session, _reader, post: edit_post(
            session, post_id=post, base_revision=2, changes={"text": "Frisch"}
        ),
        lambda session, reader, post: move_each(
            session, moves=[Move(post, QUIET_DAY + SPAN, reader.post(post).post.content.local)]
        ),
        lambda session, _reader, post: put_in_tray(session, post_ids=[post]),
        lambda session, _reader, post: cancel_posts(session, post_ids=[post]),
        approve_as,
    ],
)
def test_nothing_that_is_saved_looks_through_the_whole_plan(deed, session, reader, post, path):
    for sql in statements(session.engine.connection, lambda: deed(session, reader, post)):
        assert not looked_through(path, sql) & GROWING, sql
