"""The field in which words are typed that posts are found by."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from app.wording import _
from ui.theme import Space, Theme
from ui.widgets import icons

LETTERS = 26
FEW_LETTERS = 12
"""So many have room in a narrow window."""


class SearchField(QLineEdit):
    """`typed` carries what a search should look for, `entered` the words to filter by.

    `emptied` tells that no words are wanted any more, `list_asked` that the person goes on to what
    was found, `left` that they are done here.
    """

    typed = Signal(str)
    entered = Signal(str)
    emptied = Signal()
    list_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_posts")
        self._shown = ""
        self.setPlaceholderText(_("Find posts (Ctrl+F)"))
        self.setAccessibleName(_("Find posts"))
        self.setToolTip(
            _("Finds words in all posts, whatever their case and accents. Return filters by them.")
        )
        self.setMinimumHeight(Space.XL + Space.S)
        self._make_room_for_the_glass()
        self.widen()
        self.textEdited.connect(self._on_typed)
        self.textChanged.connect(self._on_changed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._glass = icons.pixmap("search", theme.muted, Space.L, self.devicePixelRatioF())
        self.update()

    def widen(self) -> None:
        """Be as wide as is good for typing."""
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS)

    def narrow(self) -> None:
        """Leave room to others."""
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * FEW_LETTERS)

    def give_way(self) -> None:
        """Be as narrow as others need it."""
        self.setMinimumWidth(Space.XL + Space.S)

    def show_filter(self, text: str) -> None:
        """Show the words by which posts are filtered; what is being typed stays otherwise."""
        before, self._shown = self._shown, text
        if text != before:
            self.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        inner = self.rect().adjusted(Space.S, 0, -Space.S, 0)
        size = QSize(Space.L, Space.L)
        alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        place = QStyle.alignedRect(self.layoutDirection(), alignment, size, inner)
        QPainter(self).drawPixmap(place, self._glass)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._make_room_for_the_glass()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit(self.text())
            case Qt.Key.Key_Down:
                self.list_asked.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _make_room_for_the_glass(self) -> None:
        room = Space.L + Space.S
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Space.XS
        self.setTextMargins(edge if is_mirrored else room, 0, room if is_mirrored else edge, 0)

    def _on_typed(self, text: str) -> None:
        self.typed.emit(text)

    def _on_changed(self, text: str) -> None:
        if not text.strip():
            self.emptied.emit()
