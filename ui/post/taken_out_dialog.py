"""A person's word that a post was taken out of the scheduler's queue."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.commands.views import Card
from app.wording import _
from ui.theme import Space, TextRole
from ui.widgets.answer_row import AnswerRow
from ui.widgets.labels import Label


class TakenOutDialog(QDialog):
    """Asks where and how a post was taken out; `confirmed` carries the words."""

    confirmed = Signal(str)

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taken_out_dialog")
        self.setWindowTitle(_("Taken out at the scheduler"))
        self._words = QLineEdit()
        self._words.setObjectName("taken_out_words")
        self._words.setPlaceholderText(_("Where and how, e.g. “Deleted from Buffer's queue”"))
        self._words.setAccessibleName(_("Where and how it was taken out"))
        self._words.textChanged.connect(self._show_state)
        self._confirm = QPushButton(_("It is out"))
        self._confirm.setObjectName("taken_out_confirm")
        self._confirm.clicked.connect(self._on_confirm)
        self._lay_out(card)
        self._show_state()

    def _on_confirm(self) -> None:
        self.confirmed.emit(self._words.text().strip())
        self.accept()

    def _show_state(self) -> None:
        has_words = bool(self._words.text().strip())
        self._confirm.setEnabled(has_words)
        self._confirm.setToolTip("" if has_words else _("Write first where and how."))

    def _lay_out(self, card: Card) -> None:
        question = _("Was {name} taken out of the scheduler's queue?").format(name=card.name)
        remark = _(
            "Countersign cannot look there. With your word the post may be exported again, "
            "so be sure that it does not go out twice. Your name is kept with it."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(question, TextRole.HEADING, wraps=True))
        column.addWidget(Label(remark, muted=True, wraps=True))
        column.addWidget(self._words)
        column.addWidget(AnswerRow(self._confirm, self))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
