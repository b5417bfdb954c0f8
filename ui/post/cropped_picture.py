"""A picture as a feed crops it, or what stands where no picture is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons

_TALLEST_PX = 420
_WHITE = QColor(255, 255, 255)


class CroppedPicture(QWidget):
    """Paints one picture cropped around its middle; words may lie over its lower half."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._shape = 1.0
        self._badge = ""
        self._over: tuple[str, str] = ("", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, image: QImage | None, shape: float, *, badge: str = "") -> None:
        """Show a picture in a shape, width by height; `badge` is a small word in its corner."""
        self._image = image or QImage()
        self._shape = shape
        self._badge = badge
        self.updateGeometry()
        self.update()

    def set_over(self, name: str, words: str) -> None:
        """Put words over the picture, as full-screen feeds do."""
        self._over = (name, words)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(round(width / self._shape), _TALLEST_PX)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.window)
        frame = self._frame()
        painter.fillRect(frame, self._theme.hovered)
        if self._image.isNull():
            self._paint_nothing(painter, frame)
        else:
            painter.drawImage(frame, self._image, middle_of(self._image.size(), self._shape))
        if any(self._over):
            self._paint_over(painter, frame)
        if self._badge:
            self._paint_badge(painter, frame)

    def _frame(self) -> QRectF:
        """Return where the picture lies: the whole width, or less where it would be too tall."""
        width = min(float(self.width()), self.height() * self._shape)
        return QRectF((self.width() - width) / 2, 0, width, self.height())

    def _paint_nothing(self, painter: QPainter, frame: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        sign = icons.pixmap("picture", self._theme.muted, 32, ratio)
        painter.drawPixmap(frame.center() - QPointF(16, 16), sign)

    def _paint_over(self, painter: QPainter, frame: QRectF) -> None:
        shade = QLinearGradient(frame.topLeft(), frame.bottomLeft())
        shade.setColorAt(0.35, QColor(0, 0, 0, 0))
        shade.setColorAt(1.0, QColor(0, 0, 0, 210))
        painter.fillRect(frame, shade)
        name, words = self._over
        room = frame.adjusted(Space.M, Space.M, -Space.M, -Space.M)
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.setPen(_WHITE)
        small = font(self.font(), TextRole.SMALL)
        painter.setFont(small)
        flags = Qt.TextFlag.TextWordWrap
        needed = painter.boundingRect(room, flags, words).height()
        body = QRectF(room.left(), room.bottom() - needed, room.width(), needed)
        painter.drawText(body, words, option)
        painter.setFont(font(self.font(), TextRole.SMALL_STRONG))
        line = painter.fontMetrics().height()
        above = QRectF(room.left(), body.top() - line - Space.XS, room.width(), line)
        shown = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, int(above.width())
        )
        painter.drawText(above, shown, option)

    def _paint_badge(self, painter: QPainter, frame: QRectF) -> None:
        painter.setFont(font(self.font(), TextRole.SMALL))
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(self._badge) + 16, metrics.height() + 6
        box = QRectF(frame.right() - width - Space.S, frame.top() + Space.S, width, height)
        path = QPainterPath()
        path.addRoundedRect(box, height / 2, height / 2)
        painter.fillPath(path, QColor(0, 0, 0, 170))
        painter.setPen(_WHITE)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)


def middle_of(size: QSize, shape: float) -> QRectF:
    """Return the largest part around the middle of a picture that has a shape."""
    width = min(float(size.width()), size.height() * shape)
    height = width / shape
    return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)
