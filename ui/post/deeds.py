"""What can be done with the post in the panel: it is saved first, then it is done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.commands import posts
from app.commands.exports import confirm_taken_out
from app.commands.views import PostView
from app.domain.change import ChangeSet
from app.domain.post import PostId
from ui.operations import Operations
from ui.post.post_head import PostHead
from ui.post.saver import Saver
from ui.post.taken_out_dialog import TakenOutDialog

Deed = Callable[..., ChangeSet]


class Deeds(QObject):
    """Does what the buttons of the head ask for.

    `refused` carries the sentence why something was not done, `cancelled` tells that the post is
    off the calendar, `copied` carries the id of a new copy, `review_wanted` that of a post that is
    saved and to be read.
    """

    refused = Signal(str)
    cancelled = Signal()
    copied = Signal(str)
    review_wanted = Signal(str)

    def __init__(
        self, head: PostHead, saver: Saver, operations: Operations, panel: QWidget
    ) -> None:
        super().__init__(panel)
        self._saver = saver
        self._operations = operations
        self._panel = panel
        head.ready_wanted.connect(partial(self._settle_and_run, posts.mark_ready))
        head.draft_wanted.connect(partial(self._settle_and_run, posts.back_to_draft))
        head.tray_wanted.connect(partial(self._settle_and_run, posts.put_in_tray))
        head.cancel_wanted.connect(
            partial(self._settle_and_run, posts.cancel_posts, self._on_cancelled)
        )
        head.taken_out_wanted.connect(self._ask_taken_out)
        head.duplicate_wanted.connect(partial(saver.settle, self._duplicate))
        head.review_wanted.connect(partial(saver.settle, self._ask_for_review))

    @property
    def _view(self) -> PostView | None:
        return self._saver.writing.view if self._saver.writing else None

    def _settle_and_run(self, deed: Deed, done: Callable[[ChangeSet], None] | None = None) -> None:
        self._saver.settle(partial(self._run, deed, done))

    def _run(self, deed: Deed, done: Callable[[ChangeSet], None] | None = None) -> None:
        view = self._view
        if view is not None:
            self._operations.run(
                partial(deed, post_ids=[view.post.id]), refused=self.refused.emit, done=done
            )

    def _on_cancelled(self, _changes: ChangeSet) -> None:
        self.cancelled.emit()

    def _duplicate(self) -> None:
        self._run(posts.duplicate_posts, self._on_copied)

    def _on_copied(self, changes: ChangeSet) -> None:
        (post_id,) = changes.posts
        self.copied.emit(post_id)

    def _ask_for_review(self) -> None:
        if self._view is not None:
            self.review_wanted.emit(self._view.post.id)

    def _ask_taken_out(self) -> None:
        """Ask where and how the post was taken out of the scheduler's queue."""
        view = self._view
        if view is None:
            return
        dialog = TakenOutDialog(view.card, self._panel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(partial(self._confirm_taken_out, view.post.id))
        dialog.open()

    def _confirm_taken_out(self, post_id: PostId, reason: str) -> None:
        self._operations.run(
            partial(confirm_taken_out, post_id=post_id, reason=reason), refused=self.refused.emit
        )
