"""A damaged index of letters: a search says so, or finds nothing that is not so."""

import random
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from app.errors import CalendarFileError
from app.storage import post_index, post_search
from app.storage.audit import verify
from app.storage.sqlite import open_calendar
from app.storage.sqlite_engine import Sqlite
from tests.app.storage.ground import TODAY, Desk, found_team
from tests.faults.scale import times

TRIES = times(60, 2_000)
WORDS = ("t", "te", "text", "text 7", "neu", "12", "\n")


@pytest.fixture
def indexed(tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    with closing(Desk.at(path).engine) as engine:
        desk = Desk(engine)
        for number in range(60):
            desk.create(text=f"Text {number} neu")
        while post_index.is_behind(engine, most=1):
            post_index.catch_up(engine)
    return path


def damage(path, chance):
    """Change one letter of what SQLite keeps of the index, or lose a piece of it."""
    with closing(sqlite3.connect(path)) as connection:
        blocks = connection.execute("SELECT id, block FROM post_index_data ORDER BY id").fetchall()
        place, block = chance.choice(blocks)
        changed = bytearray(block)
        changed[chance.randrange(len(block))] = chance.randrange(256)
        if chance.random() < 0.1:
            connection.execute("DELETE FROM post_index_data WHERE id = ?", (place,))
        else:
            connection.execute(
                "UPDATE post_index_data SET block = ? WHERE id = ?", (changed, place)
            )
        connection.commit()


def test_a_damaged_index_makes_nothing_up_and_is_a_sentence_at_most(indexed):
    whole = indexed.read_bytes()
    chance = random.Random(7)
    came = Counter()
    for _try in range(TRIES):
        indexed.write_bytes(whole)
        damage(indexed, chance)
        for word in WORDS:
            came[how_it_ends(indexed, word)] += 1
        with closing(Sqlite(indexed, is_read_only=True)) as engine:
            assert verify(engine) == ()
    print(dict(came))  # noqa: T201
    assert came["found"]
    assert came["told"]


def how_it_ends(path, word):
    wanted = word.split(" ")
    try:
        with closing(open_calendar(path)) as engine:
            hits = post_search.search(engine, wanted, today=TODAY.date(), most=99)
            rows = engine.read("SELECT post_id, words FROM post_words")
    except CalendarFileError:
        return "told"
    holding = {row["post_id"] for row in rows if all(one in row["words"] for one in wanted)}
    assert {hit.post for hit in hits.nearest} <= holding
    return "found" if len(hits.nearest) == len(holding) else "missed some"
