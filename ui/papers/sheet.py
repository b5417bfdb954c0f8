"""A sheet of paper: its size, its frame with head and foot, and the room for what it shows."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPoint, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtWidgets import QStyle

from app.commands.texts import severity_name, stage_name
from app.commands.views import Stage
from app.domain.flag import Severity
from app.wording import _
from ui.papers.paper_cards import SHARP
from ui.theme import LIGHT, TextRole, font
from ui.widgets import icons
from ui.widgets.icons import severity_icon_name, stage_icon_name

MARGIN_MM = 10
SCALE = 0.72
"""How large things of the screen are on paper."""


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands on every page."""

    calendar: str
    what: str
    """The view and its period."""
    limits: str
    """The filter, where one hides posts."""
    as_of: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of one size; all measures are pixels of the screen, larger than on paper."""

    page: QPageSize
    is_wide: bool
    dots: float
    """Pixels of the screen to an inch."""
    base: QFont
    way: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight

    @property
    def start(self) -> int:
        """Where words begin."""
        return self._towards(Qt.AlignmentFlag.AlignLeading)

    @property
    def end(self) -> int:
        """Where words end."""
        return self._towards(Qt.AlignmentFlag.AlignTrailing)

    def mirrored(self, place: QRect) -> QRect:
        """Return a place of the sheet as it is read."""
        return QStyle.visualRect(self.way, self.inner, place)

    def _towards(self, side: Qt.AlignmentFlag) -> int:
        both = side | Qt.AlignmentFlag.AlignVCenter
        return int(QStyle.visualAlignment(self.way, both))

    @property
    def layout(self) -> QPageLayout:
        """The sheet as printers know it."""
        way = (
            QPageLayout.Orientation.Landscape if self.is_wide else QPageLayout.Orientation.Portrait
        )
        return QPageLayout(self.page, way, QMarginsF(0, 0, 0, 0))

    @property
    def size(self) -> QSizeF:
        """How large it is on the screen, at full size."""
        inches = self.page.size(QPageSize.Unit.Inch)
        size = QSizeF(inches.width() * self.dots, inches.height() * self.dots)
        return size.transposed() if self.is_wide else size

    @property
    def inner(self) -> QRect:
        """All within the margins, in pixels of what is painted."""
        margin = round(MARGIN_MM / 25.4 * self.dots / SCALE)
        width, height = (round(side / SCALE) for side in (self.size.width(), self.size.height()))
        return QRect(margin, margin, width - 2 * margin, height - 2 * margin)

    @property
    def line(self) -> int:
        """The height of a line of small text."""
        return QFontMetrics(font(self.base, TextRole.SMALL)).height()

    @property
    def body(self) -> QRect:
        """The room between head and foot."""
        return self.inner.adjusted(0, self._head, 0, -(3 * self.line))

    @property
    def _head(self) -> int:
        return QFontMetrics(font(self.base, TextRole.TITLE)).height() + 2 * self.line + 10


def paint_frame(
    painter: QPainter, sheet: Sheet, head: PaperHead, page: int, pages: int, *, note: str = ""
) -> None:
    """Draw what stands on every page: where it is from, of when, and what its marks mean."""
    inner = sheet.inner
    title = font(sheet.base, TextRole.TITLE)
    small = font(sheet.base, TextRole.SMALL)
    line = sheet.line
    painter.setFont(title)
    painter.setPen(LIGHT.text)
    top = QRect(inner.left(), inner.top(), inner.width(), painter.fontMetrics().height())
    painter.drawText(top, sheet.start, head.calendar)
    if head.is_sample:
        _paint_sample(painter, sheet, top)
    painter.setFont(font(sheet.base, TextRole.STRONG))
    below = QRect(inner.left(), top.bottom() + 2, inner.width(), line + 4)
    painter.drawText(below, sheet.start, head.what)
    painter.setFont(small)
    painter.setPen(LIGHT.muted)
    painter.drawText(below, sheet.end, head.as_of)
    under = QRect(inner.left(), below.bottom(), inner.width(), line)
    painter.drawText(under, sheet.end, note)
    if head.limits:
        room = inner.width() - painter.fontMetrics().horizontalAdvance(note) - line
        words = painter.fontMetrics().elidedText(head.limits, Qt.TextElideMode.ElideRight, room)
        painter.drawText(under, sheet.start, words)
    _paint_foot(painter, sheet, page, pages)


def _paint_sample(painter: QPainter, sheet: Sheet, room: QRect) -> None:
    """Nobody takes invented posts for a plan: it stands on every page, and across it."""
    painter.save()
    words = _("SAMPLE – invented data")
    style = LIGHT.severity(Severity.STOP)
    painter.setFont(font(sheet.base, TextRole.STRONG))
    width = painter.fontMetrics().horizontalAdvance(words) + 24
    height = painter.fontMetrics().height() + 6
    badge = sheet.mirrored(QRect(room.right() - width, room.top(), width, height))
    painter.setPen(QPen(style.stripe, 1))
    painter.setBrush(style.background)
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(style.text)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def paint_across(painter: QPainter, sheet: Sheet) -> None:
    """Write across a page that it shows a sample."""
    painter.save()
    body = sheet.body
    lettering = QFont(sheet.base)
    lettering.setPointSizeF(sheet.base.pointSizeF() * 10)
    lettering.setWeight(QFont.Weight.Bold)
    painter.setFont(lettering)
    colour = QColor(LIGHT.severity(Severity.STOP).stripe)
    colour.setAlphaF(0.08)
    painter.setPen(colour)
    painter.translate(QPoint(body.center()))
    painter.rotate(-25)
    room = QRectF(-body.width(), -body.height(), 2 * body.width(), 2 * body.height())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), _("SAMPLE"))
    painter.restore()


def _paint_foot(painter: QPainter, sheet: Sheet, page: int, pages: int) -> None:
    inner, line = sheet.inner, sheet.line
    room = QRect(inner.left(), inner.bottom() - 2 * line - 4, inner.width(), line)
    painter.fillRect(room.left(), room.top() - 4, room.width(), 1, LIGHT.border)
    painter.setFont(font(sheet.base, TextRole.SMALL))
    number = _("Page {number} of {count}").format(number=page, count=pages)
    marks = [
        (severity_icon_name(one), severity_name(one), LIGHT.severity(one).stripe)
        for one in sorted(Severity)
    ] + [(stage_icon_name(one), stage_name(one), LIGHT.muted) for one in Stage]
    x, y, size = room.left(), room.top(), line - 3
    end = room.right() - painter.fontMetrics().horizontalAdvance(number) - 12
    for name, words, colour in marks:
        width = size + 5 + painter.fontMetrics().horizontalAdvance(words) + 14
        if x + width > (end if y > room.top() else room.right()) and y == room.top():
            x, y = room.left(), y + line + 2
        sign = sheet.mirrored(QRect(x, y + 1, size, size))
        painter.drawPixmap(sign, icons.pixmap(name, colour, size, SHARP))
        painter.setPen(LIGHT.muted)
        place = sheet.mirrored(QRect(x + size + 5, y, width - size - 5, line))
        painter.drawText(place, sheet.start, words)
        x += width
    last = QRect(room.left(), room.top() + line + 2, room.width(), line)
    painter.setPen(LIGHT.text)
    painter.drawText(last, sheet.end, number)
