"""What the search of all posts needs, made in the background: missing words, and the index."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.commands.reader import Reader
from app.commands.searching import (
    STEPS_TO_CATCH_UP,
    MissingWords,
    catch_up,
    is_behind,
    keep_words,
    lacks_words,
    missing_words,
)
from app.commands.worker import Worker
from app.domain.change import ChangeSet
from ui.jobs import Jobs, Progress
from ui.operations import Operations

MANY = 500
"""After so many saved posts it is looked whether the index is behind."""


class _Lack(NamedTuple):
    """What is still to be made."""

    of_words: bool
    in_index: bool


class WordKeeper(QObject):
    """Has words worked out in the process beside the window, some at a time, and stored.

    Then the index of letters is brought up to date, some posts at a time.
    """

    def __init__(
        self,
        reader: Reader,
        worker: Worker,
        jobs: Jobs,
        operations: Operations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._worker = worker
        self._jobs = jobs
        self._operations = operations
        self._is_stopped = False
        self._is_at_work = False
        self._saved = 0
        operations.changed.connect(self._on_changed)

    def start(self) -> None:
        """Make what is missing; where nothing is, no process is started."""
        if not self._is_at_work:
            self._is_at_work = True
            self._saved = 0
            self._look()

    def stop(self) -> None:
        """Make nothing more: the window is going."""
        self._is_stopped = True

    def _on_changed(self, changes: ChangeSet) -> None:
        self._saved += len(changes.posts)
        if self._saved >= MANY:
            self.start()

    def _look(self) -> None:
        def look(_progress: Progress) -> _Lack:
            reader = self._reader.again()
            try:
                return _Lack(lacks_words(reader), is_behind(reader))
            finally:
                reader.close()

        self._jobs.run(look, done=self._on_looked, refused=self._rest)

    def _on_looked(self, lack: _Lack) -> None:
        if self._is_stopped:
            return
        if lack.of_words:
            self._make_some()
        elif lack.in_index:
            self._catch_up(STEPS_TO_CATCH_UP)
        else:
            self._is_at_work = False

    def _catch_up(self, steps: int) -> None:
        """Bring some posts into the index, step by step: looking anew costs as much as a step."""

        def go_on(_changes: ChangeSet) -> None:
            if not self._is_stopped:
                self._catch_up(steps - 1) if steps > 1 else self._look()

        self._operations.run(catch_up, refused=self._rest, done=go_on)

    def _make_some(self) -> None:
        if not self._is_stopped:
            work = partial(self._worker.ask, missing_words)
            self._jobs.run(lambda _progress: work(), done=self._keep, refused=self._rest)

    def _keep(self, words: MissingWords) -> None:
        if self._is_stopped:
            return
        if not words.rows:
            self._look()
            return
        self._operations.run(
            partial(keep_words, words=words),
            refused=self._rest,  # a calendar that cannot be written is searched as far as it goes
            done=lambda _changes: self._make_some(),
        )

    def _rest(self, _sentence: str) -> None:
        """Nobody has asked for it: nobody is told, and the search does without."""
        self._is_at_work = False
