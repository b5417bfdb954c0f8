from dataclasses import dataclass
from unittest.mock import patch

import pytest

from app.commands.reader import Reader
from app.commands.searching import lacks_words
from app.commands.session import Session
from app.domain.change import ChangeSet
from tests.builders import calendars
from tests.ui.direct import DirectJobs, DirectOperations, DirectWorker
from ui.finding.word_keeper import WordKeeper


@dataclass
class Desk:
    session: Session
    reader: Reader
    worker: DirectWorker
    operations: DirectOperations
    keeper: WordKeeper


@pytest.fixture
def desk(tmp_path, qapp):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    for _number in range(3):
        calendars.ready_post(session)
    reader = calendars.reader_of(path)
    worker, operations = DirectWorker(reader), DirectOperations(session.me, session)
    keeper = WordKeeper(reader, worker, DirectJobs(), operations)
    yield Desk(session, reader, worker, operations, keeper)
    reader.close()
    session.close()


def forget_words(desk):
    with desk.session.engine.write():
        desk.session.engine.run("UPDATE post_words SET version = 0, words = ''")


def test_all_missing_words_are_made_some_at_a_time(desk, monkeypatch):
    monkeypatch.setattr("app.commands.searching.AT_ONCE", 2)
    forget_words(desk)
    desk.keeper.start()
    assert not lacks_words(desk.reader)
    assert desk.worker.asked == ["missing_words"] * 3, "the last finds none missing"


def test_where_none_is_missing_no_process_is_asked(desk):
    desk.keeper.start()
    assert desk.worker.asked == []


def outside(desk):
    rows = desk.reader.engine.read("SELECT count(*) AS posts FROM post_words WHERE place IS NULL")
    return rows[0]["posts"]


@pytest.fixture
def two_are_many(monkeypatch):
    monkeypatch.setattr("app.commands.searching.MOST_OUTSIDE", 2)
    monkeypatch.setattr("ui.finding.word_keeper.MANY", 2)


@pytest.mark.usefixtures("two_are_many")
def test_the_index_is_brought_up_to_date_where_it_is_behind(desk):
    assert outside(desk) == 3
    desk.keeper.start()
    assert outside(desk) == 0
    assert desk.worker.asked == []


@pytest.mark.usefixtures("two_are_many")
def test_it_is_not_looked_after_each_step_whether_more_is_to_be_done(desk, monkeypatch):
    monkeypatch.setattr("app.storage.post_index.AT_ONCE", 1)
    with patch.object(Reader, "again", autospec=True, side_effect=Reader.again) as looks:
        desk.keeper.start()
    assert outside(desk) == 0
    assert looks.call_count == 2, "before the three posts came in, and after"


@pytest.mark.usefixtures("two_are_many")
def test_words_that_were_missing_come_into_the_index(desk):
    forget_words(desk)
    desk.keeper.start()
    assert not lacks_words(desk.reader)
    assert outside(desk) == 0


def test_an_index_that_lacks_few_is_let_be(desk):
    desk.keeper.start()
    assert outside(desk) == 3


@pytest.mark.usefixtures("two_are_many")
def test_after_many_saved_posts_the_index_is_looked_after_again(desk):
    desk.keeper.start()
    for number in range(2):
        assert outside(desk) == number
        post = calendars.ready_post(desk.session)
        desk.operations.changed.emit(ChangeSet("", posts=frozenset({post})))
    assert outside(desk) == 0


@pytest.mark.usefixtures("two_are_many")
def test_an_index_that_cannot_be_written_is_let_be_until_the_next_time(desk):
    def refuse(_command, *, refused, **_told):
        refused("Another program is writing.")

    with patch.object(desk.operations, "run", refuse):
        desk.keeper.start()
    assert outside(desk) == 3
    desk.keeper.start()
    assert outside(desk) == 0


def test_nothing_more_is_made_for_a_window_that_goes(desk):
    forget_words(desk)
    desk.keeper.stop()
    desk.keeper.start()
    assert desk.worker.asked == []
    assert lacks_words(desk.reader)
