"""The last row of a dialog: Close, always at its trailing end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.wording import _
from ui.theme import Space


class CloseRow(QWidget):
    """Holds what belongs to the whole dialog, and Close; `closed` tells that it was pressed."""

    closed = Signal()

    def __init__(self, *before: QWidget) -> None:
        """Take what stands at the leading end."""
        super().__init__()
        close = QPushButton(_("Close"))
        close.setObjectName("close")
        close.setAutoDefault(False)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for widget in before:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(close)
