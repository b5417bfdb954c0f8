"""The next post that asks for a look, sought beside the window beyond the days that are shown."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.commands.flagged import next_flagged
from app.commands.post_filter import PostFilter
from app.commands.reader import Reader
from app.commands.views import Card
from app.domain.market import MarketId
from ui.jobs import Job, Jobs, Progress


class FlagSeeker(QObject):
    """`found` carries the card of the post, `ended` the direction in which there is none."""

    found = Signal(object)
    ended = Signal(int)

    def __init__(self, reader: Reader, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._jobs = jobs
        self._job: Job | None = None

    def seek(
        self, beyond: date | None, step: int, wanted: PostFilter, markets: Sequence[MarketId]
    ) -> None:
        """Look after a day (1) or before it (-1); without a day, from the very end of the plan."""
        self.stop()

        def work(progress: Progress) -> Card | None:
            progress.check()
            reader = self._reader.again()
            try:
                return next_flagged(
                    reader,
                    beyond=beyond,
                    step=step,
                    wanted=wanted,
                    markets=markets,
                    checked=progress.check,
                )
            finally:
                reader.close()

        def tell(card: Card | None) -> None:
            if card is not None:
                self.found.emit(card)
            else:
                self.ended.emit(step)

        self._job = self._jobs.run(work, done=tell)

    def stop(self) -> None:
        """Seek nothing any more."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
