"""A heading that folds what belongs to it away, and says what is in there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.wording import _
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.labels import ElidedLabel


class FoldingSection(QWidget):
    """A click or a key on its heading folds and unfolds; `unfolded` tells which of both.

    While it is folded a few words tell what is in there.
    """

    unfolded = Signal(bool)

    def __init__(self, title: str, name: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._title = title
        self._is_unfolded = False
        self.head = _Head(title)
        self.head.setObjectName(f"{name}_head")
        self.head.clicked.connect(self._on_clicked)
        self._summary = ElidedLabel(role=TextRole.SMALL, muted=True)
        self._body = QWidget()
        self._fields = QVBoxLayout(self._body)
        self._fields.setContentsMargins(0, Space.XS, 0, 0)
        self._fields.setSpacing(Space.M)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.head)
        row.addWidget(self._summary, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._body)
        self.set_unfolded(False)

    @property
    def is_unfolded(self) -> bool:
        """Whether what belongs to it is shown."""
        return self._is_unfolded

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self._fields.addWidget(widget)

    def set_unfolded(self, is_unfolded: bool) -> None:
        """Show what belongs to it, or fold it away."""
        self._is_unfolded = is_unfolded
        self.head.setAccessibleName(_spoken(self._title, is_unfolded))
        self._body.setVisible(is_unfolded)
        self._summary.setVisible(not is_unfolded)
        self.set_theme(self._theme)

    def set_summary(self, words: str) -> None:
        """Say what is in there while it is folded."""
        self._summary.setText(words)
        self._summary.setToolTip(words)
        self.head.setAccessibleDescription(words)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        folded = "previous" if is_mirrored else "next"
        self.head.setIcon(icons.icon("down" if self.is_unfolded else folded, theme.muted))

    def _on_clicked(self) -> None:
        self.set_unfolded(not self._is_unfolded)
        self.unfolded.emit(self.is_unfolded)


def _spoken(title: str, is_unfolded: bool) -> str:
    words = _("{title}, unfolded") if is_unfolded else _("{title}, folded")
    return words.format(title=title)


class _Head(QToolButton):
    """The heading as a button; Enter works as Space does."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setFont(font(self.font(), TextRole.SMALL_STRONG))
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(Space.XL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
