from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.change import ChangeSet
from app.errors import CalendarFileError
from tests.builders.ui import MONDAY, card, on, recall
from tests.ui.direct import DirectJobs
from ui.recall.recall_watch import RecallWatch

FIRST = recall(card(1), on(MONDAY, 9))
SECOND = recall(card(2), on(MONDAY, 12))


class Listed:
    """A reader of a list that a test can change."""

    def __init__(self, *found) -> None:
        self.found = found
        self.asked = []

    def again(self):
        return self

    def close(self):
        """Nothing is open."""

    def recall_list(self, wanted=None):
        self.asked.append(wanted)
        return tuple(one for one in self.found if wanted is None or one.card.id in wanted)


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


def watched(reader, jobs=None):
    watch, told = RecallWatch(reader, jobs or DirectJobs()), []
    watch.told.connect(told.append)
    return watch, told


def touched(*recalls):
    return ChangeSet("Move", posts=frozenset(one.card.id for one in recalls))


def test_the_list_is_read_whole_and_then_only_where_something_has_changed(qapp):
    reader = Listed(SECOND)
    watch, told = watched(reader)
    watch.look()
    reader.found = (FIRST, SECOND)
    watch.on_changed(touched(FIRST))
    reader.found = (FIRST,)
    watch.on_changed(touched(SECOND))
    assert told == [(SECOND,), (FIRST, SECOND), (FIRST,)]
    assert reader.asked == [None, {FIRST.card.id}, {SECOND.card.id}]
    assert watch.found == (FIRST,)


def test_a_change_of_everything_reads_everything_and_none_reads_nothing(qapp):
    reader = Listed()
    watch, _told = watched(reader)
    watch.on_changed(ChangeSet("Hold", everything=True))
    watch.on_changed(ChangeSet("Nothing"))
    assert reader.asked == [None]


@pytest.mark.parametrize("is_whole", [False, True])
def test_what_is_asked_meanwhile_is_read_once_at_the_end(qapp, is_whole):
    reader, jobs = Listed(FIRST, SECOND), LateJobs()
    watch, told = watched(reader, jobs)
    watch.look()
    watch.on_changed(touched(FIRST))
    watch.on_changed(touched(SECOND))
    if is_whole:
        watch.look()
    assert len(jobs.waiting) == 1
    jobs.end()
    jobs.end()
    assert not jobs.waiting
    assert reader.asked == [None, None if is_whole else {FIRST.card.id, SECOND.card.id}]
    assert told[-1] == (FIRST, SECOND)


@pytest.mark.parametrize("is_whole", [False, True])
def test_what_cannot_be_read_now_is_read_with_the_next_change(qapp, monkeypatch, is_whole):
    reader, jobs = Listed(FIRST, SECOND), LateJobs()
    watch, told = watched(reader, jobs)

    def unreadable(_wanted=None):
        raise CalendarFileError("It cannot be read.")

    with monkeypatch.context() as patch:
        patch.setattr(reader, "recall_list", unreadable)
        watch.look() if is_whole else watch.on_changed(touched(FIRST))
        jobs.end()
    assert (told, jobs.waiting) == ([], [])
    watch.on_changed(touched(SECOND))
    jobs.end()
    assert told == [(FIRST, SECOND)]


def test_what_cannot_be_read_is_read_with_what_has_changed_meanwhile(qapp, monkeypatch):
    reader, jobs = Listed(FIRST, SECOND), LateJobs()
    watch, told = watched(reader, jobs)

    def unreadable(_wanted=None):
        raise CalendarFileError("It cannot be read.")

    watch.on_changed(touched(FIRST))
    watch.on_changed(touched(SECOND))
    with monkeypatch.context() as patch:
        patch.setattr(reader, "recall_list", unreadable)
        jobs.end()
    jobs.end()
    assert told == [(FIRST, SECOND)]


def test_what_has_gone_out_leaves_the_list(qapp):
    watch, told = watched(Listed(FIRST, SECOND))
    watch.look()
    due = FIRST.hand_over.instant
    assert not watch.drop_past(due - timedelta(seconds=1))
    assert watch.drop_past(due)
    assert told[-1] == (SECOND,)
    assert not watch.drop_past(due)


def test_an_entry_that_is_told_otherwise_takes_the_place_of_the_old_one(qapp):
    reader = Listed(FIRST)
    watch, told = watched(reader)
    watch.look()
    renamed = replace(FIRST, headline="Other")
    reader.found = (renamed,)
    watch.on_changed(touched(FIRST))
    assert told[-1] == (renamed,)
