"""What a drop would mean, said beside the hovered cell."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.flag import Severity
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label

LETTERS = 46
STRIPE = 4


class DropHint(QWidget):
    """A small note over the grid; it never takes the mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop_hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._severity: Severity | None = None
        self._ground = parent
        self._icon = QLabel()
        self._what = Label(role=TextRole.STRONG, wraps=True)
        self._what.setObjectName("drop_hint_what")
        self._why = Label(role=TextRole.SMALL, wraps=True)
        self._why.setObjectName("drop_hint_why")
        self._where = Label(role=TextRole.SMALL)
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._where, self._what, self._why):
            column.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(STRIPE + Space.S, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.hide()

    @property
    def text(self) -> str:
        """All that it says; empty while it is hidden."""
        if self.isHidden():
            return ""
        return "\n".join(label.text() for label in (self._where, self._what, self._why))

    def show_at(
        self, cell: QRect, where: str, what: str, why: Sequence[str], severity: Severity | None
    ) -> None:
        """Say what the day is, beside a cell and without covering it."""
        self._severity = severity
        self._where.setText(where)
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self._why.setText("\n".join(why))
        self._why.setVisible(bool(why))
        self.set_theme(self._theme)
        width = min(self.fontMetrics().averageCharWidth() * LETTERS, self._ground.width())
        layout = self.layout()
        height = 0
        if layout is not None:
            layout.activate()
            grows = layout.hasHeightForWidth()
            height = layout.totalHeightForWidth(width) if grows else layout.totalSizeHint().height()
        self.setGeometry(QRect(self._corner(cell, QSize(width, height)), QSize(width, height)))
        self.show()
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        style = theme.severity(self._severity)
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.WindowText, style.text)
        self.setPalette(palette)
        self._icon.setVisible(self._severity is not None)
        if self._severity is not None:
            name = icons.severity_icon_name(self._severity)
            size = self.fontMetrics().height()
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(icons.pixmap(name, style.stripe, size, ratio, style.background))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._theme.severity(self._severity)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), style.background)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = self.width() - STRIPE if is_mirrored else 0
        painter.fillRect(QRect(start, 0, STRIPE, self.height()), style.stripe)
        painter.setClipping(False)
        painter.setPen(QPen(style.stripe, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _corner(self, cell: QRect, size: QSize) -> QPoint:
        """Below the cell where there is room, else above; always inside the grid."""
        ground = self._ground.rect()
        x = max(ground.left(), min(cell.left(), ground.right() - size.width()))
        below = cell.bottom() + Space.S
        if below + size.height() <= ground.bottom():
            return QPoint(x, below)
        return QPoint(x, max(ground.top(), cell.top() - Space.S - size.height()))
