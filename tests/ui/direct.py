"""Operations and jobs that are done at once, and a picture to look at."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.change import NO_STEPS, ChangeSet, Steps
from app.domain.person import Person
from app.errors import AppError, ConflictError


class DirectOperations(QObject):
    """Runs each command at once, on the thread of the test, with whatever session it was given."""

    changed = Signal(object)
    refused = Signal(str)
    person_changed = Signal(object)
    is_busy_changed = Signal(bool)
    steps_changed = Signal(object)
    closing = Signal()
    is_busy = False

    def __init__(self, me: Person | None, session: object = None) -> None:
        super().__init__()
        self.me = me
        self.session = session
        self.sentences: list[str] = []
        self.refused.connect(self.sentences.append)

    @property
    def steps(self) -> Steps:
        return getattr(self.session, "steps", NO_STEPS)

    def become(self, person: Person | None) -> None:
        self.me = person
        self.person_changed.emit(person)

    def run(
        self,
        command: Callable[[object], ChangeSet],
        *,
        refused: Callable[[str], None] | None = None,
        conflict: Callable[[str], None] | None = None,
        done: Callable[[ChangeSet], None] | None = None,
    ) -> None:
        try:
            take_written = getattr(self.session, "take_written", tuple)
            take_written()
            changes = command(self.session).written_as(take_written())
        except AppError as problem:
            self.steps_changed.emit(self.steps)
            is_conflict = isinstance(problem, ConflictError)
            told = (conflict if is_conflict else None) or refused or self.refused.emit
            told(str(problem))
            return
        self.steps_changed.emit(self.steps)
        self.changed.emit(changes)
        if done is not None:
            done(changes)


class DirectJobs(QObject):
    """Does each job at once, on the thread of the test."""

    progressed = Signal(object, int, int)

    def run(
        self,
        work: Callable[[object], object],
        *,
        done: Callable[[object], None],
        refused: Callable[[str], None] | None = None,
        title: str = "",
    ) -> None:
        try:
            result = work(_NoProgress())
        except AppError as problem:
            if refused is None:
                raise
            refused(str(problem))
            return
        done(result)


class LaterJobs(QObject):
    """Does a job only when it is told to: until then the window waits for it."""

    progressed = Signal(object, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[LaterJob] = []

    def run(
        self,
        work: Callable[[object], object],
        *,
        done: Callable[[object], None],
        refused: Callable[[str], None] | None = None,
        title: str = "",
    ) -> "LaterJob":
        job = LaterJob(work, done, refused)
        self.waiting.append(job)
        return job

    def do_next(self) -> None:
        """Do the oldest job that is still wanted."""
        wanted = [job for job in self.waiting if not job.is_cancelled]
        self.waiting = wanted[1:]
        wanted[0].do()

    def do_all(self) -> None:
        """Do all that is wanted, and what comes of it."""
        while any(not job.is_cancelled for job in self.waiting):
            self.do_next()


class LaterJob:
    """A job that was not begun yet."""

    def __init__(
        self,
        work: Callable[[object], object],
        done: Callable[[object], None],
        refused: Callable[[str], None] | None,
    ) -> None:
        self._work, self._done, self._refused = work, done, refused
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True

    def do(self) -> None:
        try:
            result = self._work(_NoProgress())
        except AppError as problem:
            assert self._refused is not None
            self._refused(str(problem))
        else:
            self._done(result)


class DirectWorker:
    """Does what the processes beside the window would do, with the reader of the test."""

    def __init__(self, reader: object) -> None:
        self.reader = reader
        self.first = self
        self.members = (self,)
        self.asked: list[str] = []

    def ask(self, deed: Callable[..., object], *facts: object) -> object:
        self.asked.append(deed.__name__)
        return deed(self.reader, *facts)

    def dismiss(self) -> None:
        """There is no process."""

    def close(self) -> None:
        """There is no process."""


class _NoProgress:
    def check(self) -> None:
        """Never cancelled."""

    def take_a_breath(self) -> None:
        """Nobody waits."""

    def report(self, done: int, total: int) -> None:
        """Nobody looks."""


def a_picture(width: int = 640, height: int = 480) -> bytes:
    """Return a PNG that is plainly a picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#C98F4E"))
    painter = QPainter(image)
    painter.setBrush(QColor("#7A4A1E"))
    painter.drawEllipse(width // 5, height // 4, width * 3 // 5, height // 2)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())
