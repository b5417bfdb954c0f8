"""One line of text in a painted row, cut where the room ends."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme import TextRole, font
from ui.widgets.isolated import isolated


def write_line(
    painter: QPainter, option: QStyleOptionViewItem, role: TextRole, place: QRect, text: str
) -> QRect:
    """Write one elided line at the top of a place; return what it takes."""
    lettering = font(option.font, role)
    metrics = QFontMetrics(lettering)
    painter.setFont(lettering)
    line = QRect(place.left(), place.top(), place.width(), metrics.height())
    leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(line, leading | Qt.AlignmentFlag.AlignVCenter, isolated(shown))
    return line
