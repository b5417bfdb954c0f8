"""A drag over the hours: which minute is aimed at, and what is said about it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.commands.dates import clock as clock_words
from app.commands.placing import is_past
from app.domain.flag import Flag
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from app.wording import _
from ui.calendar.drop_hint import DropHint
from ui.calendar.drop_words import DropWords, words_of_drop
from ui.cards.dragging import Carried
from ui.hours.hours_model import HoursModel
from ui.theme import Theme

ClockFlags = Callable[[PostId, MarketId, datetime], tuple[Flag, ...]]
"""What flags a post would get from day, time and holds at a moment in a market."""


class HoursSight:
    """What a drag shows: a line with its new time, and a hint of what that would mean."""

    def __init__(
        self,
        model: HoursModel,
        theme: Theme,
        flags: ClockFlags,
        ground: QWidget,
        now: Callable[[], datetime],
    ) -> None:
        self._hours = model
        self._flags = flags
        self._ground = ground
        self._now = now
        self._carried: tuple[Carried, ...] = ()
        self._known: dict[tuple[MarketId, time], tuple[Flag, ...]] = {}
        self.aimed: tuple[MarketId, time] | None = None
        self.hint = DropHint(theme, ground)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.hint.set_theme(theme)

    def begin(self, carried: tuple[Carried, ...]) -> None:
        """Take what is carried."""
        self._carried = carried
        self._known.clear()

    def aim(self, market: Market, at: time, line: QRect, *, is_copy: bool) -> None:
        """Point at a minute and say what a drop there would mean."""
        self.aimed = market.id, at
        words = self._words(market, at, is_copy=is_copy)
        self.hint.show_at(line, words.where, words.what, words.why, words.severity)
        self._ground.update()

    @property
    def is_active(self) -> bool:
        """Whether posts are under way over the hours."""
        return bool(self._carried)

    def end(self) -> None:
        """Show the hours as they are without a drag."""
        self._carried = ()
        self.look_away()

    def look_away(self) -> None:
        """Aim at nothing."""
        self.aimed = None
        self.hint.hide()
        self._ground.update()

    def _words(self, market: Market, at: time, *, is_copy: bool) -> DropWords:
        day = self._hours.only_day
        there = datetime.combine(day, at)
        held = self._carried[0]
        goes = held.local != there
        comes_from_elsewhere = held.market != market.id
        words = words_of_drop(
            market,
            day,
            is_copy=is_copy,
            comes_from_elsewhere=comes_from_elsewhere,
            flags=self._flags_at(market.id, at),
            observances=self._hours.observances(market.id, day),
            count=len(self._carried),
            is_past=is_past(there, market.zone, self._now()),
            ends_approval=goes and any(one.is_approved for one in self._carried),
            is_queued=goes and any(one.is_queued for one in self._carried),
        )
        deed = _deed(is_copy=is_copy, comes_from_elsewhere=comes_from_elsewhere)
        return replace(words, where=deed.format(market=market.name, time=clock_words(there)))

    def _flags_at(self, market: MarketId, at: time) -> tuple[Flag, ...]:
        """Return what the post in the hand would get."""
        known = self._known.get((market, at))
        if known is None:
            there = datetime.combine(self._hours.only_day, at)
            known = self._known[market, at] = self._flags(self._carried[0].post, market, there)
        return known


def _deed(*, is_copy: bool, comes_from_elsewhere: bool) -> str:
    if comes_from_elsewhere:
        return _("Make a version for {market} at {time}")
    return _("Copy to {time}, {market}") if is_copy else _("Move to {time}, {market}")
