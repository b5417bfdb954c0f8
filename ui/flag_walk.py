"""The walk from one flagged post to the next, through all periods of the plan."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.commands.views import Card
from ui.finding.flag_seeker import FlagSeeker
from ui.jobs import Jobs
from ui.plan.plan_view import Standing

if TYPE_CHECKING:
    from app.commands.reader import Reader
    from ui.calendar_screen import CalendarScreen


class FlagWalk(QObject):
    """Goes to flagged posts of a screen; `ended` carries the direction in which none is left."""

    ended = Signal(int)

    def __init__(self, reader: "Reader", jobs: Jobs, screen: "CalendarScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self._seeker = FlagSeeker(reader, jobs, self)
        self._seeker.found.connect(self._stand_at)
        self._seeker.ended.connect(self.ended)

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) flagged post, in view or beyond it."""
        view = self._screen.present
        if view.choose_flagged(step):
            return
        if view.is_paged:
            self._seek(view.span.last if step > 0 else view.span.first, step)
        else:
            self.ended.emit(step)

    def begin_anew(self, step: int) -> None:
        """Go to the first (1) or the last (-1) flagged post of the whole plan."""
        self._seek(None, step)

    def stop(self) -> None:
        """Seek nothing any more."""
        self._seeker.stop()

    def _seek(self, beyond: date | None, step: int) -> None:
        markets = self._screen.grid.order
        there = self._screen.present.standing.market
        if self._screen.present.is_of_one_market and there is not None:
            markets = (there,)
        self._seeker.seek(beyond, step, self._screen.filter, markets)

    def _stand_at(self, card: Card) -> None:
        if card.day is not None:
            self._screen.present.stand_at(Standing(card.day, card.market, card.id))
            self._screen.present.setFocus()
