"""Two people at one post: what is told and asked before either loses a word."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.commands.views import CalendarView
from app.wording import _
from ui.post.conflict_dialog import ConflictDialog
from ui.post.post_form import PostForm
from ui.post.saver import Saver
from ui.post.writing import Writing
from ui.theme import Theme
from ui.widgets.message_bar import MessageBar


class TwoPeople(QObject):
    """Says that somebody else changed the same fields, and asks which words shall stand.

    `settled` tells that the person has chosen and the form shows it, `put_away` carries what the
    person wrote and did not choose, by field.
    """

    settled = Signal()
    put_away = Signal(object)

    def __init__(
        self,
        saver: Saver,
        form: PostForm,
        message: MessageBar,
        *,
        calendar: CalendarView,
        theme: Theme,
        panel: QWidget,
    ) -> None:
        super().__init__(panel)
        self._saver = saver
        self._form = form
        self._message = message
        self._calendar = calendar
        self._theme = theme
        self._panel = panel
        saver.clashed.connect(self.ask)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other people."""
        self._calendar = calendar

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme

    def tell(self) -> None:
        """Say that somebody else has changed the same fields, where that is so."""
        writing = self._saver.writing
        if writing is None or self._saver.is_saving or not writing.clashes(self._form.values()):
            return
        self._message.show_refusal(
            _("{who} has changed the same fields: your words are kept until you choose.").format(
                who=self._other(writing)
            ),
            _("Compare…"),
            self.ask,
        )

    def ask(self) -> None:
        """Ask which words shall stand."""
        writing = self._saver.writing
        if writing is None:
            return
        found = writing.clashes(self._form.values())
        dialog = ConflictDialog(
            found, self._other(writing), self._calendar, self._theme, self._panel
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._on_chosen(writing, dialog.chosen))
        dialog.rejected.connect(self._saver.stay)
        dialog.open()

    def _on_chosen(self, writing: Writing, chosen: Mapping[str, bool]) -> None:
        if writing is not self._saver.writing:
            return
        mine = self._saver.changes()
        self._message.dismiss()
        self._form.show_post(writing.resolve(self._form.values(), chosen))
        self.settled.emit()
        self._saver.settle(None)
        not_chosen = {name: mine[name] for name, is_mine in chosen.items() if not is_mine}
        if not_chosen:
            self.put_away.emit(not_chosen)

    def _other(self, writing: Writing) -> str:
        return self._calendar.person_name(writing.view.post.editor) if writing.view else ""
