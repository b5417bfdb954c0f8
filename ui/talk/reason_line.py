"""A line for a word on why, with its button; hidden until it is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.wording import _
from ui.theme import Space


class ReasonLine(QWidget):
    """`given` carries the words, which may be none; Esc puts the line away."""

    given = Signal(str)

    def __init__(self, prompt: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason_line")
        self._line = QLineEdit()
        self._line.setObjectName("reason_words")
        self._line.setPlaceholderText(prompt)
        self._line.setAccessibleName(prompt)
        self._line.returnPressed.connect(self._on_given)
        send = QPushButton(action)
        send.setObjectName("reason_send")
        send.clicked.connect(self._on_given)
        cancel = QPushButton(_("Cancel"))
        cancel.setObjectName("reason_cancel")
        cancel.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._line, 1)
        row.addWidget(send)
        row.addWidget(cancel)
        self.hide()

    def open_line(self) -> None:
        """Show the line, ready to be typed into."""
        self.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_given(self) -> None:
        self.given.emit(self._line.text().strip())
