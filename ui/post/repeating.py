"""Repeating the post in the panel as drafts; what its days mean is read beside the window."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.commands.repeating import repeat_post
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.jobs import Jobs, Progress
from ui.operations import Operations
from ui.post.repeat_dialog import Meanings, RepeatDialog
from ui.post.saver import Saver

if TYPE_CHECKING:
    from app.commands.reader import Reader


class Repeating(QObject):
    """Saves what is unsaved, asks for the days, and makes the drafts.

    `refused` carries the sentence why it was not done.
    """

    refused = Signal(str)

    def __init__(
        self, reader: "Reader", jobs: Jobs, saver: Saver, operations: Operations, panel: QWidget
    ) -> None:
        super().__init__(panel)
        self._reader = reader
        self._jobs = jobs
        self._saver = saver
        self._operations = operations
        self._panel = panel

    def start(self) -> None:
        """Ask on which days the post comes again."""
        self._saver.settle(self._ask)

    def _ask(self) -> None:
        view = self._saver.writing.view if self._saver.writing else None
        if view is None or view.post.content.day is None:
            return
        ask = partial(self._read_days, view.market.id)
        dialog = RepeatDialog(view.card, view.post.content.day, ask, self._panel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._repeat(view.post.id, dialog.days))
        dialog.open()

    def _repeat(self, post_id: PostId, days: Sequence[date]) -> None:
        self._operations.run(
            partial(repeat_post, post_id=post_id, days=days), refused=self.refused.emit
        )

    def _read_days(
        self, market: MarketId, days: Sequence[date], done: Callable[[Meanings], None]
    ) -> None:
        def work(progress: Progress) -> Meanings:
            own = self._reader.again()
            try:
                found = {}
                for day in days:
                    progress.check()
                    found[day] = own.days(day, day).cells.get((market, day), ())
                return found
            finally:
                own.close()

        self._jobs.run(work, done=done, refused=self.refused.emit)
