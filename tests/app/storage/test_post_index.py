"""The index of letters: it answers as looking through all posts would, and may be absent."""

import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from itertools import islice
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import CalendarFileError
from app.storage import migrations, post_index, post_search, post_words
from app.storage.migrations import STEPS
from app.storage.post_search import MOST_COUNTED, Hits
from app.storage.post_words import wanted_words
from app.storage.schema import letter_index
from app.storage.sqlite import create_calendar, open_calendar
from app.storage.sqlite_engine import Sqlite
from tests.app.storage.ground import MONDAY, Desk, found_team

LETTERS = 'aбß新🥖 \n"\0'
"""Few letters of many scripts, so that words meet in many ways."""
TEXTS = st.text(LETTERS, min_size=1, max_size=12) | st.sampled_from(
    ["th and breads", "👩‍🚀 50%_*^'"]
)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=3), min_size=1, max_size=2)
TIMES = st.sampled_from(
    [None, *(f"2030-03-{day:02}T{hour}" for day in (3, 4, 5) for hour in ("00:00", "09:30"))]
)
DEEDS = st.lists(
    st.one_of(*[st.tuples(st.integers(1, 9), TIMES, TEXTS)] * 4, st.none()), min_size=5, max_size=30
)
"""Post after post is saved, or saved again; nothing stands for the index catching up."""
SAVE = """
    INSERT INTO post_words (seq, post_id, local, campaign, version, words)
    VALUES (:seq, :post_id, :local, '', 1, :words)
    ON CONFLICT (seq) DO UPDATE SET local = excluded.local, words = excluded.words
"""


SIZES = st.tuples(
    st.integers(1, 5),
    st.sampled_from([2, MOST_COUNTED]),
    st.sampled_from([1, 3, post_index.AT_ONCE]),
)
"""How many are told of, how far it is counted, and how much is done in one step."""


class UndoneError(Exception):
    """Takes back what an example wrote."""


@contextmanager
def taken_back(engine):
    with suppress(UndoneError), engine.write():
        yield
        raise UndoneError


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "plan.countersign"
    with closing(create_calendar(path, name="Words")) as engine:
        yield engine


def save(engine, seq, local, words):
    engine.run(SAVE, seq=seq, post_id=f"post-{seq * 7 % 10}", local=local, words=words)


def hits(engine, wanted, **how):
    return post_search.search(engine, wanted, **{"today": MONDAY.date(), "most": 60, **how})


def found(engine, typed):
    return {hit.post for hit in hits(engine, wanted_words(typed)).nearest}


def looked_through(engine, wanted, **how):
    with patch.object(post_index, "is_there", return_value=False):
        return hits(engine, wanted, **how)


def counted(found: Hits):
    return found.nearest, min(found.total, post_search.MOST_COUNTED + 1)


def catch_up(engine):
    while post_index.is_behind(engine, most=1):
        post_index.catch_up(engine)


def outside(engine):
    return [row["post_id"] for row in engine.read("SELECT * FROM post_words WHERE place IS NULL")]


def left(engine):
    return engine.read("SELECT * FROM post_words_left")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(DEEDS, WORDS, SIZES)
def test_it_finds_what_looking_through_all_finds_in_the_same_order(empty, deeds, wanted, sizes):
    most, counted_on, step = sizes

    def expect_the_same():
        asked = {"most": most, "but": "post-5"}
        by_index = counted(hits(empty, wanted, **asked))
        assert by_index == counted(looked_through(empty, wanted, **asked))

    with (
        patch.multiple(post_index, _STEP=step, AT_ONCE=step),
        patch.object(post_search, "MOST_COUNTED", counted_on),
        taken_back(empty),
    ):
        for deed in deeds:
            if deed is None:
                post_index.catch_up(empty)
            else:
                save(empty, *deed)
        expect_the_same()
        catch_up(empty)
        assert outside(empty) == left(empty) == []
        expect_the_same()


@pytest.mark.parametrize(
    "word", ["a", "新", "🥖", "新春", "th", '"', "50%", "and", "breads", "a b"]
)
def test_it_names_none_of_many_others(empty, word):
    with taken_back(empty):
        for seq in range(1, 40):
            save(empty, seq, None, f"0001\n{word}" if seq == 7 else "0002\nxyz")
        catch_up(empty)
        steps = [*post_index.walk(empty, [word], "", 0, post_index.END)]
        assert [one.post for step in steps for one in step] == ["post-9"]


def test_all_posts_come_into_it_some_at_a_time(desk):
    with patch.object(post_index, "AT_ONCE", 2):
        made = [desk.create(text="Sale").id for _number in range(3)]
        assert outside(desk.engine) == made
        post_index.catch_up(desk.engine)
        assert outside(desk.engine) == made[2:]
        assert found(desk.engine, "sale") == {*made}
        catch_up(desk.engine)
    assert outside(desk.engine) == []
    assert found(desk.engine, "sale") == {*made}


def test_it_is_behind_once_many_posts_are_outside_or_no_more(desk):
    posts = [desk.create(text="Sale") for _number in range(2)]
    assert post_index.is_behind(desk.engine, most=2)
    assert not post_index.is_behind(desk.engine, most=3)
    catch_up(desk.engine)
    desk.edit("ana", posts[0], text="Bread")
    assert post_index.is_behind(desk.engine, most=2), "one is outside, and its old words are left"


