from dataclasses import dataclass

import pytest

from app.commands.review_queue import Whose
from app.domain.change import ChangeSet
from app.domain.person import Person, PersonId, Role
from app.errors import AppError
from tests.builders import ui_b
from tests.ui.direct import LaterJobs
from ui.review.queue_reader import MOST_READ_AGAIN, AfterHold, QueueReader

MARC = ui_b.MARC_PERSON
LENA = Person(PersonId("lena"), "Lena", Role.PLANNER)


@dataclass
class Asked:
    """A reader that only remembers what it was asked."""

    questions: list[str]

    def again(self):
        return self

    def close(self):
        """Nothing is open."""

    def review_queue(self, _person, whose):
        self.questions.append(whose.value)
        return (whose.value,)

    def queue_after_hold(self, _person, hold):
        self.questions.append(hold)
        return (hold,)

    def queue_again(self, _person, _whose, _known, touched):
        self.questions.append("again")
        return tuple(sorted(touched))


@pytest.fixture
def desk(qapp):
    asked, jobs, came = Asked([]), LaterJobs(), []
    reader = QueueReader(asked, jobs)
    reader.came.connect(came.append)
    return reader, asked, jobs, came


def test_the_queue_is_read_by_a_job(desk):
    reader, asked, jobs, came = desk
    reader.read(MARC, Whose.MINE, None)
    assert (asked.questions, reader.is_reading) == ([], True)
    jobs.do_all()
    assert (came, reader.is_reading) == ([("mine",)], False)


def test_only_the_newest_question_is_answered(desk):
    reader, _asked, jobs, came = desk
    reader.read(MARC, Whose.MINE, None)
    old = jobs.waiting[0]
    reader.read(MARC, Whose.ALL, None)
    assert old.is_cancelled
    old.do()  # as where it had come too far to be cancelled
    jobs.do_all()
    assert came == [("all",)]


def test_what_the_window_knows_to_wait_comes_at_once(qapp):
    asked, jobs, came = Asked([]), LaterJobs(), []
    reader = QueueReader(asked, jobs, known=lambda person: ("known",) if person == MARC else None)
    reader.came.connect(came.append)
    reader.read(MARC, Whose.ALL, None)
    reader.read(MARC, Whose.MINE, None)  # what was being read comes too late
    assert (came, reader.is_reading) == ([("known",)], False)
    for whose, limit in ((Whose.ALL, None), (Whose.MINE, AfterHold("h", "DE"))):
        reader.read(MARC, whose, limit)
        jobs.do_all()
    reader.read(LENA, Whose.MINE, None)
    jobs.do_all()
    assert came == [("known",), ("all",), ("h",), ("mine",)]


def test_for_nobody_nothing_waits(desk):
    reader, asked, jobs, came = desk
    reader.read(None, Whose.MINE, None)
    jobs.do_all()
    assert (came, asked.questions) == ([()], [])


@pytest.mark.parametrize(
    ("limit", "known", "changes", "asked_for"),
    [
        (None, 9, ChangeSet("", posts=frozenset("a")), ["again"]),
        (None, 9, ChangeSet(""), []),
        (None, 9, ChangeSet("", everything=True), ["mine"]),
        (None, 1, ChangeSet("", posts=frozenset("a")), ["mine"]),
        (AfterHold("h", "DE"), 9, ChangeSet("", posts=frozenset("a")), ["h"]),
        (
            None,
            9,
            ChangeSet("", posts=frozenset(map(str, range(MOST_READ_AGAIN + 1)))),
            ["mine"],
        ),
    ],
)
def test_only_what_was_touched_is_read_again_unless_that_is_much(
    desk, limit, known, changes, asked_for
):
    reader, asked, jobs, _came = desk
    reader.read_again(MARC, Whose.MINE, limit, (None,) * known, changes)
    jobs.do_all()
    assert asked.questions == asked_for


def test_what_is_touched_while_the_queue_is_read_has_all_of_it_read(desk):
    reader, asked, jobs, came = desk
    reader.read(MARC, Whose.MINE, None)
    touching = ChangeSet("", posts=frozenset("a"))
    reader.read_again(MARC, Whose.MINE, None, (None,) * 9, touching)
    jobs.do_all()
    assert (asked.questions, came) == (["mine"], [("mine",)])


def test_what_cannot_be_read_says_so(desk, monkeypatch):
    reader, asked, jobs, came = desk
    told = []
    reader.refused.connect(told.append)

    def refuse(*_facts):
        raise AppError("Gone.")

    monkeypatch.setattr(asked, "review_queue", refuse, raising=False)
    reader.read(MARC, Whose.MINE, None)
    jobs.do_all()
    assert (told, came, reader.is_reading) == (["Gone."], [], False)
