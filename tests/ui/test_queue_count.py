import pytest

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
    yield QueueCount(reader, jobs), reader.calendar()
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
