"""What waits for the person who sits here: read beside the window, then followed as it changes."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands.reader import Reader
from app.commands.review_queue import QUEUE_LENGTH, Waiting, Whose, by_now
from app.domain.change import ChangeSet
from app.domain.person import Person
from app.domain.post import PostId
from ui.jobs import Jobs
from ui.review.queue_reader import QueueReader

RESTS_MS = 120
"""How long nothing changes before it counts: many changes are counted once, and none waits."""
ALL_ANEW = ChangeSet("", everything=True)


class QueueCount(QObject):
    """`counted` carries the newest number; nobody waits for a planner, so theirs is 0.

    `known` is the queue itself, for whoever turns to it; `refused` carries the sentence of why it
    could not be read.
    """

    counted = Signal(int)
    refused = Signal(str)

    def __init__(self, reader: Reader, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = reader.clock
        self._person: Person | None = None
        self._found: tuple[Waiting, ...] | None = None
        self._touched: frozenset[PostId] = frozenset()
        self._reader = QueueReader(reader, jobs, self)
        self._reader.came.connect(self._on_came)
        self._reader.refused.connect(self._on_refused)
        self._resting = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._resting.timeout.connect(self._count)

    @property
    def is_about_to_count(self) -> bool:
        """Whether it counts in a moment."""
        return self._resting.isActive()

    def known(self, person: Person) -> tuple[Waiting, ...] | None:
        """Return what waits for a person by now, or nothing where that is still to be read.

        What has gone out since it was read is counted no more either.
        """
        is_underway = self._resting.isActive() or self._reader.is_reading
        if self._found is None or is_underway or person != self._person:
            return None
        self._on_came(by_now(self._found, self._clock()))
        return self._found

    def count_for(self, person: Person | None, changes: ChangeSet = ALL_ANEW) -> None:
        """Count in a moment what waits after a change; an answer that is out of date is dropped."""
        if changes.everything or person != self._person:
            self._forget()
        self._person = person
        self._touched |= changes.touched
        if person is None or not person.may_review:
            self._resting.stop()
            self._forget()
            self.counted.emit(0)
        else:
            self._resting.start()

    def stop(self) -> None:
        """Count no more: the window is going."""
        self._resting.stop()

    def _count(self) -> None:
        """Read again what was touched, and all where others come up for what leaves the queue."""
        known, touched, self._touched = self._found, self._touched, frozenset()
        is_cut = known is not None and len(known) >= QUEUE_LENGTH
        if known is None or (is_cut and any(one.card.id in touched for one in known)):
            self._reader.read(self._person, Whose.MINE, None)
        else:
            changes = ChangeSet("", posts=touched)
            self._reader.read_again(self._person, Whose.MINE, None, known, changes)

    def _on_came(self, found: tuple[Waiting, ...]) -> None:
        self._found = found
        self.counted.emit(len(found))

    def _on_refused(self, sentence: str) -> None:
        self._forget()
        self.refused.emit(sentence)

    def _forget(self) -> None:
        self._reader.drop()
        self._found = None
