from datetime import timedelta

import pytest

from app.commands.catch import Catch
from app.commands.holds import lift_hold, place_hold
from app.commands.posts import cancel_posts, edit_post
from app.domain.hold import Scope
from app.errors import CalendarFileError
from tests.builders import calendars
from tests.builders.calendars import GERMANY, LENA, MARC, QUIET_DAY, act_as, approve_as, ready_post
from tests.ui.direct import DirectJobs
from ui.holds.hold_watch import HoldNews, HoldWatch


class LateJobs:
    """Keeps each job until the test lets it go."""

    def __init__(self) -> None:
        self.waiting = []

    def run(self, work, *, done, refused=None, title=""):
        self.waiting.append((work, done, refused))

    def end(self):
        work, done, refused = self.waiting.pop(0)
        try:
            result = work(None)
        except CalendarFileError as problem:
            refused(str(problem))
        else:
            done(result)


def watched(reader, jobs):
    watch, told = HoldWatch(reader, jobs), []
    watch.told.connect(told.append)
    return watch, told


@pytest.fixture
def desk(tmp_path):
    session = calendars.team_session(tmp_path / "team.countersign")
    reader = calendars.reader_of(tmp_path / "team.countersign")
    approve_as(session, reader, ready_post(session, day=QUIET_DAY))
    yield session, reader
    reader.close()
    session.close()


def test_standing_holds_are_counted_and_lifted_ones_say_what_must_be_read(desk, qapp):
    session, reader = desk
    watch, told = watched(reader, DirectJobs())
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Fire")
    (hold,) = reader.calendar().holds
    watch.look((hold,))
    act_as(session, MARC)
    lift_hold(session, hold_id=hold.id, reason="All are safe")
    watch.look(reader.calendar().holds)
    assert told == [HoldNews({hold.id: Catch(1)}), HoldNews(to_read={hold.id: 1})]


def test_without_holds_nothing_is_read(qapp):
    watch, told = watched(None, None)
    watch.look(())
    assert told == [HoldNews()]


def test_what_is_asked_meanwhile_is_counted_once_at_the_end(desk, qapp):
    session, reader = desk
    jobs = LateJobs()
    watch, told = watched(reader, jobs)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Fire")
    for _number in range(3):
        watch.look(reader.calendar().holds)
    assert len(jobs.waiting) == 1
    jobs.end()
    assert told == []
    jobs.end()
    assert [list(news.catches.values()) for news in told] == [[Catch(1)]]
    assert jobs.waiting == []


def test_a_file_that_cannot_be_read_now_is_read_at_the_next_change(desk, qapp, monkeypatch):
    session, reader = desk
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Fire")
    holds = reader.calendar().holds
    jobs = LateJobs()
    watch, told = watched(reader, jobs)

    def unreadable():
        raise CalendarFileError("It cannot be read.")

    with monkeypatch.context() as patch:
        patch.setattr(type(reader), "again", lambda _reader: unreadable())
        watch.look(holds)
        jobs.end()
    assert told == []
    watch.look(holds)
    jobs.end()
    assert len(told) == 1


def test_a_change_of_some_posts_has_only_those_looked_at_again(desk, qapp):
    session, reader = desk
    second = ready_post(session, day=QUIET_DAY + timedelta(days=1))
    approve_as(session, reader, second)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Fire")
    (hold,) = reader.calendar().holds
    act_as(session, MARC)
    lift_hold(session, hold_id=hold.id, reason="All are safe")
    watch, told = watched(reader, DirectJobs())
    watch.look(reader.calendar().holds)
    act_as(session, LENA)
    cancel_posts(session, post_ids=[second])
    watch.look_at(frozenset({second}))
    session.undo()
    watch.look_at(frozenset({second}))
    assert [dict(news.to_read) for news in told] == [{hold.id: 2}, {hold.id: 1}, {hold.id: 2}]
    watch.look_at(frozenset())
    assert len(told) == 3


def test_a_change_of_posts_that_the_first_look_did_not_know_is_counted_too(desk, qapp):
    session, reader = desk
    post_id = reader.find_post("DE-0001")
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Fire")
    (hold,) = reader.calendar().holds
    cancel_posts(session, post_ids=[post_id])
    act_as(session, MARC)
    lift_hold(session, hold_id=hold.id, reason="All are safe")
    watch, told = watched(reader, DirectJobs())
    watch.look(reader.calendar().holds)
    edit_post(session, post_id=post_id, base_revision=3, changes={"cancelled": False})
    watch.look_at(frozenset({post_id}))
    assert [dict(news.to_read) for news in told] == [{}, {hold.id: 1}]
