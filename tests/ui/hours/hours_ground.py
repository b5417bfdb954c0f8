"""Where a minute of a market is on the screen."""

from PySide6.QtCore import QPoint


def place(view, market, minute):
    """Return a place in a market at a minute, beside its posts."""
    room = view.measures.market_rect(market.id)
    return QPoint(room.center().x(), view.measures.y_of(minute) + 1)
