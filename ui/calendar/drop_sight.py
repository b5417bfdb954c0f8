"""A drag over the grid: what is carried, which cell is aimed at, and what is said about it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.commands.placing import is_past
from app.domain.flag import Flag
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.drop_hint import DropHint
from ui.calendar.drop_words import DropWords, words_of_drop
from ui.cards.dragging import Carried, day_for
from ui.theme import Theme

HoverFlags = Callable[[PostId, MarketId, date], tuple[Flag, ...]]
"""What flags a post would get from day, time and holds in a market on a day."""


def now_utc() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


ASKED_FOR = 5
"""Of many posts under way so many are looked at: hovering must stay quick."""


class DropSight:
    """What a drag shows: a tint on every cell, and a hint beside the one that is aimed at."""

    def __init__(
        self,
        model: CalendarModel,
        theme: Theme,
        hover_flags: HoverFlags,
        ground: QWidget,
        now: Callable[[], datetime],
    ) -> None:
        self._calendar = model
        self._now = now
        self._hover_flags = hover_flags
        self._ground = ground
        self._carried: tuple[Carried, ...] = ()
        self._said: tuple[MarketId, date, bool] | None = None
        self._known: dict[tuple[MarketId, date], tuple[Flag, ...]] = {}
        self._aimed_rect = QRect()
        self.target: tuple[MarketId, date] | None = None
        self.hint = DropHint(theme, ground)

    @property
    def is_active(self) -> bool:
        """Whether posts are under way over the grid."""
        return bool(self._carried)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.hint.set_theme(theme)

    def begin(self, carried: tuple[Carried, ...]) -> None:
        """Show what every day means to these posts."""
        self._carried = carried
        self._known.clear()

    def aim(self, market: MarketId, day: date, cell: QRect, *, is_copy: bool) -> None:
        """Point at a cell and say what a drop there would mean."""
        if self.target != (market, day):
            self._ground.update(self._aimed_rect)
            self._ground.update(cell)
            self.target, self._aimed_rect = (market, day), cell
        if self._said != (market, day, is_copy):
            self._said = (market, day, is_copy)
            words = self._words(market, day, is_copy=is_copy)
            self.hint.show_at(cell, words.where, words.what, words.why, words.severity)

    def look_away(self) -> None:
        """Aim at nothing."""
        self._ground.update(self._aimed_rect)
        self.target, self._said, self._aimed_rect = None, None, QRect()
        self.hint.hide()

    def end(self) -> None:
        """Show the grid as it is without a drag."""
        self._carried = ()
        self.look_away()

    def _words(self, market_id: MarketId, day: date, *, is_copy: bool) -> DropWords:
        market = next(one for one in self._calendar.markets if one.id == market_id)
        held = self._carried[0]
        goes = held.day != day
        return words_of_drop(
            market,
            day,
            is_copy=is_copy,
            comes_from_elsewhere=held.market != market_id,
            flags=self._flags(market_id, day),
            observances=self._calendar.observances(market_id, day),
            count=len(self._carried),
            is_past=any(self._is_past(one, market.zone, day) for one in self._carried),
            ends_approval=goes and any(one.is_approved for one in self._carried),
            is_queued=goes and any(one.is_queued for one in self._carried),
        )

    def _is_past(self, one: Carried, zone: str, day: date) -> bool:
        """Tell whether a post would stand in the past; one without a time has all of the day."""
        there = day_for(one.day, self._carried[0].day, day)
        at = one.local.time() if one.local else time.max
        return is_past(datetime.combine(there, at), zone, self._now())

    def _flags(self, market: MarketId, day: date) -> tuple[Flag, ...]:
        """Return what the posts would get: each on its own day, and at home where the first is."""
        known = self._known.get((market, day))
        if known is None:
            held = self._carried[0]
            found = {
                flag.key: flag
                for one in self._carried[:ASKED_FOR]
                for flag in self._hover_flags(
                    one.post,
                    one.market if held.market == market else market,
                    day_for(one.day, held.day, day),
                )
            }
            known = self._known[market, day] = tuple(found.values())
        return known
