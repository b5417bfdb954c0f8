"""What a search has found, below the field: each post with where it is, and the way there."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.searching import Findings
from app.domain.post import PostId
from app.wording import _
from ui.finding.found_words import came_to, what, where
from ui.theme import Space, TextRole, Theme
from ui.widgets.announcing import announce
from ui.widgets.labels import Label
from ui.widgets.two_line_list import Entry, TwoLineList

WIDTH = 620
MOST_ROWS = 8


class FoundList(QFrame):
    """Lies over its parent below the search field.

    `post_asked` carries the post to go to, `filter_asked` asks to show only what was found, `left`
    tells that the person goes back to the field.
    """

    post_asked = Signal(object)
    filter_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("found_posts")
        self._theme = theme
        self._count = Label(role=TextRole.SMALL, muted=True)
        self._count.setObjectName("found_count")
        self.filter = QPushButton()
        self.filter.setObjectName("found_filter")
        self.filter.setFlat(True)
        self.filter.clicked.connect(self.filter_asked)
        self.list = _Rows()
        self.list.setObjectName("found_list")
        self.list.setAccessibleName(_("Posts that were found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.list.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.XS, 1, Space.S)
        column.setSpacing(Space.XS)
        self._above = QHBoxLayout()
        self._above.addWidget(self.filter)
        self._above.addStretch(1)
        column.addLayout(self._above)
        column.addWidget(self.list)
        self._count.setContentsMargins(Space.M, 0, Space.M, 0)
        column.addWidget(self._count)
        parent.installEventFilter(self)
        self._below: QWidget | None = None
        self.hide()

    def show_findings(self, findings: Findings, below: QWidget) -> None:
        """Show what a search came to below a field; nothing where nothing was asked for."""
        self._below = below
        typed = findings.typed.strip()
        if not typed:
            self.hide()
            return
        self.list.show_entries(
            Entry(str(found.post), what(found), where(found)) for found in findings.posts
        )
        self.list.setVisible(bool(findings.posts))
        self.filter.setText(_("Show only posts with “{typed}” (Return)").format(typed=typed))
        self._stand_above_the_names()
        self._count.setText(came_to(findings))
        self._settle()
        self.show()
        self.raise_()
        announce(self, self._count.text())

    def take_focus(self) -> None:
        """Let the arrow keys go through the posts."""
        if not self.isHidden() and self.list.count():
            self.list.setFocus()
            self.list.setCurrentRow(0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.surface)
        painter.setPen(self._theme.outline)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return super().eventFilter(watched, event)

    def _stand_above_the_names(self) -> None:
        """Let the words of the button begin where the names of the posts do."""
        words = self.filter.fontMetrics().horizontalAdvance(self.filter.text())
        beside = (self.filter.sizeHint().width() - words) // 2
        self._above.setContentsMargins(max(Space.M - beside, 0), 0, 0, 0)

    def _settle(self) -> None:
        page, field = self.parentWidget(), self._below
        if page is None or field is None:
            return
        corner = field.mapTo(page, QPoint(0, field.height() + 2))
        width = min(WIDTH, page.width() - 2 * Space.M)
        left = corner.x()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left += field.width() - width
        left = min(max(left, Space.M), page.width() - width - Space.M)
        rows = min(self.list.count(), MOST_ROWS)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), Space.XL) + 2)
        self.setGeometry(left, corner.y(), width, self.sizeHint().height())

    def _on_item(self, item: QListWidgetItem) -> None:
        self.hide()
        self.post_asked.emit(PostId(self.list.key_of(item)))


class _Rows(TwoLineList):
    """The rows; Esc, and Up from the first of them, lead back to the field."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_first = self.currentRow() <= 0
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Up if is_first:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentItem() is not None:
                self.itemActivated.emit(self.currentItem())
            case _:
                super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
