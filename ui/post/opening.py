"""Turning the panel to another post: saved first, read beside the window, then shown at once."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.post import PostId
from app.errors import AppError
from ui.jobs import Jobs
from ui.post.draft_keeper import DraftKeeper
from ui.post.saver import Saver
from ui.whole_posts import WholePost, WholePosts

if TYPE_CHECKING:
    from app.commands.reader import Reader

PATIENCE_MS = 100
"""So long a person takes what happens for an answer to what they did."""


class Opening(QObject):
    """The former post is shown, and can be written, until the new one is there.

    `opened` carries the WholePost and the Draft of what was typed into it earlier, or None.
    `waiting` tells that nothing is shown meanwhile: the panel was empty, or it takes longer than an
    answer may. `refused` carries why the post cannot be read.
    """

    opened = Signal(object, object)
    waiting = Signal()
    refused = Signal(str)

    def __init__(
        self, reader: "Reader", jobs: Jobs, saver: Saver, drafts: DraftKeeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._saver = saver
        self._drafts = drafts
        self._then: Callable[[], None] | None = None
        self._posts = WholePosts(reader, jobs, self, with_twins=False)
        self._posts.came.connect(self._on_came)
        self._posts.refused.connect(self._on_refused)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._put_away)

    def turn_to(self, post_id: PostId) -> None:
        """Save what is unsaved, then show this post as soon as it is read."""
        shown = self._shown
        if post_id == (self._posts.asked or shown):
            return
        self.stop()
        if post_id != shown:
            self.open(post_id)

    def open(self, post_id: PostId) -> None:
        """Save what is unsaved, then show this post as it stands now, also if it is shown."""
        self._saver.settle(partial(self._ask, post_id))

    def when_open(self, deed: Callable[[], None]) -> None:
        """Do something as soon as the post that is asked for is shown and laid out."""
        if self._posts.asked is not None:
            self._then = deed
        else:
            QTimer.singleShot(0, self, deed)

    def offer_to_another(self) -> None:
        """Offer what this person typed here earlier; words of another in the form stay theirs."""
        shown = self._shown
        if shown is None:
            return
        has_typed = self._drafts.draft_of(shown) is not None
        if self._saver.is_offer or (has_typed and not self._saver.changes()):
            self._ask(shown)
        elif has_typed:
            self._drafts.end()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._then = None
        self._patience.stop()
        self._posts.forget()

    @property
    def _shown(self) -> PostId | None:
        view = self._saver.writing.view if self._saver.writing else None
        return view.post.id if view else None

    def _ask(self, post_id: PostId) -> None:
        if self._saver.writing is None:
            self.waiting.emit()
        self._patience.start()
        self._posts.ask(post_id)

    def _put_away(self) -> None:
        """Show nothing of the former post any more, unless words were typed into it meanwhile."""
        if not self._is_written:
            self.waiting.emit()

    @property
    def _is_written(self) -> bool:
        return self._saver.is_saving or bool(self._saver.to_save())

    def _on_came(self, whole: WholePost) -> None:
        """Show a post; what was typed into the former one meanwhile is saved first."""
        self._patience.stop()
        post_id = whole.view.post.id
        if self._saver.is_going_on:
            return  # something else was asked for since, such as to close
        if self._is_written:
            self._saver.settle(partial(self._ask, post_id))
            return
        try:
            draft = self._drafts.draft_of(post_id)
        except AppError as problem:
            self.refused.emit(str(problem))
            return
        self.opened.emit(whole, draft)
        then, self._then = self._then, None
        if then is not None:
            QTimer.singleShot(0, self, then)

    def _on_refused(self, sentence: str) -> None:
        self._patience.stop()
        self.refused.emit(sentence)
