"""Cards of the periods beside the one in view, drawn while nothing else is to be done."""

from collections import deque
from collections.abc import Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from app.commands.views import Card
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period

CHUNK_S = 0.004
"""How long it draws at a time: a scroll or a key in between is not felt."""
BREATH_MS = 8
BEYOND = 200
"""Pixels beside the edges: on other days other rows are higher."""
MOST = 800
"""Cards of one period; about as many as a large screen shows."""


class PaintAhead(QObject):
    """Draws cards where a view will show them; the view keeps them."""

    def __init__(self, view: LanesView) -> None:
        super().__init__(view)
        self._view = view
        self._waiting: deque[tuple[Card, int]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(BREATH_MS)
        self._timer.timeout.connect(self._draw_some)

    @property
    def is_active(self) -> bool:
        """Whether cards are still waiting."""
        return bool(self._waiting)

    def draw(self, period: Period, shown: Iterable[Card]) -> None:
        """Draw those cards of a period that stand where the view looks now."""
        in_view = self._view.markets_in_view(BEYOND)
        found = [card for card in shown if card.market in in_view][:MOST]
        self._waiting.extend((card, (card.day - period.first).days) for card in found if card.day)
        if self._waiting:
            self._timer.start()

    def stop(self) -> None:
        """Draw nothing more."""
        self._waiting.clear()
        self._timer.stop()

    def _draw_some(self) -> None:
        until = perf_counter() + CHUNK_S
        while self._waiting and perf_counter() < until:
            self._view.prepare(*self._waiting.popleft())
        if not self._waiting:
            self._timer.stop()
