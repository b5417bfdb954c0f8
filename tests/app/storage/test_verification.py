"""Verifying finds what is not as it was written, without getting in anybody's way."""

import sqlite3
from contextlib import closing

import pytest

from app.storage import posts, verification
from app.storage.audit import verify
from app.storage.sqlite import open_calendar
from tests.app.storage.ground import Desk


@pytest.fixture
def busy_calendar(calendar_path):
    desk = Desk.at(calendar_path)
    for _ in range(3):
        post = desk.edit("eva", desk.create(inherited=["olga"]), text="Two")
        desk.decide("ben", post)
    desk.export(post)
    desk.lift(desk.hold())
    desk.engine.close()
    return calendar_path


def test_a_calendar_in_use_is_whole(busy_calendar):
    with closing(open_calendar(busy_calendar)) as engine:
        assert verify(engine) == ()


def test_progress_is_told_and_can_end_the_work(busy_calendar):
    shares = []
    with closing(open_calendar(busy_calendar)) as engine:
        verify(engine, progress=shares.append)
        assert shares == sorted(shares)
        assert shares[-1] == 1.0

        def stop(_share):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            verify(engine, progress=stop)


def test_a_calendar_that_grows_meanwhile_is_verified_to_its_new_end(busy_calendar, monkeypatch):
    monkeypatch.setattr(verification, "_SLICE", 10)
    other = Desk.at(busy_calendar, "later")
    with closing(open_calendar(busy_calendar)) as engine:
        assert verify(engine, progress=lambda share: share < 0.5 and other.create()) == ()
    other.engine.close()


def spoiled(path, statement, *triggers):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        kept = [
            connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[
                0
            ]
            for name in triggers
        ]
        for name in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for text in kept:
            connection.execute(text)


SPOILED = {
    "an event changed": (
        "UPDATE audit SET origin = 'elsewhere' WHERE seq = 5", ["audit_frozen"], "audit:5",
    ),
    "an event and its hash changed": (
        "UPDATE audit SET hash = 'x' WHERE seq = 5", ["audit_frozen"], "audit:5",
    ),
    "an event gone": ("DELETE FROM audit WHERE seq = 12", ["audit_kept"], "audit:13"),
    "a row gone": ("DELETE FROM authorship WHERE post_id = 'post-1'", ["authorship_kept"],
                   "authorship:post-1@olga"),
    "a row changed": (
        "UPDATE hold SET reason = 'x'", ["hold_frozen"], "hold:",
    ),
    "a row in the place of another": (
        "UPDATE person_version SET person_id = 'x' WHERE person_id = 'ana'",
        ["person_version_frozen"], "person_version:ana",
    ),
    "a row moved beyond the end": (
        "UPDATE hold SET seq = 999", ["hold_frozen"], "hold:999",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SPOILED)
def test_what_was_spoiled_is_named(busy_calendar, what):
    statement, triggers, subject = SPOILED[what]
    spoiled(busy_calendar, statement, *triggers)
    with closing(open_calendar(busy_calendar)) as engine:
        subjects = [finding.subject for finding in verify(engine)]
    assert [one for one in subjects if one.startswith(subject)]


def test_history_is_read_in_small_pieces(calendar_path, monkeypatch):
    """A reader keeps writers out for as long as its read takes."""
    desk = Desk.at(calendar_path)
    drafts = [desk.draft() for _ in range(1200)]
    posts.create(desk.engine, desk.stamp("ana"), drafts, {})
    pieces, read = [], desk.engine.read

    def counted(sql, **parameters):
        rows = read(sql, **parameters)
        pieces.append(len(rows))
        return rows

    monkeypatch.setattr(desk.engine, "read", counted)
    assert verify(desk.engine) == ()
    assert sum(pieces) > 2 * 2400
    assert max(pieces) <= 500
    desk.engine.close()
