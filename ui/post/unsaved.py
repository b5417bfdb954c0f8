"""Words that are not saved: offered again after a crash, put away, and brought back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.commands.drafts import Draft
from app.commands.views import PostView
from app.domain.post import Post
from app.wording import _
from ui.post.draft_keeper import DraftKeeper
from ui.post.draft_offer import DraftOffer
from ui.post.post_form import PostForm
from ui.post.saver import Saver
from ui.post.writing import Writing
from ui.theme import Theme
from ui.widgets.message_bar import MessageBar


class Unsaved(QObject):
    """Nothing that is only offered is saved by itself, and nothing that is put away is lost.

    `changed` tells that other unsaved words stand in the form now, `offered` that some are offered.
    """

    changed = Signal()
    offered = Signal()

    def __init__(
        self,
        saver: Saver,
        keeper: DraftKeeper,
        form: PostForm,
        message: MessageBar,
        *,
        read_again: Callable[[], None],
        theme: Theme,
        panel: QWidget,
    ) -> None:
        super().__init__(panel)
        self._saver = saver
        self._keeper = keeper
        self._form = form
        self._message = message
        self._read_again = read_again
        self.bar = DraftOffer(theme)

    def offer(self, draft: Draft | None) -> None:
        """Say that what stands in the form was typed earlier; nothing where it was not."""
        self._saver.is_offer = draft is not None
        if draft is None:
            self.bar.dismiss()
        else:
            self.bar.offer(draft, self.take_up, self.put_away)
            self.offered.emit()

    def take_up(self) -> None:
        """Count what was offered as typed now."""
        self._saver.is_offer = False
        self.bar.dismiss()

    def put_away(self) -> None:
        """Put back what is saved, and keep what was typed at hand."""
        writing = self._saver.writing
        if writing is None:
            return
        thrown_away = self._saver.changes()
        self.take_up()
        self._form.show_post(writing.base)
        if writing.view is not None:
            self._read_again()
        self.changed.emit()
        self._keeper.put_away()
        self.offer_back(thrown_away)

    def offer_back(self, thrown_away: Mapping[str, object]) -> None:
        """Say that words of the person are gone from the form, and keep them at hand."""
        writing = self._saver.writing
        if writing is not None:
            self._message.show_information(
                _("Your changes were put away."),
                _("Bring them back"),
                partial(self._bring_back, writing, thrown_away),
            )

    def _bring_back(self, writing: Writing, changes: Mapping[str, object]) -> None:
        if writing is self._saver.writing:
            unsaved = {**self._saver.changes(), **changes}
            self._form.show_post(writing.base.changed(**unsaved))
            self.take_up()
            self.changed.emit()


def typed_upon(view: PostView, draft: Draft | None) -> Post:
    """Return the version that stood in the form when a draft was typed."""
    revision = draft.base_revision if draft else view.post.revision
    known = (version for version in view.versions if version.revision == revision)
    return next(known, view.post)
