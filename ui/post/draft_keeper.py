"""What is typed is kept within a second, so that a crash takes no word away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands.drafts import Draft, drop_draft, is_new, keep_draft, new_key
from app.domain.change import ChangeSet
from app.domain.post import PostId
from ui.operations import Operations
from ui.post.saver import Saver
from ui.post.writing import Writing

if TYPE_CHECKING:
    from app.commands.reader import Reader

SOON_MS = 800
"""What is typed waits so long at most until it is on its way to the calendar."""


@dataclass(slots=True)
class _Kept:
    """Where the words of the post in the panel are kept, and which of them are."""

    key: PostId
    values: Mapping[str, object] = field(default_factory=dict)
    since: datetime | None = None


class DraftKeeper(QObject):
    """Keeps the unsaved words of the post in the panel until they are saved or put away.

    `kept` tells that all that stands there is kept now, `not_kept` carries the sentence why not.
    """

    kept = Signal()
    not_kept = Signal(str)

    def __init__(
        self, reader: "Reader", operations: Operations, saver: Saver, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._operations = operations
        self._saver = saver
        self._at: _Kept | None = None
        self._clock = QTimer(self, singleShot=True, interval=SOON_MS)
        self._clock.timeout.connect(self._keep)
        saver.saved.connect(self._on_saved)
        saver.refused.connect(lambda _sentence: self.note())

    @property
    def kept_at(self) -> datetime | None:
        """When all that stands in the form was kept; nothing while some of it is on its way."""
        return self._at.since if self._at else None

    @property
    def key(self) -> PostId | None:
        """Under which name the words of the post in the panel are kept."""
        return self._at.key if self._at else None

    def draft_of(self, post_id: PostId) -> Draft | None:
        """Return what the person typed into a post and did not save, or nothing."""
        me = self._operations.me
        return self._reader.draft(post_id, me.id) if me else None

    def begin(self, post_id: PostId | None = None, draft: Draft | None = None) -> None:
        """Keep from now on what is typed into this post, or into one that is new."""
        self._clock.stop()
        key = post_id or (draft.key if draft else new_key())
        self._at = _Kept(key, dict(draft.values) if draft else {})

    def end(self) -> None:
        """Keep nothing any more: no post is shown."""
        self._clock.stop()
        self._at = None

    def note(self) -> None:
        """Take notice that something was typed or taken back."""
        if self._at is not None:
            self._at.since = None
        if self._at is not None and not self._clock.isActive():
            self._clock.start()

    def put_away(self) -> None:
        """Forget what was typed: the person has discarded it."""
        self._clock.stop()
        self._keep()

    def _keep(self) -> None:
        writing, at = self._saver.writing, self._at
        if writing is None or at is None or self._saver.is_saving or self._operations.me is None:
            return
        changes = self._saver.to_keep()
        if changes == at.values:
            return
        command = (
            partial(keep_draft, draft=_draft(at.key, writing, changes), known=at.values)
            if changes
            else partial(drop_draft, key=at.key, known=at.values)
        )
        at.values = changes
        self._operations.run(command, refused=self._on_refused, done=self._on_kept)

    def _on_kept(self, _changes: ChangeSet) -> None:
        at = self._at
        if at is not None and at.values and at.values == self._saver.to_keep():
            at.since = datetime.now()  # noqa: DTZ005 - the reader's own clock
            self.kept.emit()

    def _on_refused(self, sentence: str) -> None:
        if self._at is not None:
            self._at.values = {}
        self.not_kept.emit(sentence)

    def _on_saved(self, changes: ChangeSet) -> None:
        """A new post has its own name now; what was typed while it was saved is kept there."""
        if self._at is not None and is_new(self._at.key):
            self._operations.run(partial(drop_draft, key=self._at.key), refused=self._on_refused)
            (post_id,) = changes.posts
            self._at = _Kept(post_id)
        if self._saver.changes():
            self.note()
        else:
            self._keep()


def _draft(key: PostId, writing: Writing, changes: Mapping[str, object]) -> Draft:
    return Draft(key, writing.base.content.market, writing.base_revision, changes)
