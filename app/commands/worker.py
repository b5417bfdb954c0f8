"""A process beside the program, for what would make the window wait: its own Python, own reader."""

import gc
import os
import signal
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from app.commands.knowledge import Knowledge
from app.commands.reader import Reader
from app.errors import AppError
from app.wording import _, speak_the_readers_language

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")

_BEHIND = 5
"""By so many steps the window goes first."""
_SEARCHES_AFTER = (50_000, 20, 50)
"""How much is made before Python searches for rubbish: what is worked out here makes none."""
_GONE = (EOFError, OSError)
"""What a pipe says whose other end has ended."""


class WorkerLostError(AppError):
    """The process has ended, or cannot be started here."""


class WorkerFaultError(Exception):
    """A fault in the program, as the process has told it."""


class Worker:
    """One process with a reader of a calendar: started when first asked, ended by `close`.

    Any thread may ask, one after the other. A process that has died is followed by a fresh one, and
    none outlives the program: when its end of the pipe is gone, the process ends.
    """

    def __init__(self, path: Path, language: str = "en") -> None:
        """Take the calendar, and the language in which days are named; nothing is started yet."""
        self._path = path
        self._language = language
        self._turn = Lock()
        self._change = Lock()
        self._process: BaseProcess | None = None
        self._calls: Connection | None = None
        self._is_closed = False

    def ask(self, deed: Callable[..., T], *facts: object) -> T:
        """Return what a function of a module makes of the process's reader and these facts.

        Raises the AppError that the deed raises, WorkerFaultError for any other of its exceptions,
        and WorkerLostError when a fresh process has died of it too, or when this is closed.
        """
        with self._turn:
            try:
                return self._asked(deed, facts)
            except _GONE:
                self._end()
            try:
                return self._asked(deed, facts)
            except _GONE as problem:
                self._end()
                raise _lost() from problem

    def rest(self) -> None:
        """End the process unless it is at work; the next question starts a fresh one."""
        if self._turn.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._turn.release()

    def close(self) -> None:
        """End the process at once; whoever waits for an answer is told that it is lost."""
        with self._change:
            self._is_closed = True
        self._end()

    def _asked(self, deed: Callable[..., T], facts: tuple[object, ...]) -> T:
        calls = self._connected()
        calls.send((deed, facts))
        is_done, answer = calls.recv()
        if is_done:
            return answer  # type: ignore[no-any-return]  # it is what the deed has returned
        raise answer

    def _connected(self) -> "Connection":
        """Return the pipe to the process, which is started where there is none."""
        with self._change:
            if self._is_closed:
                raise _lost()
            if self._calls is None:
                # most windows never ask for a process
                from multiprocessing import get_context  # noqa: PLC0415

                fresh = get_context("spawn")
                self._calls, theirs = fresh.Pipe()
                self._process = fresh.Process(
                    target=_work, args=(self._path, self._language, theirs), daemon=True
                )
                self._process.start()
                theirs.close()  # so that this end hears when the process has ended
            return self._calls

    def _end(self) -> None:
        with self._change:
            process, self._process = self._process, None
            calls, self._calls = self._calls, None
        if process is not None:
            process.kill()  # it only reads
            process.join()
        if calls is not None:
            calls.close()


def _lost() -> WorkerLostError:
    return WorkerLostError(_("The process that works out flags has ended: try again."))


# --- in the process -------------------------------------------------------------------------------


def _give_way() -> None:
    """Let the window have the processor whenever it wants it, and search rarely for rubbish."""
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    gc.set_threshold(*_SEARCHES_AFTER)


def _work(path: Path, language: str, calls: "Connection") -> None:
    """Do what is asked until the program hangs up."""
    from app.risks.language import warm_up  # noqa: PLC0415  the window reads no texts itself

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is said to the program
    _give_way()
    speak_the_readers_language()
    Thread(target=warm_up, daemon=True).start()  # half of it is unpacking, beside all else
    reader: Reader | None = None
    while True:
        try:
            deed, facts = calls.recv()
        except _GONE:
            return
        try:
            if reader is None:
                reader = Reader.open(path, Knowledge.load(language))
            answer: tuple[bool, Any] = (True, deed(reader, *facts))
        except AppError as problem:
            answer = (False, problem)
        except Exception:  # noqa: BLE001  the program tells it to the person
            answer = (False, WorkerFaultError(traceback.format_exc()))
        calls.send(answer)
