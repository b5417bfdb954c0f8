from dataclasses import dataclass

import pytest

from app.commands.reader import Reader
from app.commands.searching import lacks_words
from app.commands.session import Session
from tests.builders import calendars
from tests.ui.direct import DirectJobs, DirectOperations, DirectWorker
from ui.finding.word_keeper import WordKeeper


@dataclass
class Desk:
    session: Session
    reader: Reader
    worker: DirectWorker
    keeper: WordKeeper


@pytest.fixture
def desk(tmp_path, qapp):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    for _number in range(3):
        calendars.ready_post(session)
    reader = calendars.reader_of(path)
    worker, operations = DirectWorker(reader), DirectOperations(session.me, session)
    yield Desk(session, reader, worker, WordKeeper(reader, worker, DirectJobs(), operations))
    reader.close()
    session.close()


def forget_words(desk):
    with desk.session.engine.write():
        desk.session.engine.run("DELETE FROM post_words")


def test_all_missing_words_are_made_some_at_a_time(desk, monkeypatch):
    monkeypatch.setattr("app.commands.searching.AT_ONCE", 2)
    forget_words(desk)
    desk.keeper.start()
    assert not lacks_words(desk.reader)
    assert desk.worker.asked == ["missing_words"] * 3, "the last finds none missing"


def test_where_none_is_missing_no_process_is_asked(desk):
    desk.keeper.start()
    assert desk.worker.asked == []


def test_nothing_more_is_made_for_a_window_that_goes(desk):
    forget_words(desk)
    desk.keeper.stop()
    desk.keeper.start()
    assert desk.worker.asked == []
    assert lacks_words(desk.reader)
