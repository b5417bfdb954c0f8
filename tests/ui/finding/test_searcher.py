from datetime import date

import pytest

from app.commands.searching import Findings, keep_words, missing_words
from app.storage import post_words
from tests.builders import calendars
from ui.finding.searcher import Searcher

TODAY = date(2027, 11, 1)


class LaterJobs:
    """Keeps each job until it is let go."""

    def __init__(self) -> None:
        self.kept: list = []

    def run(self, work, *, done):
        job = Job(work, done)
        self.kept.append(job)
        return job


class Job:
    def __init__(self, work, done) -> None:
        self.work, self.done, self.is_cancelled = work, done, False

    def cancel(self) -> None:
        self.is_cancelled = True

    def check(self) -> None:
        """The progress of it."""


def test_what_was_typed_last_is_what_comes_back(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    calendars.ready_post(session)
    reader, jobs = calendars.reader_of(path), LaterJobs()
    searcher = Searcher(reader, jobs)
    came: list[Findings] = []
    searcher.found.connect(came.append)
    searcher.look_for("rog", TODAY)
    searcher.look_for("roggen", TODAY)
    first, second = jobs.kept
    assert first.is_cancelled
    first.done(first.work(first))
    assert came == []
    second.done(second.work(second))
    assert [one.typed for one in came] == ["roggen"]
    assert came[0].count == 1
    searcher.look_for("", TODAY)
    assert came[-1] == Findings("")
    assert second.is_cancelled
    reader.close()
    session.close()


def test_what_is_unread_is_counted_until_nothing_is(tmp_path, qtbot, monkeypatch):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    calendars.ready_post(session)
    rows = missing_words_of(session)
    reader, jobs = calendars.reader_of(path), LaterJobs()
    searcher = Searcher(reader, jobs)
    came: list[Findings] = []
    searcher.found.connect(came.append)

    def look_for(typed):
        searcher.look_for(typed, TODAY)
        jobs.kept[-1].done(jobs.kept[-1].work(jobs.kept[-1]))

    look_for("roggen")
    keep_words(session, words=rows)
    look_for("rogge")
    monkeypatch.setattr(post_words, "count_missing", lambda _engine: pytest.fail("counted again"))
    look_for("rog")
    assert [one.unread for one in came] == [1, 0, 0]
    reader.close()
    session.close()


def missing_words_of(session):
    with session.engine.write():
        session.engine.run("UPDATE post_words SET version = 0, words = ''")
    return missing_words(session)
