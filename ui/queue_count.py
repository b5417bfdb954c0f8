"""How many posts wait for the person who sits here, counted beside the window."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.commands.reader import Reader
from app.domain.person import Person
from ui.jobs import Jobs, Progress


class QueueCount(QObject):
    """`counted` carries the newest number; nobody waits for a planner, so theirs is 0."""

    counted = Signal(int)

    def __init__(self, reader: Reader, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._jobs = jobs
        self._asked = 0

    def count_for(self, person: Person | None) -> None:
        """Count anew; an answer that is out of date by then is dropped."""
        self._asked += 1
        if person is None or not person.may_review:
            self.counted.emit(0)
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
