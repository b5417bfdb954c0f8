import pytest

from app.commands.reader import Reader
from tests.builders import calendars
from tests.builders.calendars import LENA, MARC
from ui.jobs import Jobs
from ui.queue_count import QueueCount


@pytest.fixture
def desk(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    calendars.ready_post(session)
    reader = calendars.reader_of(path)
    jobs = Jobs()
    queue = QueueCount(reader, jobs)
    yield queue, reader.calendar()
    queue.stop()
    jobs.close()
    reader.close()
    session.close()


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
