"""Commands on their way: one database thread, and one signal for what each has changed."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.domain.change import NO_STEPS, ChangeSet, Steps
from app.domain.person import Person
from app.errors import AppError, ConflictError
from ui.callbacks import is_heard

if TYPE_CHECKING:  # the window is painted before the database's modules are loaded
    from app.commands.session import Session

Command = Callable[["Session"], ChangeSet]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who is told what came of a command: they stay on the window's thread, and end there."""

    refused: Callable[[str], None] | None
    conflict: Callable[[str], None] | None
    done: Callable[[ChangeSet], None] | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one command, on its way to the thread of the window."""

    number: int
    changes: ChangeSet | None = None
    problem: Exception | None = None
    steps: Steps = NO_STEPS
    me: Person | None = None


class Operations(QObject):
    """Runs commands one after the other on a thread of its own; lives on the window's thread.

    `changed` carries the ChangeSet of every command that went through, `refused` the sentence of
    one that did not, `crashed` the exception of a fault in the program, `steps_changed` the Steps
    that could be undone and done again, `person_changed` who acts now, or None. `closing` asks for
    what was to be run in a moment: it is run now or never.
    """

    changed = Signal(object)
    refused = Signal(str)
    crashed = Signal(object)
    steps_changed = Signal(object)
    person_changed = Signal(object)
    is_busy_changed = Signal(bool)
    closing = Signal()
    _came_back = Signal(object)

    def __init__(
        self, open_session: "Callable[[], Session]", parent: QObject | None = None
    ) -> None:
        """Take what opens the session; the database thread calls it at the first command."""
        super().__init__(parent)
        self._open_session = open_session
        self._session: Session | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._is_closed = False
        self._numbers = count(1)
        self._under_way: dict[int, _Asked] = {}
        self._steps = NO_STEPS
        self._me: Person | None = None
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)

    @property
    def me(self) -> Person | None:
        """Who acts, as far as the window knows."""
        return self._me

    @property
    def steps(self) -> Steps:
        """What could be undone and done again."""
        return self._steps

    @property
    def is_busy(self) -> bool:
        """Whether a command is still under way."""
        return bool(self._under_way)

    def run(
        self,
        command: Command,
        *,
        refused: Callable[[str], None] | None = None,
        conflict: Callable[[str], None] | None = None,
        done: Callable[[ChangeSet], None] | None = None,
    ) -> None:
        """Queue a command; `refused` takes its sentence instead of the general signal.

        `conflict` takes it where somebody else has changed the same first.
        """
        if self._is_closed:
            return
        number = next(self._numbers)
        self._under_way[number] = _Asked(refused, conflict, done)
        if len(self._under_way) == 1:
            self.is_busy_changed.emit(True)
        waiting = self._thread.submit(self._carry_out, number, command)
        waiting.add_done_callback(self._bring_home)

    def close(self) -> None:
        """Wait for what is queued, then close the calendar; nothing can be run any more."""
        if self._is_closed:
            return
        self.closing.emit()
        self._is_closed = True
        self._thread.submit(self._close_session)
        self._thread.shutdown(wait=True)

    def _carry_out(self, number: int, command: Command) -> _Outcome:
        """Run on the database thread; a problem is a value, so that it reaches the window."""
        changes: ChangeSet | None = None
        problem: Exception | None = None
        try:
            if self._session is None:
                self._session = self._open_session()
            self._session.take_written()
            changes = command(self._session).written_as(self._session.take_written())
        except Exception as error:  # noqa: BLE001 - the window decides what to say of it
            problem = error
        session = self._session
        return _Outcome(
            number,
            changes=changes,
            problem=problem,
            steps=session.steps if session else NO_STEPS,
            me=session.me if session else None,
        )

    def _bring_home(self, waiting: "Future[_Outcome]") -> None:
        self._came_back.emit(waiting.result())

    def _close_session(self) -> None:
        if self._session is not None:
            self._session.close()

    @Slot(object)
    def _on_came_back(self, outcome: _Outcome) -> None:
        if self._is_closed:  # it is saved, but there is nothing left that could show it
            return
        asked = self._under_way.pop(outcome.number)
        if not self._under_way:
            self.is_busy_changed.emit(False)
        self._tell_steps(outcome)
        if outcome.problem is not None:
            self._tell_problem(outcome.problem, asked)
        elif outcome.changes is not None:
            self.changed.emit(outcome.changes)
            if asked.done is not None and is_heard(asked.done):
                asked.done(outcome.changes)

    def _tell_steps(self, outcome: _Outcome) -> None:
        if outcome.steps != self._steps:
            self._steps = outcome.steps
            self.steps_changed.emit(outcome.steps)
        if outcome.me != self._me:
            self._me = outcome.me
            self.person_changed.emit(outcome.me)

    def _tell_problem(self, problem: Exception, asked: _Asked) -> None:
        is_conflict = isinstance(problem, ConflictError) and asked.conflict is not None
        refused = asked.conflict if is_conflict else asked.refused
        if not isinstance(problem, AppError):
            self.crashed.emit(problem)
        elif refused is not None and is_heard(refused):
            refused(str(problem))
        else:
            self.refused.emit(str(problem))
