"""The look of a chip: words with an arrow behind them, which stand out while they hide posts."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui.theme import Space, Theme
from ui.widgets.house_drawing import draw_arrow

ARROW = 14


class Chip(QPushButton):
    """A button that opens something; it is as wide as its words, and cuts them where it must."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._is_active = False
        self.set_theme(theme)

    @property
    def is_active(self) -> bool:
        """Whether it hides posts."""
        return self._is_active

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; a chip that hides posts stands out by its line and ground."""
        self._theme = theme
        palette = QPalette(theme.palette())
        if self._is_active:
            palette.setColor(QPalette.ColorRole.Button, theme.accent_tint)
            palette.setColor(QPalette.ColorRole.Light, theme.accent_tint)
            palette.setColor(QPalette.ColorRole.Mid, theme.accent)
        self.setPalette(palette)

    def sizeHint(self) -> QSize:
        height = max(super().sizeHint().height(), Space.XL + Space.S)
        return QSize(self.width_of(self.text()), height)

    def width_of(self, words: str) -> int:
        """Return how wide it is with these words."""
        return self.fontMetrics().horizontalAdvance(words) + ARROW + 2 * Space.M

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = self._option()
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inner = self.rect().adjusted(Space.M, 0, -Space.S, 0)
        words = inner.adjusted(0, 0, -ARROW, 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        place = QStyle.visualRect(self.layoutDirection(), inner, words)
        alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        shown = self._shown(words.width())
        painter.drawText(place, QStyle.visualAlignment(self.layoutDirection(), alignment), shown)
        end = QRect(words.right(), 0, inner.right() - words.right(), self.height())
        draw_arrow(
            option, painter, QStyle.visualRect(self.layoutDirection(), inner, end), points_up=False
        )
        if self.hasFocus():
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)

    def _shown(self, room: int) -> str:
        if self.width() >= self.sizeHint().width():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu  # it draws its own arrow
        return option
