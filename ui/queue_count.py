"""How many posts wait for the person who sits here, counted beside the window."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands.reader import Reader
from app.domain.person import Person
from ui.jobs import Jobs, Progress

RESTS_MS = 120
"""How long nothing changes before it counts: many changes are counted once, and none waits."""


class QueueCount(QObject):
    """`counted` carries the newest number; nobody waits for a planner, so theirs is 0."""

    counted = Signal(int)

    def __init__(self, reader: Reader, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._jobs = jobs
        self._asked = 0
        self._person: Person | None = None
        self._resting = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._resting.timeout.connect(self._count)

    @property
    def is_about_to_count(self) -> bool:
        """Whether it counts in a moment."""
        return self._resting.isActive()

    def count_for(self, person: Person | None) -> None:
        """Count anew in a moment; an answer that is out of date by then is dropped."""
        self._asked += 1
        self._person = person
        if person is None or not person.may_review:
            self._resting.stop()
            self.counted.emit(0)
        else:
            self._resting.start()

    def stop(self) -> None:
        """Count no more: the window is going."""
        self._resting.stop()

    def _count(self) -> None:
        person = self._person
        if person is None:
            return

        def count(_progress: Progress) -> int:
            reader = self._reader.again()
            try:
                return len(reader.review_queue(person))
            finally:
                reader.close()

        self._jobs.run(count, done=partial(self._on_counted, self._asked))

    def _on_counted(self, asked: int, count: int) -> None:
        if asked == self._asked:
            self.counted.emit(count)
