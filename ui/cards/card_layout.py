"""Where things stand on a card, for each density; all sizes come from the font."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle

from ui.cards.other_clock import OtherClock
from ui.theme import Space, TextRole, font

STRIPE = 4
PADDING = 5
GAP = 4
TARGET = int(Space.XL)
"""No target is smaller than this."""


class Density(StrEnum):
    """How much a card shows: one line, three, or four."""

    COMPACT = "compact"
    NORMAL = "normal"
    ROOMY = "roomy"


_LINES = {Density.COMPACT: 1, Density.NORMAL: 3, Density.ROOMY: 4}
_WIDTH_IN_LETTERS = {Density.COMPACT: 10, Density.NORMAL: 16, Density.ROOMY: 21}


@dataclass(frozen=True, slots=True)
class CardLayout:
    """Rectangles of a card of one density and font; leading and trailing follow the direction."""

    density: Density
    small: QFont
    strong: QFont
    line: int
    icon: int
    direction: Qt.LayoutDirection
    clock: OtherClock | None = None
    """Whose time has a line of its own."""

    @classmethod
    def of(
        cls,
        density: Density,
        base: QFont,
        direction: Qt.LayoutDirection,
        clock: OtherClock | None = None,
    ) -> "CardLayout":
        """Return the layout for an application font."""
        small = font(base, TextRole.SMALL)
        metrics = QFontMetrics(small)
        line = metrics.ascent() + max(3, metrics.descent())
        return cls(
            density=density,
            small=small,
            strong=font(base, TextRole.SMALL_STRONG),
            line=line,
            icon=metrics.ascent() - 1,
            direction=direction,
            clock=clock,
        )

    @property
    def lines(self) -> int:
        """How many lines a card has."""
        return _LINES[self.density] + (1 if self.clock else 0)

    @property
    def lane_height(self) -> int:
        """The height of a lane: its card and the space around it."""
        return self.lines * self.line + 2 * PADDING + 4

    @property
    def column_width(self) -> int:
        """The width below which cards would not be readable any more."""
        return QFontMetrics(self.small).averageCharWidth() * _WIDTH_IN_LETTERS[self.density] + 16

    @property
    def strip_height(self) -> int:
        """The height of the strip with the names of days above a market's first lane."""
        return self.line + 4

    @property
    def sum_height(self) -> int:
        """The height of a row that stands for many posts: no lower than a target."""
        return max(self.line + PADDING + 6, TARGET + 4)

    def card_rect(self, cell: QRect, strip: int = 0) -> QRect:
        """Return the card inside its cell, below the strip of a first lane.

        It never grows with a cell that is higher than a lane.
        """
        card = cell.adjusted(3, 2 + strip, -3, -2)
        card.setHeight(min(card.height(), self.lane_height - 4))
        return card

    def line_rect(self, card: QRect, number: int) -> QRect:
        """Return the room of a line, beside stripe and padding."""
        inner = QRect(
            card.left() + STRIPE + PADDING,
            card.top() + PADDING + number * self.line,
            card.width() - STRIPE - 2 * PADDING,
            self.line,
        )
        return QStyle.visualRect(self.direction, card, inner)

    def box_rect(self, card: QRect) -> QRect:
        """Return the approval box at the start of the first line."""
        return self.leading(self.line_rect(card, 0), self.icon)

    def box_target(self, card: QRect) -> QRect:
        """Return the area in which a click means the box."""
        wide = max(TARGET, self.icon + STRIPE + PADDING + GAP)
        return self.leading(QRect(card.left(), card.top(), card.width(), TARGET), wide, TARGET)

    def stripe_rect(self, card: QRect) -> QRect:
        """Return the stripe along the leading edge."""
        return self.leading(card, STRIPE, card.height())

    def leading(self, room: QRect, width: int, height: int | None = None) -> QRect:
        """Return a box at the start of a room, centred in its height."""
        return self._aligned(Qt.AlignmentFlag.AlignLeading, room, width, height)

    def trailing(self, room: QRect, width: int, height: int | None = None) -> QRect:
        """Return a box at the end of a room, centred in its height."""
        return self._aligned(Qt.AlignmentFlag.AlignTrailing, room, width, height)

    def without_start(self, room: QRect, width: int) -> QRect:
        """Return what is left of a room behind something at its start."""
        return self._shifted(room, start=width, end=0)

    def without_end(self, room: QRect, width: int) -> QRect:
        """Return what is left of a room before something at its end."""
        return self._shifted(room, start=0, end=width)

    def _shifted(self, room: QRect, *, start: int, end: int) -> QRect:
        if self.direction is Qt.LayoutDirection.RightToLeft:
            return room.adjusted(end, 0, -start, 0)
        return room.adjusted(start, 0, -end, 0)

    def _aligned(
        self, side: Qt.AlignmentFlag, room: QRect, width: int, height: int | None
    ) -> QRect:
        return QStyle.alignedRect(
            self.direction,
            side | Qt.AlignmentFlag.AlignVCenter,
            QSize(width, height if height is not None else width),
            room,
        )
