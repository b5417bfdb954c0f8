"""Sentences about a whole sheet, a few of them in view."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.theme import TextRole, font
from ui.widgets.tooltips import tooltip_of

MOST_IN_VIEW = 5


class NoteList(QListWidget):
    """Notes one below the other, hidden while there is none; more than five of them scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(self.font(), TextRole.SMALL))
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show other notes."""
        self.clear()
        for note in notes:
            item = QListWidgetItem(note, self)
            item.setToolTip(tooltip_of(note))
        shown = range(min(len(notes), MOST_IN_VIEW))
        self.setFixedHeight(sum(map(self.sizeHintForRow, shown)) + 2 * self.frameWidth())
        self.setVisible(bool(notes))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())
