"""The heads of the columns: weekday, date, how many posts, and the gravest flag of the day."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QToolTip, QWidget

from app.domain.flag import Severity
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.head_words import (
    brief_weekday_words,
    date_words,
    head_words,
    weekday_words,
)
from ui.calendar.lanes import DayHead
from ui.calendar.month_bands import MonthBand, laid_out, occasion_words, row_count
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.tooltips import tooltip_of

_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter

NARROW = 80
"""Pixels below which a head keeps less distance from its edges."""
NARROWEST = 56
"""Pixels below which it says the weekday in two letters."""


class DayHeader(QHeaderView):
    """Paints one head per day; today is marked. `day_asked` carries the day of a double click."""

    day_asked = Signal(object)
    shows_months = True
    """Whether occasions that last for weeks stand as bands below the days."""

    def __init__(self, model: CalendarModel, theme: Theme, today: date, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("day_header")
        self._calendar = model
        self._theme = theme
        self._today = today
        self._months: tuple[MonthBand, ...] = ()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(24)
        self._said = (True, model.lanes.heads)
        model.heads_changed.connect(self._fit_months)
        model.heads_changed.connect(self._say_anew)
        model.counts_changed.connect(self._say_what_changed)
        self.sectionDoubleClicked.connect(self._on_double_click)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.viewport().update()

    def set_today(self, today: date) -> None:
        """Mark another day as today."""
        self._today = today
        self.viewport().update()

    def sizeHint(self) -> QSize:
        height = 2 * self.fontMetrics().height() + Space.S + 2 + self._months_height
        return QSize(self.length(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.raised)
        for number, head in enumerate(self._calendar.lanes.heads[: self.count()]):
            place = self._place(number)
            if place.intersects(event.rect()):
                self._paint_head(painter, place, head)
        for band in self._months:
            self._paint_month(painter, band)
        bottom = self.viewport().height() - 1
        painter.fillRect(event.rect().left(), bottom, event.rect().width(), 1, self._theme.border)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.logicalIndexAt(event.pos())
            heads = self._calendar.lanes.heads
            if 0 <= number < len(heads):
                gaps = self._calendar.markets_with_gaps(heads[number].day)
                lines = [head_words(heads[number], gaps), *self._months_on(heads[number].day)]
                words = tooltip_of("\n".join(lines))
                QToolTip.showText(event.globalPos(), words, self)
                return True
        return super().viewportEvent(event)

    def _on_double_click(self, number: int) -> None:
        heads = self._calendar.lanes.heads
        if 0 <= number < len(heads):
            self.day_asked.emit(heads[number].day)

    def _place(self, number: int) -> QRect:
        height = self.viewport().height() - self._months_height
        start, width = self.sectionViewportPosition(number), self.sectionSize(number)
        return QRect(start, 0, width, height)

    def _say_anew(self) -> None:
        self._said = self._calendar.is_whole, self._calendar.lanes.heads
        self.viewport().update()

    def _say_what_changed(self) -> None:
        """Paint the heads anew whose day has other posts now."""
        (was_whole, before), now = self._said, self._calendar.lanes.heads
        if was_whole != self._calendar.is_whole or len(before) != len(now):
            self._say_anew()
            return
        self._said = was_whole, now
        for number, head in enumerate(now):
            if head != before[number]:
                self.viewport().update(self._place(number))

    def _paint_head(self, painter: QPainter, place: QRect, head: DayHead) -> None:
        theme = self._theme
        is_today, is_past = head.day == self._today, head.day < self._today
        if is_today:
            painter.fillRect(place, theme.accent_tint)
        painter.fillRect(place.left(), place.top(), 1, place.height(), theme.border)
        margin = Space.S if place.width() > NARROW else Space.XS
        room = place.adjusted(margin, Space.XS, -margin, -Space.XS)
        half = room.height() // 2
        upper = QRect(room.left(), room.top(), room.width(), half)
        lower = QRect(room.left(), room.top() + half, room.width(), half)
        painter.setFont(font(self.font(), TextRole.SMALL))
        painter.setPen(theme.accent if is_today else theme.muted)
        is_narrow = place.width() < NARROWEST
        weekday = brief_weekday_words(head.day) if is_narrow else weekday_words(head.day)
        painter.drawText(upper, _START, weekday)
        free = lower.width()
        if head.post_count and self._calendar.is_whole:
            painter.setPen(theme.muted)
            painter.drawText(lower, _END, str(head.post_count))
            free -= painter.fontMetrics().horizontalAdvance(str(head.post_count)) + Space.XS
        painter.setFont(font(self.font(), TextRole.STRONG))
        painter.setPen(theme.accent if is_today else theme.muted if is_past else theme.text)
        painter.drawText(lower, _START, _fitting_date(painter, head.day, free))
        if head.severity is not None:
            self._paint_severity(painter, upper, head.severity)
        if self._calendar.has_gap(head.day):
            self._paint_gap(painter, upper, beside_severity=head.severity is not None)

    # --- months -------------------------------------------------------------------------------

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + 1

    @property
    def _months_height(self) -> int:
        return row_count(self._months) * self._line

    def _fit_months(self) -> None:
        """Give the bands of the present days their room."""
        before = self._months_height
        months = self._calendar.days.months if self.shows_months else ()
        period = self._calendar.period
        self._months = laid_out(
            [one for one in months if one.first <= period.last and one.last >= period.first]
        )
        if self._months_height != before:
            self.setFixedHeight(self.sizeHint().height())

    def _months_on(self, day: date) -> Iterator[str]:
        if self.shows_months:
            for one in self._calendar.days.months:
                if one.first <= day <= one.last:
                    words = occasion_words(one, self._calendar.markets)
                    yield f"{words}: {one.why}" if one.why else words

    def _paint_month(self, painter: QPainter, band: MonthBand) -> None:
        """Draw a band over its days; its name stays in sight while they are scrolled."""
        one, period = band.occasion, self._calendar.period
        columns = [
            (min(max(day, period.first), period.last) - period.first).days
            for day in (one.first, one.last)
        ]
        if self.count() <= max(columns):
            return
        ends = [
            (self.sectionViewportPosition(column), self.sectionSize(column)) for column in columns
        ]
        left = min(start for start, _size in ends)
        right = max(start + size for start, size in ends)
        top = self.viewport().height() - self._months_height - 1 + band.row * self._line
        place = QRect(left + 2, top, right - left - 3, self._line - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.hovered)
        painter.drawRoundedRect(place, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        seen = place.intersected(self.viewport().rect()).adjusted(Space.S, 0, -Space.XS, 0)
        painter.setFont(font(self.font(), TextRole.SMALL))
        painter.setPen(self._theme.text)
        words = occasion_words(one, self._calendar.markets)
        fitting = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, max(seen.width(), 0)
        )
        painter.drawText(seen, _START | Qt.TextFlag.TextSingleLine, fitting)

    def _paint_gap(self, painter: QPainter, room: QRect, *, beside_severity: bool) -> None:
        """Mark a day on which nobody is on duty somewhere for a while."""
        size = self.fontMetrics().ascent() + 1
        taken = size + Space.XS if beside_severity else 0
        free = QStyle.visualRect(self.layoutDirection(), room, room.adjusted(0, 0, -taken, 0))
        place = QStyle.alignedRect(self.layoutDirection(), _END, QSize(size, size), free)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(place, icons.pixmap("absent", self._theme.muted, size, ratio))

    def _paint_severity(self, painter: QPainter, room: QRect, severity: Severity) -> None:
        size = self.fontMetrics().ascent() + 1
        place = QStyle.alignedRect(self.layoutDirection(), _END, QSize(size, size), room)
        picture = icons.pixmap(
            icons.severity_icon_name(severity),
            self._theme.severity(severity).stripe,
            size,
            self.devicePixelRatioF(),
        )
        painter.drawPixmap(place, picture)


def _fitting_date(painter: QPainter, day: date, room: int) -> str:
    """Return day and month, or the day alone where there is no room for both."""
    words = date_words(day)
    return words if painter.fontMetrics().horizontalAdvance(words) <= room else str(day.day)
