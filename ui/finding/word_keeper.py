"""The words of older calendars, made in the background, so that the search knows every post."""

from functools import partial

from PySide6.QtCore import QObject

from app.commands.reader import Reader
from app.commands.searching import MissingWords, keep_words, lacks_words, missing_words
from app.commands.worker import Worker
from ui.jobs import Jobs, Progress
from ui.operations import Operations


class WordKeeper(QObject):
    """Has words worked out in the process beside the window, some at a time, and stored."""

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

    def start(self) -> None:
        """Make what is missing; where nothing is, no process is started."""

        def look(_progress: Progress) -> bool:
            reader = self._reader.again()
            try:
                return lacks_words(reader)
            finally:
                reader.close()

        self._jobs.run(look, done=self._on_looked, refused=_let_be)

    def stop(self) -> None:
        """Make nothing more: the window is going."""
        self._is_stopped = True

    def _on_looked(self, lacks: bool) -> None:
        if lacks:
            self._make_some()

    def _make_some(self) -> None:
        if not self._is_stopped:
            work = partial(self._worker.ask, missing_words)
            self._jobs.run(lambda _progress: work(), done=self._keep, refused=_let_be)

    def _keep(self, words: MissingWords) -> None:
        if words.rows and not self._is_stopped:
            self._operations.run(
                partial(keep_words, words=words),
                refused=_let_be,  # a calendar that cannot be written is searched as far as it goes
                done=lambda _changes: self._make_some(),
            )


def _let_be(_sentence: str) -> None:
    """Nobody has asked for it: nobody is told, and the search says what it does not know."""
