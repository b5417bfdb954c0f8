"""Missing flags worked out beside the window: few here, many in the process, none twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.commands.flags import AT_ONCE
from app.commands.worker import WorkerLostError
from app.domain.post import PostId
from app.storage import posts
from tests.builders import calendars
from tests.builders.calendars import QUIET_DAY
from tests.ui.direct import DirectJobs, DirectOperations, DirectWorker
from ui.assessor import Assessor

LAST_DAY = QUIET_DAY + timedelta(days=30)


class Desk:
    """An assessor over a real calendar, and what it asks of whom."""

    def __init__(self, path) -> None:
        self.session = calendars.team_session(path)
        self.reader = calendars.reader_of(path)
        self.worker = DirectWorker(self.reader)
        self.operations = DirectOperations(self.session.me, self.session)
        self.changes = []
        self.operations.changed.connect(self.changes.append)
        self.assessor = Assessor(self.worker, DirectJobs(), self.operations)

    def have_posts(self, count: int) -> list[str]:
        """Make so many posts on one day, and forget all flags."""
        (first,) = posts.by_ids(self.session.engine, [calendars.ready_post(self.session)])
        copies = [
            replace(
                first.changed(text=f"{calendars.BREAD} {number}"),
                id=PostId(f"copy-{number}"),
                revision=0,
                number=0,
            )
            for number in range(1, count)
        ]
        self.session.write("Copies", [first] * len(copies), copies)
        self.forget()
        return [first.id, *(copy.id for copy in copies)]

    def forget(self) -> None:
        with self.session.engine.write():
            self.session.engine.run("DELETE FROM flag_cache")

    @property
    def missing(self) -> int:
        return sum(not card.is_assessed for card in self.reader.cards(QUIET_DAY, LAST_DAY))

    def close(self) -> None:
        self.reader.close()
        self.session.close()


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "team.countersign")
    yield made
    made.close()


def test_few_are_worked_out_without_the_process(desk):
    desk.have_posts(3)
    desk.assessor.assess(QUIET_DAY, LAST_DAY, missing=3)
    assert desk.missing == 0
    assert desk.worker.asked == []


def test_many_are_left_to_the_process_and_stored_in_slices(desk):
    count = 2 * AT_ONCE + 5
    desk.have_posts(count)
    desk.assessor.assess(QUIET_DAY, LAST_DAY, missing=count)
    assert desk.missing == 0
    assert desk.worker.asked == ["missing_between", *["assessed"] * 3]
    assert [len(change.posts) for change in desk.changes] == [0, 0, count]


def test_the_screens_are_told_less_and_less_often_and_of_every_post_once(desk, monkeypatch):
    monkeypatch.setattr("ui.assessor.AT_ONCE", 10)
    count = 17 * 10
    ids = desk.have_posts(count)
    desk.assessor.assess(QUIET_DAY, LAST_DAY, missing=count)
    told = [change.posts for change in desk.changes if change.posts]
    assert [len(posts) for posts in told] == [50, 100, 20]
    assert frozenset().union(*told) == set(ids)


def test_where_few_turn_out_to_be_many_the_process_takes_the_rest(desk):
    desk.have_posts(AT_ONCE + 5)
    desk.assessor.assess(QUIET_DAY, LAST_DAY, missing=1)
    assert desk.missing == 0
    assert desk.worker.asked == ["missing_between", "assessed"]


def test_posts_that_came_in_together_are_assessed_wherever_they_stand(desk):
    ids = desk.have_posts(AT_ONCE + 5)
    desk.assessor.assess_posts(ids)
    assert desk.missing == 0
    desk.assessor.assess_posts(ids)
    assert desk.worker.asked.count("assessed") == 2


def test_where_no_process_starts_a_view_is_assessed_all_the_same(desk):
    ids = desk.have_posts(2 * AT_ONCE + 5)

    def lost(*_facts):
        raise WorkerLostError("Gone.")

    desk.worker.ask = lost
    desk.assessor.assess_posts(ids)
    assert desk.missing == len(ids)
    desk.assessor.assess(QUIET_DAY, LAST_DAY, missing=len(ids))
    assert desk.missing == 0
    assert desk.operations.sentences == []


def test_a_slice_of_which_the_process_dies_keeps_nobody_from_the_others(desk):
    ids = desk.have_posts(2 * AT_ONCE)
    ask, lost = desk.worker.ask, []

    def dies_once(deed, *facts):
        if deed.__name__ == "assessed" and not lost:
            lost.append(deed)
            raise WorkerLostError("Gone.")
        return ask(deed, *facts)

    desk.worker.ask = dies_once
    desk.assessor.assess_posts(ids)
    assert desk.missing == AT_ONCE


def test_once_stopped_it_starts_nothing(desk):
    desk.have_posts(3)
    desk.assessor.stop()
    desk.assessor.assess(QUIET_DAY, LAST_DAY, missing=3)
    desk.assessor.assess(QUIET_DAY, LAST_DAY, missing=AT_ONCE + 1)
    desk.assessor.assess_posts(["p1"])
    assert desk.missing == 3
    assert desk.worker.asked == []
