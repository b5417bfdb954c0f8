"""One entry of the recall list: what lies there, why it must come out, how, and a person's word."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.recall_words import cause_text
from app.commands.views import CalendarView, Recall
from app.wording import _
from ui.recall.recall_words import export_words, how_soon, when_words, where_words
from ui.theme import Space, TextRole
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.own_clock import own_zone

TEXT_LINES = 4


class RecallPage(QWidget):
    """`confirmed` carries what a person wrote on where and how the post was taken out.

    `post_asked` asks for the post as it stands in the calendar. The Up key in the empty field
    brings the last words back: each post is confirmed by words of its own.
    """

    confirmed = Signal(str)
    post_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recall_page")
        self._last_words = ""
        self._name = Label(role=TextRole.HEADING, wraps=True)
        self._name.setObjectName("recall_name")
        self._when = Label(role=TextRole.STRONG, wraps=True)
        self._when.setObjectName("recall_when")
        self._soon = Label(muted=True, wraps=True)
        self._soon.setObjectName("recall_soon")
        self._where = Label(wraps=True)
        self._where.setObjectName("recall_where")
        self._text = QPlainTextEdit()
        self._text.setObjectName("recall_text")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("What the scheduler will send"))
        self._text.setFrameShape(QFrame.Shape.StyledPanel)
        self._text.setFixedHeight(self.fontMetrics().lineSpacing() * TEXT_LINES + 2 * Space.S)
        self._export = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._export.setObjectName("recall_export")
        self._export.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._why = Label(wraps=True)
        self._why.setObjectName("recall_why")
        self._how = Label(wraps=True)
        self._how.setObjectName("recall_how")
        self._words = QLineEdit()
        self._words.setObjectName("recall_note")
        self._words.setAccessibleName(_("Where and how it was taken out"))
        self._words.setPlaceholderText(_("Where and how, e.g. “Deleted from Buffer's queue”"))
        self._words.textChanged.connect(self._show_state)
        self._words.returnPressed.connect(self._on_confirmed)
        self._words.installEventFilter(self)
        self._confirm = make_primary(QPushButton(_("It is out")))
        self._confirm.setObjectName("recall_confirm")
        self._confirm.setAutoDefault(False)
        self._confirm.clicked.connect(self._on_confirmed)
        self._post = QPushButton(_("Open the post"))
        self._post.setObjectName("recall_post")
        self._post.setAutoDefault(False)
        self._post.clicked.connect(self.post_asked)
        self._lay_out()
        self._show_state()

    def show_recall(self, recall: Recall, calendar: CalendarView, now: datetime) -> None:
        """Show another entry; what was written for the one before is gone."""
        self.show_facts(recall, calendar, now)
        self._words.clear()
        self.set_waiting(False)

    def show_facts(self, recall: Recall, calendar: CalendarView, now: datetime) -> None:
        """Show an entry as it is now; what is being written stays."""
        self._name.setText(
            _("{post} · {headline}").format(post=recall.card.name, headline=recall.headline)
        )
        self._when.setText(when_words(recall))
        self._soon.setText(how_soon(recall, now, own_zone()))
        self._where.setText(where_words(recall))
        self._text.setPlainText(recall.text)
        self._export.setText(export_words(recall, calendar))
        self._export.setToolTip(recall.folder)
        self._why.setText("\n".join(cause_text(recall, cause) for cause in recall.causes))
        self._how.setText(recall.way_out)

    def set_waiting(self, is_waiting: bool) -> None:
        """Take no second word while the first is being saved."""
        self._words.setReadOnly(is_waiting)
        self._show_state()

    def take_focus(self) -> None:
        """Let a person write at once."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._brings_back(event):
            self._words.setText(self._last_words)
            return True
        return super().eventFilter(watched, event)

    def _brings_back(self, event: QKeyEvent) -> bool:
        is_up = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Up
        return is_up and bool(self._last_words) and not self._words.text()

    def _on_confirmed(self) -> None:
        words = self._words.text().strip()
        if words and not self._words.isReadOnly():
            self._last_words = words
            self.set_waiting(True)
            self.confirmed.emit(words)

    def _show_state(self) -> None:
        has_words = bool(self._words.text().strip())
        self._confirm.setEnabled(has_words and not self._words.isReadOnly())
        self._confirm.setToolTip("" if has_words else _("Write first where and how."))

    def _lay_out(self) -> None:
        remark = _(
            "Countersign cannot look there. With your word the post may be exported again, "
            "so be sure that it does not go out twice. Your name is kept with it."
        )
        hint = _("Enter confirms and goes on to the next; ↑ brings your last words back.")
        answer = QHBoxLayout()
        answer.setSpacing(Space.S)
        answer.addWidget(self._words, 1)
        answer.addWidget(self._confirm)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._name, 1)
        head.addWidget(self._post, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._when)
        column.addWidget(self._soon)
        column.addWidget(self._where)
        column.addWidget(self._text)
        column.addWidget(self._export)
        for title, label in (
            (_("Why it must come out"), self._why),
            (_("How it comes out"), self._how),
        ):
            column.addSpacing(Space.S)
            column.addWidget(Label(title, TextRole.SMALL_STRONG, muted=True))
            column.addWidget(label)
        column.addSpacing(Space.M)
        column.addLayout(answer)
        column.addWidget(Label(hint, TextRole.SMALL, muted=True, wraps=True))
        column.addStretch(1)
        column.addWidget(Label(remark, TextRole.SMALL, muted=True, wraps=True))
