"""The siblings of the post in the panel: compared, opened, and changed with it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.commands.alike import Alike
from app.commands.idea import Version
from app.commands.views import CalendarView, PostView
from app.domain.post import PostId
from ui.jobs import Jobs, Progress
from ui.post.alike_dialog import AlikeDialog
from ui.post.alike_line import AlikeLine
from ui.post.approval_words import foretell
from ui.post.saver import Saver
from ui.post.siblings_list import SiblingsList
from ui.post.versions_dialog import VersionsDialog
from ui.theme import Theme

if TYPE_CHECKING:
    from app.commands.reader import Reader

T = TypeVar("T")


class Siblings(QObject):
    """Shows siblings in the panel and asks before one is changed; reads beside the window's thread.

    `opened` carries the id of a sibling that is to be shown, `refused` why something was not done.
    """

    opened = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        reader: "Reader",
        jobs: Jobs,
        saver: Saver,
        *,
        calendar: CalendarView,
        theme: Theme,
        panel: QWidget,
    ) -> None:
        super().__init__(panel)
        self._reader = reader
        self._jobs = jobs
        self._saver = saver
        self._calendar = calendar
        self._theme = theme
        self._panel = panel
        self.list = SiblingsList(theme)
        self.line = AlikeLine(theme)
        self.list.opened.connect(self.opened)
        self.list.side_by_side.connect(self.compare)
        self.line.wanted.connect(self._ask)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other people and markets."""
        self._calendar = calendar

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.list.set_theme(theme)

    def tell(self, view: PostView | None, changes: Mapping[str, object]) -> None:
        """Show the siblings of a post, and which of them say the same as what is changed."""
        self.list.show_siblings(view.siblings if view else (), self._calendar)
        self.line.tell(view, changes)

    def compare(self) -> None:
        """Show all versions of the idea side by side."""
        view = self._view
        if view is not None:
            self._read(lambda reader: reader.idea(view.post.id), self._show_versions)

    @property
    def _view(self) -> PostView | None:
        return self._saver.writing.view if self._saver.writing else None

    def _show_versions(self, versions: Sequence[Version]) -> None:
        dialog = VersionsDialog(versions, self._calendar, self._theme, self._panel)
        dialog.opened.connect(self.opened)
        self._open(dialog)

    def _ask(self) -> None:
        view = self._view
        if view is not None:
            fields = frozenset(self._saver.changes())
            self._read(
                lambda reader: reader.alike(view.post.id, fields), partial(self._show_alike, view)
            )

    def _show_alike(self, view: PostView, alike: Sequence[Alike]) -> None:
        present = self._view
        if not alike or present is None or present.post.id != view.post.id:
            return
        changes = self._saver.changes()
        own = foretell(present, present.post, changes, self._calendar).words
        dialog = AlikeDialog(view.card.name, alike, self._calendar, own, self._panel)
        dialog.accepted.connect(lambda: self._change(view.post.id, dialog.others))
        self._open(dialog)

    def _change(self, post_id: PostId, others: Mapping[PostId, int]) -> None:
        if self._view is not None and self._view.post.id == post_id:
            self._saver.settle_together(others)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.open()

    def _read(self, ask: "Callable[[Reader], T]", done: Callable[[T], None]) -> None:
        def work(_progress: Progress) -> T:
            own = self._reader.again()
            try:
                return ask(own)
            finally:
                own.close()

        self._jobs.run(work, done=done, refused=self.refused.emit)
