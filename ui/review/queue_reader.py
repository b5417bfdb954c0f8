"""The queue of a reviewer, read beside the window."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.commands.review_queue import Waiting, Whose
from app.domain.change import ChangeSet
from app.domain.hold import HoldId
from app.domain.person import Person
from ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

Question = Callable[["Reader"], tuple[Waiting, ...]]
Known = Callable[[Person], tuple[Waiting, ...] | None]
"""What the window knows to wait for a person at this moment; nothing where it must be read."""

MOST_READ_AGAIN = 60
"""More posts than that are read again with the whole queue."""


@dataclass(frozen=True, slots=True)
class AfterHold:
    """What the queue is limited to: the posts that a lifted hold had caught."""

    hold: HoldId
    target: str
    """What the hold covered, as people say it."""


class QueueReader(QObject):
    """`came` carries the posts of the newest question; an answer that is out of date is dropped.

    `refused` carries the sentence of why they could not be read. What is `known` to wait for a
    person comes at once.
    """

    came = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        reader: "Reader",
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        known: Known = lambda _person: None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._known = known
        self._jobs = jobs
        self._asked = 0
        self._job: Job | None = None
        self.is_reading = False

    def read(self, person: Person | None, whose: Whose, limit: AfterHold | None) -> None:
        """Read a part of the queue of a person, or what waits after a hold."""
        if person is None:
            self._ask(lambda _reader: ())
        elif limit is not None:
            self._ask(lambda reader: reader.queue_after_hold(person, limit.hold))
        elif whose is Whose.MINE and (known := self._known(person)) is not None:
            self.drop()
            self.came.emit(known)
        else:
            self._ask(lambda reader: reader.review_queue(person, whose))

    def read_again(
        self,
        person: Person | None,
        whose: Whose,
        limit: AfterHold | None,
        known: tuple[Waiting, ...],
        changes: ChangeSet,
    ) -> None:
        """Read what was touched; all of it where that is much, or a part was used up."""
        touched = changes.touched
        is_much = changes.everything or len(touched) > MOST_READ_AGAIN
        is_unknown = limit is not None or len(known) <= 1 or (touched and self.is_reading)
        if is_much or is_unknown or person is None:
            self.read(person, whose, limit)
        elif touched:
            self._ask(lambda reader: reader.queue_again(person, whose, known, touched))

    def drop(self) -> None:
        """Want no more what is being read."""
        if self._job is not None:
            self._job.cancel()
        self._asked += 1
        self.is_reading = False

    def _ask(self, question: Question) -> None:
        self.drop()
        self.is_reading = True
        self._job = self._jobs.run(
            partial(_answer, self._reader, question),
            done=partial(self._on_read, self._asked),
            refused=partial(self._on_refused, self._asked),
        )

    def _on_read(self, asked: int, found: tuple[Waiting, ...]) -> None:
        if asked == self._asked:
            self.is_reading = False
            self.came.emit(found)

    def _on_refused(self, asked: int, sentence: str) -> None:
        if asked == self._asked:
            self.is_reading = False
            self.refused.emit(sentence)


def _answer(reader: "Reader", question: Question, progress: Progress) -> tuple[Waiting, ...]:
    with closing(reader.again()) as own:
        progress.check()
        return question(own)
