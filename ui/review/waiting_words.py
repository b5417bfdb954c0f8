"""What lies on the desk while a post is being read."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.labels import Label

PATIENCE_MS = 150
"""What comes sooner is not announced: words that only flash by make nobody calmer."""


class WaitingWords(QWidget):
    """An empty page that says after a moment what it waits for."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("review_waits")
        self.setAccessibleName(sentence)
        self._words = Label(sentence, muted=True, wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addStretch(3)
        self._words.hide()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._words.show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._patience.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._patience.stop()
