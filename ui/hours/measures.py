"""What a painter of hours asks of whoever knows where minutes are."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QFont, QFontMetrics

from app.domain.market import MarketId

BAR = 6
"""The width of the bar that tells who is on duty."""
_WIDEST_TIME = "00:00 +1"


def clock_room(lettering: QFont) -> int:
    """Return how wide the times of another zone are."""
    return QFontMetrics(lettering).horizontalAdvance(_WIDEST_TIME) + 4


class HourMeasures(Protocol):
    """Where markets, minutes and posts are: on the screen, or on paper."""

    hour: int
    """The height of an hour."""
    clock_room: int
    """The width of the times of another zone; nothing without them."""

    @property
    def gutter(self) -> int:
        """What stands before the posts of a market."""

    def markets_in(self, exposed: QRect) -> Mapping[MarketId, QRect]:
        """Return the markets that a part of the ground shows, with their room."""

    def y_of(self, minute: int) -> int:
        """Return where a minute is."""

    def card_rect(self, index: QModelIndex) -> QRect:
        """Return where the card of a cell is."""

    def focus_rect(self, index: QModelIndex) -> QRect:
        """Return what the focus surrounds."""
