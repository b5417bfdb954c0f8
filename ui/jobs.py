"""Long work beside the database thread, with progress and Cancel."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.errors import AppError
from ui.callbacks import is_heard

T = TypeVar("T")

BREATH_S = 0.01


class JobCancelledError(Exception):
    """The person has cancelled the work."""


@dataclass(frozen=True, slots=True, weakref_slot=True)  # Qt holds whom a signal calls weakly
class Job:
    """One piece of work under way; `title` is empty where nobody needs to see it."""

    number: int
    title: str
    done: Callable[[Any], None]
    refused: Callable[[str], None] | None
    stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress; its result is dropped."""
        self.stop.set()


class Progress:
    """What the work tells while it runs; lives on the thread of the work.

    It knows the job by its number alone: who waits for the job stays on the window's thread.
    """

    def __init__(
        self, number: int, stop: threading.Event, tell: Callable[[int, int, int], None]
    ) -> None:
        self._number = number
        self._stop = stop
        self._tell = tell

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; raises JobCancelledError once the person has cancelled it."""
        self.check()
        self._tell(self._number, done, total)

    def check(self) -> None:
        """Raise JobCancelledError once the person has cancelled the work."""
        if self._stop.is_set():
            raise JobCancelledError

    def take_a_breath(self) -> None:
        """Let the window go on for a moment; raise JobCancelledError once the work is not wanted.

        For work that nobody waits for: while it computes, the window paints at half its speed.
        """
        if self._stop.wait(BREATH_S):
            raise JobCancelledError


class Jobs(QObject):
    """Runs work on threads of its own and brings results home; lives on the window's thread.

    `started` and `finished` carry a Job, `progressed` a Job and how much of how much is done,
    `refused` the sentence of an AppError, `crashed` the exception of a fault in the program.
    """

    started = Signal(object)
    progressed = Signal(object, int, int)
    finished = Signal(object)
    refused = Signal(str)
    crashed = Signal(object)
    _told = Signal(int, int, int)
    _came_back = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 4) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="job")
        self._numbers = count(1)
        self._under_way: dict[int, Job] = {}
        self._is_closed = False
        self._held: list[Callable[[], None]] | None = None
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> tuple[Job, ...]:
        """The work that has not come back yet, oldest first."""
        return tuple(self._under_way.values())

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        refused: Callable[[str], None] | None = None,
        title: str = "",
    ) -> Job:
        """Start work; `done` gets its result on the window's thread.

        Not when the work was cancelled, nor when the widget whose method it is has been deleted.
        """
        job = Job(next(self._numbers), title, done, refused)
        if self._is_closed:
            job.cancel()
            return job
        self._under_way[job.number] = job
        self.started.emit(job)
        if self._held is None:
            self._submit(job, work)
        else:
            self._held.append(partial(self._submit, job, work))
        return job

    def hold(self) -> None:
        """Begin with nothing until `go_on` is called: the window needs the processor by itself."""
        self._held = self._held or []

    def go_on(self) -> None:
        """Begin with what was asked for meanwhile, in its order."""
        held, self._held = self._held or [], None
        for begin in held:
            begin()

    def close(self) -> None:
        """Cancel all work and wait until its threads have ended."""
        self._is_closed = True
        for job in self._under_way.values():
            job.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _submit(self, job: Job, work: Callable[[Progress], object]) -> None:
        if self._is_closed:
            return
        progress = Progress(job.number, job.stop, self._told.emit)
        waiting = self._threads.submit(work, progress)
        waiting.add_done_callback(partial(self._bring_home, job.number))

    def _bring_home(self, number: int, waiting: "Future[Any]") -> None:
        if waiting.cancelled():
            return
        problem = waiting.exception()
        result = waiting.result() if problem is None else None
        self._came_back.emit(number, result, problem)

    @Slot(int, int, int)
    def _on_told(self, number: int, done: int, total: int) -> None:
        if number in self._under_way:
            self.progressed.emit(self._under_way[number], done, total)

    @Slot(int, object, object)
    def _on_came_back(self, number: int, result: object, problem: BaseException | None) -> None:
        job = self._under_way.pop(number)
        self.finished.emit(job)
        if job.stop.is_set():
            return
        if problem is None:
            if is_heard(job.done):
                job.done(result)
        elif not isinstance(problem, AppError):
            self.crashed.emit(problem)
        elif job.refused is not None:
            if is_heard(job.refused):
                job.refused(str(problem))
        else:
            self.refused.emit(str(problem))
