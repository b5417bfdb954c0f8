"""A heading with what belongs to it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Space, TextRole
from ui.widgets.labels import Label


class Section(QWidget):
    """A small heading above widgets that are added one below the other."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._title = Label(title, TextRole.SMALL_STRONG, muted=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self._title)

    def set_title(self, title: str) -> None:
        """Say something else above it."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self._column.addWidget(widget)
