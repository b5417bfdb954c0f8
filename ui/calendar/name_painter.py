"""Names of days above a market's first lane: whole, else short, else short on two lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QStaticText

from app.domain.flag import Severity
from app.domain.market import MarketId
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.day_words import day_names, name_forms
from ui.cards.card_layout import CardLayout
from ui.cards.kept_texts import DOT, SOFT_HYPHEN, KeptTexts, runs_right_to_left
from ui.theme import Theme
from ui.widgets import icons

BEFORE, BEHIND = 5, 3
"""Pixels beside a name."""
MOST_LINES = 2
ABSENT = "absent"
"""The icon of a time in which nobody is on duty."""


@dataclass(frozen=True, slots=True)
class Name:
    """What stands above the first card of a day."""

    forms: tuple[str, ...]
    """The longest first."""
    severity: Severity | None = None
    """From a caution on it has a ground and a sign."""
    sign: str = ""
    """The sign of a name that has no severity."""


def name_in(model: CalendarModel, market: MarketId, day: date) -> Name | None:
    """Return what a day is called in a market, and when nobody is on duty."""
    observances, gap = model.observances(market, day), model.duty_gap(market, day)
    if not observances and not gap:
        return None
    names = day_names(observances)
    if not names and not gap:
        return None
    gravest = model.day_severity(market, day) or Severity.NOTE
    severity = gravest if gravest >= Severity.CAUTION else None
    return Name(name_forms(names, gap), severity, ABSENT if gap else "")


@dataclass(frozen=True)
class NameRoom:
    """Finds the form of a name for which a cell has room; forms come longest first."""

    layout: CardLayout
    _texts: KeptTexts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_texts", KeptTexts(self.layout.small, keeps_words=True))

    def strip_height(self, model: CalendarModel, row: int, cell: int) -> int:
        """Return how high the names of a row are in cells of this width; 0 where there are none."""
        market = model.lane(row).market.id
        named = (name_in(model, market, day) for day in model.days_of(row))
        lines = max((self._line_count(name, cell) for name in named if name), default=0)
        return self.layout.strip_height + (lines - 1) * self.layout.line if lines else 0

    def lines(self, forms: tuple[str, ...], width: int, most: int) -> tuple[QStaticText, ...]:
        """Return the lines of the first form that fits, else of the last one, cut if need be.

        A second line is worth its room only where it shows the name whole.
        """
        for count in range(1, most + 1):
            for form in forms:
                lines = self._texts.lines(form, width, count)
                if _is_whole(form, [line.text() for line in lines]):
                    return lines
        return self._texts.lines(forms[-1], width, 1)

    def _line_count(self, name: Name, cell: int) -> int:
        has_sign = name.severity is not None or name.sign
        taken = self.layout.icon + 2 if has_sign else 0
        return len(self.lines(name.forms, cell - 1 - BEFORE - BEHIND - taken, MOST_LINES))


def _is_whole(form: str, lines: Sequence[str]) -> bool:
    """Tell whether lines show all of a name, parted only where a word ends or may be divided."""
    shown, name = " ".join(lines), form.replace(SOFT_HYPHEN, "")
    parted = f" {DOT} ".join(lines)
    return name in (shown, parted, shown.replace("- ", "-"), shown.replace("- ", ""))


@dataclass(frozen=True)
class NamePainter:
    """Draws the name of a day in its room."""

    theme: Theme
    layout: CardLayout
    room: NameRoom = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "room", NameRoom(self.layout))

    def paint(self, painter: QPainter, place: QRect, name: Name) -> None:
        """Draw a name: with its sign on its own ground, or quietly where it has no severity."""
        layout, style = self.layout, self.theme.severity(name.severity)
        inner = place.adjusted(BEFORE, 0, -BEHIND, 0)
        sign, ink = name.sign, self.theme.muted
        painter.setPen(self.theme.muted)
        if name.severity is not None:
            sign, ink = icons.severity_icon_name(name.severity), style.stripe
            painter.fillRect(place, style.background)
            painter.setPen(style.text)
        most = min(MOST_LINES, place.height() // layout.line)
        taken = layout.icon + 2 if sign else 0
        lines = self.room.lines(name.forms, inner.width() - taken, most)
        top = place.top() + (place.height() - len(lines) * layout.line) // 2
        rows = [
            QRect(inner.left(), top + number * layout.line, inner.width(), layout.line)
            for number in range(len(lines))
        ]
        if sign:
            ratio = painter.device().devicePixelRatioF()
            at = layout.leading(rows[0], layout.icon - 1)
            painter.drawPixmap(at, icons.pixmap(sign, ink, at.width(), ratio, style.background))
        painter.setFont(layout.small)
        for line, row in zip(lines, rows, strict=True):
            self._write(painter, line, layout.without_start(row, taken))

    def _write(self, painter: QPainter, text: QStaticText, room: QRect) -> None:
        is_mirrored = self.layout.direction is Qt.LayoutDirection.RightToLeft
        start = room.left()
        if is_mirrored or runs_right_to_left(text.text()):
            start = round(room.right() + 1 - text.size().width())
        top = room.top() + (room.height() - text.size().height()) / 2
        painter.drawStaticText(QPoint(start, round(top)), text)
