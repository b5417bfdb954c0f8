"""What is done to chosen posts: commands, moves and the questions that they need."""
# ruff: noqa: PLC0415  a question is loaded when it is first asked

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.commands.moving import move_each
from app.commands.posts import duplicate_posts
from app.commands.shifting import Shift, ShiftPreview, shift_words
from app.commands.views import CalendarView, Card
from app.domain.change import ChangeSet
from app.domain.market import MarketId
from app.errors import MissingError
from app.wording import _, ngettext
from ui.calendar.moving import Choice, Mover, Told, Wish
from ui.cards import clipboard
from ui.cards.dragging import Drop
from ui.jobs import Jobs, Progress
from ui.operations import Operations
from ui.plan.plan_view import Nudge
from ui.theme import Theme

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader


class PostDeeds:
    """Carries out on posts what every view and the tray ask for."""

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        calendar: CalendarView,
        theme: Theme,
        window: QWidget,
        *,
        jobs: Jobs,
        moved: Told | None = None,
        nudged: Told | None = None,
    ) -> None:
        """Take who is told what a drop has changed, and what a step by key has."""
        self._reader = reader
        self._operations = operations
        self._calendar = calendar
        self._theme = theme
        self._window = window
        self._jobs = jobs
        self._moved = moved
        self._nudged = nudged
        self._mover = Mover(reader, operations, calendar, self._ask_channel, moved)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets and channels."""
        self._calendar = calendar
        self._mover.set_calendar(calendar)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme

    def run(
        self, command: Callable[..., ChangeSet], cards: Sequence[Card], **facts: object
    ) -> None:
        """Run a command of posts on these, if there are any."""
        post_ids = tuple(card.id for card in cards)
        if post_ids:
            self._operations.run(partial(command, post_ids=post_ids, **facts))

    def carry_out(self, drop: Drop) -> None:
        """Do what a drag has asked for."""
        self._mover.carry_out(drop)

    def duplicate(self, cards: Sequence[Card]) -> None:
        """Copy posts, each on its own day: unapproved drafts that keep their authors."""
        post_ids = tuple(card.id for card in cards)
        if post_ids:
            command = partial(duplicate_posts, post_ids=post_ids)
            self._operations.run(command, done=self._moved)

    def put_in_tray(self, cards: Sequence[Card]) -> None:
        """Take the date off posts."""
        if cards:
            self.carry_out(Drop(tuple(card.id for card in cards), None, None))

    def clip(self, cards: Sequence[Card], *, is_cut: bool) -> str:
        """Put posts on the clipboard, and return what is to be said of it."""
        if not cards:
            return _("There is no post here: choose one first.")
        clipboard.clip(cards, is_cut=is_cut)
        named = _named(cards)
        if is_cut:
            return _("Cut {posts}: paste where it should go").format(posts=named)
        return _("Copied {posts}: paste it into any day").format(posts=named)

    def paste(self, market: MarketId | None, day: date | None) -> str:
        """Put what was cut or copied into a cell, or into the tray; return what hinders it."""
        held = clipboard.clipped()
        if not held.post_ids:
            return _("There is nothing to paste: copy or cut a post first.")
        try:
            cards = self._reader.cards_of(held.post_ids)
        except MissingError:
            return _("What was copied is not in this calendar: copy a post of this one.")
        self.carry_out(Drop(held.post_ids, market, day, is_copy=not held.is_cut, seen=held.seen))
        if held.is_cut and any(market in (None, card.market) for card in cards):
            clipboard.empty()  # it has gone; in other markets only versions are made of it
        return ""

    def nudge(self, cards: Sequence[Card], nudge: Nudge) -> None:
        """Move posts a step: in time, or as versions to the market above or below."""
        if nudge.markets:
            self._nudge_markets(cards, nudge)
        if nudge.days or nudge.minutes:
            self._nudge_in_time(cards, timedelta(days=nudge.days, minutes=nudge.minutes))

    def ask_where_to(self, cards: Sequence[Card], start: date) -> None:
        """Ask where these posts should go, without a drag."""
        if not cards:
            return
        from ui.calendar.move_dialog import MoveDialog

        dialog = MoveDialog(
            cards,
            self._calendar.markets,
            self._reader.hover_flags,
            self._theme,
            start=min((card.day for card in cards if card.day), default=start),
            now=self._reader.clock,
            parent=self._window,
        )
        self._open(dialog, lambda: self._mover.carry_out(dialog.drop))

    def ask_shift(self, cards: Sequence[Card]) -> None:
        """Ask how far a post and all that follow it should move."""
        dated = [card for card in cards if card.local is not None]
        if not dated:
            return
        first = min(dated, key=lambda card: card.local or datetime.max)
        market = self._calendar.market(first.market).name
        from ui.calendar.shift_dialog import ShiftDialog

        dialog = ShiftDialog(dated, market, self._look_at_shift, parent=self._window)

        def carry_out() -> None:
            if dialog.preview is not None:
                self._shift(dialog.shift, dialog.preview)

        self._open(dialog, carry_out)

    def _look_at_shift(self, shift: Shift, shown: Callable[[ShiftPreview], None]) -> None:
        def work(progress: Progress) -> ShiftPreview:
            reader = self._reader.again()
            try:
                return reader.preview_shift(shift, progress.report)
            finally:
                reader.close()

        self._jobs.run(work, done=shown)

    def _shift(self, shift: Shift, preview: ShiftPreview) -> None:
        words = shift_words(len(preview.posts), shift)
        command = partial(move_each, moves=preview.moves, words=words)
        self._operations.run(command, done=self._moved)

    def _nudge_in_time(self, cards: Sequence[Card], step: timedelta) -> None:
        dated = [(card, card.local + step) for card in cards if card.local is not None]
        self._mover.nudge(
            [Wish(card, card.market, there.date(), there.time()) for card, there in dated],
            self._nudged,
        )

    def _nudge_markets(self, cards: Sequence[Card], nudge: Nudge) -> None:
        markets = nudge.order or tuple(market.id for market in self._calendar.markets)
        rows = [(card, markets.index(card.market) + nudge.markets) for card in cards if card.day]
        self._mover.place(
            [Wish(card, markets[row], card.day) for card, row in rows if 0 <= row < len(markets)]
        )

    def _ask_channel(self, cards: Sequence[Card], market_id: MarketId, choose: Choice) -> None:
        market = self._calendar.market(market_id)
        channels = self._calendar.channels_of(market_id)
        from ui.calendar.channel_dialog import ChannelDialog

        dialog = ChannelDialog(cards, market, channels, self._theme, self._window)

        def pass_on() -> None:
            if dialog.channel is not None:
                choose(dialog.channel)

        self._open(dialog, pass_on)

    @staticmethod
    def _open(dialog: QDialog, on_yes: Callable[[], None]) -> None:
        dialog.accepted.connect(on_yes)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _named(cards: Sequence[Card]) -> str:
    if len(cards) == 1:
        return cards[0].name
    return ngettext("{count} post", "{count} posts", len(cards)).format(count=f"{len(cards):,}")
