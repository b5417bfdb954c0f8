"""What rows that stand for many posts say of each day: how many, and the gravest flag."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.calendar.calendar_model import CalendarModel
from ui.calendar.grid_view import View
from ui.calendar.lanes import DaySum
from ui.cards.card_layout import GAP, CardLayout
from ui.theme import Theme
from ui.widgets import icons


@dataclass(frozen=True, slots=True)
class SumPainter:
    """Draws a pill with the number of posts in each day that has some."""

    theme: Theme
    model: CalendarModel
    layout: CardLayout

    def paint(self, painter: QPainter, view: View) -> None:
        """Draw the sums that are visible."""
        painter.setFont(self.layout.strong)
        for room, found, is_selected in self._visible(view):
            self._paint_sum(painter, room, found, is_selected)

    def _visible(self, view: View) -> Iterator[tuple[QRect, DaySum, bool]]:
        sums = self.model.lanes.sums
        if not sums:
            return
        for row in view.rows:
            for column in view.columns:
                place = (row.number, column.number)
                found = sums.get(place)
                if found is not None:
                    cell = QRect(column.start, row.start, column.size, row.size)
                    yield cell.adjusted(3, 3, -3, -4), found, place in view.selected

    def _paint_sum(self, painter: QPainter, room: QRect, found: DaySum, is_selected: bool) -> None:
        style = self.theme.severity(found.severity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.accent if is_selected else style.background)
        painter.setBrush(style.background)
        box = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        inner = room.adjusted(2 * GAP, 0, -2 * GAP, 0)
        if found.severity is not None:
            name = icons.severity_icon_name(found.severity)
            inner = self._paint_sign(painter, inner, name, style.stripe, style.background)
        if found.ghost_count:
            inner = self._paint_sign(painter, inner, "stage-queued", style.text, style.background)
        if found.post_count:
            painter.setPen(style.text)
            alignment = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inner, alignment, str(found.post_count))

    def _paint_sign(
        self, painter: QPainter, room: QRect, name: str, ink: QColor, paper: QColor
    ) -> QRect:
        """Draw a sign at the start of the room, and return what is left of it."""
        layout = self.layout
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            layout.leading(room, layout.icon), icons.pixmap(name, ink, layout.icon, ratio, paper)
        )
        return layout.without_start(room, layout.icon + GAP)