def test_a_post_with_other_words_is_looked_through_until_they_are_in_it(desk):
    post = desk.create(text="Winter")
    catch_up(desk.engine)
    desk.edit("ana", post, text="Spring")
    assert outside(desk.engine) == [post.id]
    for _time in range(2):
        assert (found(desk.engine, "winter"), found(desk.engine, "spring")) == (set(), {post.id})
        catch_up(desk.engine)


def test_another_day_is_another_place_and_another_hour_is_none(desk):
    post = desk.create(text="Winter")
    catch_up(desk.engine)
    post = desk.edit("ana", post, local=MONDAY + timedelta(hours=2))
    assert outside(desk.engine) == []
    desk.edit("ana", post, local=MONDAY + timedelta(days=1))
    assert outside(desk.engine) == [post.id]
    assert len(left(desk.engine)) == 1


def test_words_that_are_gone_are_not_found(desk):
    desk.create(text="Winter")
    catch_up(desk.engine)
    with desk.engine.write():
        desk.engine.run("DELETE FROM post_words")
    assert found(desk.engine, "winter") == set()
    catch_up(desk.engine)
    assert left(desk.engine) == []
    (named,) = post_index.walk(desk.engine, ["winter"], "", 0, post_index.END)
    assert named == []


def test_where_it_names_many_and_few_are_meant_all_are_looked_through(desk):
    meant = desk.create(text="abcd")
    for _number in range(3):
        desk.create(text="abc bcd")
    catch_up(desk.engine)
    with patch.object(post_search, "MOST_NAMED", 2):
        assert found(desk.engine, "abcd") == {meant.id}


def test_between_its_steps_it_is_asked_whether_somebody_still_wants_it(desk):
    desk.create(text="Sale")
    catch_up(desk.engine)
    asked = []
    hits(desk.engine, ["sale"], checked=lambda: asked.append("step"))
    assert asked


def test_a_post_that_is_saved_meanwhile_is_not_missed(calendar_path):
    with (
        closing(open_calendar(calendar_path)) as mine,
        closing(open_calendar(calendar_path)) as theirs,
    ):
        other = Desk(theirs)
        post = other.create(text="Sale", local=None)
        catch_up(theirs)
        waiting = [lambda: other.edit("ana", post, text="Sale now", local=None)]

        def save_once():
            while waiting:
                waiting.pop()()

        assert [hit.post for hit in hits(mine, ["sale"], checked=save_once).nearest] == [post.id]


# --- where there is none --------------------------------------------------------------------------


def test_a_calendar_without_it_is_whole_and_searched(desk):
    post = desk.create(text="Sale")
    catch_up(desk.engine)
    desk.engine.connection.set_authorizer(None)
    desk.engine.connection.execute(f"DROP TABLE {letter_index.TABLE}")
    desk.engine.seal()
    assert desk.engine.schema_is_whole()
    assert found(desk.engine, "sale") == {post.id}
    assert not post_index.is_behind(desk.engine, most=0)


def test_a_table_behind_it_that_is_missing_leaves_the_search_as_it_was(tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    with closing(Desk.at(path).engine) as engine:
        post = Desk(engine).create(text="Sale")
        catch_up(engine)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'post_index_config'")
        connection.commit()
    with closing(Sqlite(path, is_read_only=True)) as engine:
        assert found(engine, "sale") == {post.id}


def test_damage_within_it_is_a_sentence_or_hides_nothing_else(tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    with closing(Desk.at(path).engine) as engine:
        Desk(engine).create(text="Sale")
        catch_up(engine)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE post_index_data SET block = x'ffffffffff'")
        connection.commit()
    # A newer SQLite finds it when the file is opened, another one when the index is asked.
    with (
        pytest.raises(CalendarFileError, match="is damaged"),
        closing(open_calendar(path)) as engine,
    ):
        found(engine, "sale")
    with closing(Sqlite(path, is_read_only=False)) as engine:
        assert Desk(engine, "other").create(text="Bread").number == 2


# --- an older calendar ----------------------------------------------------------------------------


def test_an_older_calendar_is_searched_before_anything_is_in_its_index(tmp_path, monkeypatch):
    path = tmp_path / "plan.countersign"
    with monkeypatch.context() as then:
        then.setattr(migrations, "STEPS", dict(islice(STEPS.items(), 10)))
        migrations.expected_fingerprint.cache_clear()
        found_team(path)
        with closing(Desk.at(path).engine) as engine:
            older = Desk(engine)
            first, second = older.create(text="Sale"), older.create(text="Sale")
            with engine.write():
                engine.run("DELETE FROM post_words WHERE post_id = :id", id=first.id)
    migrations.expected_fingerprint.cache_clear()
    with closing(open_calendar(path)) as engine:
        assert found(engine, "sale") == {second.id}
        assert post_words.missing(engine, limit=9) == [first.id]
        post_words.keep_missing(engine, post_words.rows_of([first]))
        for _time in range(2):
            assert found(engine, "sale") == {first.id, second.id}
            catch_up(engine)
