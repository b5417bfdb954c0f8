"""The comments on a post, with a field for the next one."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.commands.views import CalendarView
from app.domain.comment import Comment
from app.domain.person import Person
from app.wording import _, ngettext
from ui.talk.comment_input import CommentInput
from ui.theme import Space, TextRole
from ui.widgets.history_list import here
from ui.widgets.labels import Label


class Remarks(QWidget):
    """Open comments; resolved ones on a click.

    `said` carries the words of a new comment, `typed` what stands there before it is sent,
    `settled` a comment and whether it is resolved.
    """

    said = Signal(str)
    typed = Signal(str)
    settled = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remarks")
        self._rows: list[QWidget] = []
        self._comments: tuple[Comment, ...] = ()
        self._calendar: CalendarView | None = None
        self._why_not = ""
        self._shows_resolved = False
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.S)
        self._resolved = QPushButton()
        self._resolved.setObjectName("show_resolved")
        self._resolved.setFlat(True)
        self._resolved.setMinimumHeight(Space.XL)
        self._resolved.clicked.connect(self._on_resolved)
        self.input = CommentInput()
        self.input.sent.connect(self._on_sent)
        self.input.textChanged.connect(self._tell_state)
        self.input.textChanged.connect(lambda: self.typed.emit(self.input.toPlainText()))
        self._send = QPushButton(_("Comment"))
        self._send.setObjectName("comment_send")
        self._send.clicked.connect(self._on_sent)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._list)
        column.addWidget(self._resolved, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.input)
        column.addLayout(below)

    def show_comments(
        self, comments: Iterable[Comment], calendar: CalendarView, me: Person | None
    ) -> None:
        """Show the comments on a post to a person; what is typed for the next one stays."""
        self._comments = tuple(comments)
        self._calendar = calendar
        self._why_not = "" if me else _("Choose who you are first, at the top right of the window.")
        self.input.set_names(person.name for person in calendar.people if person.is_active)
        self.input.setEnabled(not self._why_not)
        self.input.setToolTip(self._why_not)
        self._tell_state()
        self._put()

    def fold(self, unsent: str = "") -> None:
        """Show only what is open: another post stands there now, with what was not sent of it."""
        self._shows_resolved = False
        self.input.setPlainText(unsent)

    def _put(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        resolved = sum(one.is_resolved for one in self._comments)
        shown = [one for one in self._comments if self._shows_resolved or not one.is_resolved]
        self._rows = [self._row(one) for one in shown]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
        self._resolved.setVisible(bool(resolved) and not self._shows_resolved)
        words = ngettext("Show {count} resolved", "Show {count} resolved", resolved)
        self._resolved.setText(words.format(count=resolved))

    def _row(self, comment: Comment) -> QWidget:
        row = QWidget()
        row.setObjectName("remark")
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        who = self._calendar.person_name(comment.author) if self._calendar else comment.author
        said = _("{who}, {when}").format(who=who, when=here(comment.at))
        if comment.is_resolved:
            said = _("{who}, {when} · resolved").format(who=who, when=here(comment.at))
        head.addWidget(Label(said, TextRole.SMALL, muted=True, wraps=True), 1)
        settle = QPushButton(_("Reopen") if comment.is_resolved else _("Resolve"))
        settle.setObjectName("comment_reopen" if comment.is_resolved else "comment_resolve")
        settle.setFlat(True)
        settle.setMinimumHeight(Space.XL)
        settle.setEnabled(not self._why_not)
        settle.setToolTip(self._why_not)
        name = (
            _("Reopen the comment of {who}")
            if comment.is_resolved
            else _("Resolve the comment of {who}")
        )
        settle.setAccessibleName(name.format(who=who))
        settle.clicked.connect(lambda: self.settled.emit(comment, not comment.is_resolved))
        head.addWidget(settle, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(comment.text, wraps=True, muted=comment.is_resolved)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(words)
        return row

    def _tell_state(self) -> None:
        has_words = bool(self.input.toPlainText().strip())
        self._send.setEnabled(has_words and not self._why_not)
        self._send.setToolTip(
            self._why_not or (_("Ctrl+Enter") if has_words else _("Write a few words first."))
        )

    def _on_sent(self) -> None:
        if self._send.isEnabled():
            self.said.emit(self.input.toPlainText())

    def _on_resolved(self) -> None:
        self._shows_resolved = True
        self._put()
