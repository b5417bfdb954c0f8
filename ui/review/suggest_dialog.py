"""Writing other words for a post, beside what they would change."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.commands.texts import field_name
from app.commands.views import CalendarView, PostView
from app.domain.person import Person
from app.domain.suggestion import SUGGESTIBLE, words_between
from app.wording import _
from ui.talk.asked import able_reviewers
from ui.theme import Space, TextRole, Theme
from ui.widgets.answer_row import AnswerRow
from ui.widgets.diff_label import DiffLabel
from ui.widgets.fitting import roomy
from ui.widgets.labels import Label
from ui.widgets.word_diff import word_diff


class SuggestDialog(QDialog):
    """`sent` carries the changed fields, and a word on why."""

    sent = Signal(object, str)

    def __init__(
        self,
        view: PostView,
        calendar: CalendarView,
        me: Person,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("suggest_dialog")
        self.setWindowTitle(_("Suggest an edit of {name}").format(name=view.card.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(roomy(self, 80, 31))
        self._view = view
        self._theme = theme
        self._fields = {
            name: _field(name, str(view.post.value(name)))
            for name in SUGGESTIBLE
            if name == "text" or view.post.value(name)
        }
        self._differences: list[QWidget] = []
        self._changes = QVBoxLayout()
        self._changes.setSpacing(Space.XS)
        self._note = QLineEdit()
        self._note.setObjectName("suggest_note")
        self._note.setPlaceholderText(_("Why? A few words, if you like"))
        self._note.setAccessibleName(_("Why"))
        self._send = QPushButton(_("Send the suggestion"))
        self._send.setObjectName("suggest_send")
        self._send.clicked.connect(self._on_sent)
        self._lay_out(_consequence(view, calendar, me))
        for field in self._fields.values():
            field.textChanged.connect(self._show_changes)
        self._show_changes()
        self._fields["text"].setFocus()

    @property
    def wanted(self) -> Mapping[str, str]:
        """The words of every field as they stand in the dialog."""
        return {name: field.toPlainText() for name, field in self._fields.items()}

    def _show_changes(self) -> None:
        for part in self._differences:
            self._changes.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._differences = []
        words = words_between(self._view.post, self.wanted)
        for one in words:
            name = Label(field_name(one.field).capitalize(), TextRole.SMALL, muted=True)
            self._differences += [name, DiffLabel(word_diff(one.before, one.after), self._theme)]
        if not words:
            self._differences = [Label(_("Nothing yet: change a word above."), muted=True)]
        for part in self._differences:
            self._changes.addWidget(part)
        self._send.setEnabled(bool(words))
        self._send.setToolTip("" if words else _("Change a word first."))

    def _on_sent(self) -> None:
        words = words_between(self._view.post, self.wanted)
        self.sent.emit({one.field: one.after for one in words}, self._note.text().strip())
        self.accept()

    def _lay_out(self, consequence: str) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.XS)
        for name, field in self._fields.items():
            label = Label(field_name(name).capitalize(), TextRole.SMALL_STRONG, muted=True)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(Space.S)
        column.addWidget(Label(_("What would change"), TextRole.SMALL_STRONG, muted=True))
        column.addLayout(self._changes)
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(_("What you suggest"))
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        whole.setSpacing(Space.M)
        whole.addWidget(area, 1)
        whole.addWidget(self._note)
        whole.addWidget(Label(consequence, TextRole.SMALL, muted=True, wraps=True))
        whole.addWidget(AnswerRow(self._send, self))


def _field(name: str, words: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName(f"suggest_{name}")
    field.setAccessibleName(field_name(name).capitalize())
    field.setTabChangesFocus(True)
    field.setPlainText(words)
    lines = 7 if name == "text" else 2
    field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + Space.L)
    return field


def _consequence(view: PostView, calendar: CalendarView, me: Person) -> str:
    """Return what it means for whoever suggests: these are their words too, once accepted."""
    if any(person.id != me.id for person in able_reviewers(view, calendar)):
        return _(
            "Nothing changes until it is accepted. Then these are your words too, and another"
            " reviewer must approve the post."
        )
    return _(
        "Nothing changes until it is accepted. Then these are your words too, and nobody else is"
        " left who could approve the post: ask for changes instead."
    )
