from datetime import time, timedelta

import pytest

from app.commands.reader import Reader
from app.domain.change import ChangeSet
from app.errors import AppError
from tests.builders import calendars
from tests.builders.calendars import LENA, MARC
from ui import queue_count
from ui.jobs import Jobs
from ui.queue_count import ALL_ANEW, QueueCount


@pytest.fixture
def session(tmp_path):
    session = calendars.team_session(tmp_path / "team.countersign")
    yield session
    session.close()


@pytest.fixture
def desk(tmp_path, qtbot, session):
    calendars.ready_post(session)
    reader = calendars.reader_of(tmp_path / "team.countersign")
    jobs = Jobs()
    queue = QueueCount(reader, jobs)
    yield queue, reader.calendar()
    queue.stop()
    jobs.close()
    reader.close()


def test_a_reviewer_hears_how_many_posts_wait(desk, qtbot):
    queue, calendar = desk
    with qtbot.waitSignal(queue.counted) as told:
        queue.count_for(calendar.person(MARC))
    assert told.args == [1]


@pytest.mark.parametrize("who", [LENA, None])
def test_for_a_planner_nothing_waits(desk, who, qtbot):
    queue, calendar = desk
    with qtbot.waitSignal(queue.counted) as told:
        queue.count_for(who and calendar.person(who))
    assert told.args == [0]


def test_only_the_newest_answer_counts(desk, qtbot):
    queue, calendar = desk
    told = []
    queue.counted.connect(told.append)
    queue.count_for(calendar.person(MARC))
    queue.count_for(calendar.person(LENA))
    queue.count_for(calendar.person(MARC))
    qtbot.waitUntil(lambda: 1 in told)
    qtbot.wait(20)
    assert told == [0, 1]


def test_many_changes_at_once_are_counted_once(desk, qtbot, monkeypatch):
    queue, calendar = desk
    counts = []
    monkeypatch.setattr(Reader, "review_queue", lambda *_: counts.append(1) or ())
    for _change in range(5):
        queue.count_for(calendar.person(MARC))
    assert queue.is_about_to_count
    qtbot.waitUntil(lambda: bool(counts))
    assert counts == [1]


@pytest.fixture
def whole(monkeypatch):
    """How often the whole queue was read."""
    read, times = Reader.review_queue, []
    monkeypatch.setattr(Reader, "review_queue", lambda *given: times.append(1) or read(*given))
    return times


def test_the_queue_is_known_once_it_is_read_and_followed_by_what_changes(
    desk, qtbot, session, whole
):
    queue, calendar = desk
    marc = calendar.person(MARC)
    ids = [calendars.ready_post(session, clock=time(hour)) for hour in (11, 12)]
    queue.count_for(marc)
    assert queue.known(marc) is None
    qtbot.waitUntil(lambda: queue.known(marc) is not None)
    assert queue.known(calendar.person(LENA)) is None
    assert len(queue.known(marc)) == 3
    third = calendars.ready_post(session, clock=time(13))
    for post_id in (ids[0], third):
        queue.count_for(marc, ChangeSet("", posts=frozenset({post_id})))
    assert queue.known(marc) is None
    with qtbot.waitSignal(queue.counted) as told:
        pass
    assert (told.args, whole) == ([4], [1])
    assert {one.card.id for one in queue.known(marc)} > {*ids, third}


def test_what_has_gone_out_since_it_was_read_is_neither_known_nor_counted(desk, qtbot, monkeypatch):
    queue, calendar = desk
    marc = calendar.person(MARC)
    with qtbot.waitSignal(queue.counted) as told:
        queue.count_for(marc)
    assert told.args == [1]
    monkeypatch.setattr(queue, "_clock", lambda: calendars.NOW + timedelta(days=99))
    with qtbot.waitSignal(queue.counted) as told:
        assert queue.known(marc) == ()
    assert told.args == [0]


def test_where_more_wait_than_are_told_of_what_leaves_has_them_read(
    desk, qtbot, session, whole, monkeypatch
):
    queue, calendar = desk
    marc = calendar.person(MARC)
    post_id = calendars.ready_post(session, clock=time(8))
    monkeypatch.setattr(queue_count, "QUEUE_LENGTH", 2)
    for changes in (ALL_ANEW, ChangeSet("", posts=frozenset({post_id}))):
        with qtbot.waitSignal(queue.counted):
            queue.count_for(marc, changes)
    assert whole == [1, 1]


def test_what_could_not_be_read_is_not_known(desk, qtbot, monkeypatch):
    queue, calendar = desk
    marc = calendar.person(MARC)
    with qtbot.waitSignal(queue.counted):
        queue.count_for(marc)

    def refuse(*_given):
        raise AppError("Gone.")

    monkeypatch.setattr(Reader, "review_queue", refuse)
    with qtbot.waitSignal(queue.refused) as told:
        queue.count_for(marc)
    assert (told.args, queue.known(marc)) == (["Gone."], None)
