"""The search of all posts beside the window: what was typed last is what comes back."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.commands.reader import Reader
from app.commands.searching import Findings, search
from ui.jobs import Job, Jobs, Progress


class Searcher(QObject):
    """`found` carries what a search came to; a search that is followed by another never does."""

    found = Signal(object)

    def __init__(self, reader: Reader, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._jobs = jobs
        self._typed = ""
        self._knows_all = False
        self._job: Job | None = None

    def look_for(self, typed: str, today: date) -> None:
        """Search for other words; an empty text ends the search."""
        self.stop()
        self._typed = typed
        if not typed.strip():
            self.found.emit(Findings(typed))
            return

        knows_all = self._knows_all

        def work(progress: Progress) -> Findings:
            progress.check()
            reader = self._reader.again()
            try:
                return search(
                    reader, typed, today=today, checked=progress.check, knows_all=knows_all
                )
            finally:
                reader.close()

        self._job = self._jobs.run(work, done=self._take)

    def stop(self) -> None:
        """Want nothing any more of what is under way."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _take(self, findings: Findings) -> None:
        if findings.typed == self._typed:
            self._knows_all = not findings.unread
            self.found.emit(findings)
