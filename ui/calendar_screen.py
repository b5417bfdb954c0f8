"""The calendar as a screen: grid and tray, moving about in time, and what is done to posts."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.commands import posts as post_commands
from app.commands.views import CalendarView, Card, DayKnowledge, Stage
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.assessor import Assessor
from ui.calendar.ahead import Ahead, PeriodPosts
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.channel_dialog import ChannelDialog
from ui.calendar.lanes_view import LanesView
from ui.calendar.move_dialog import MoveDialog
from ui.calendar.moving import Choice, Mover
from ui.calendar.period import Period
from ui.cards.card_layout import Density
from ui.cards.dragging import Drop
from ui.jobs import Jobs, Progress
from ui.operations import Operations
from ui.theme import Theme
from ui.tray.tray_panel import TrayPanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.commands.reader import Reader

RESTS_MS = 40
"""How long a period stands before more is worked out for it: the screen is painted first."""
LOOKS_AHEAD_AFTER_MS = 300
"""How long a period stands before those beside it are read."""
LOOKS_AHEAD_AGAIN_AFTER_MS = 3000
"""How long nothing changes before they are read again: not between two drops."""


class CalendarScreen(QWidget):
    """Markets by days, with the tray beside it; every change goes through `operations`.

    `post_opened` and `review_requested` carry the id of a post, `post_chosen` that of the current
    cell or None, `new_post_requested` market and day (both None for the tray), `menu_requested`
    where the menu of the selected posts should open, `period_changed` the Period, `counted` the
    posts in view, those that wait, and those with a stop.
    """

    post_opened = Signal(object)
    post_chosen = Signal(object)
    review_requested = Signal(object)
    new_post_requested = Signal(object, object)
    menu_requested = Signal(QPoint)
    period_changed = Signal(object)
    counted = Signal(int, int, int)
    tray_closed = Signal()

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        assessor: Assessor,
        period: Period,
        today: date,
        density: Density = Density.NORMAL,
    ) -> None:
        super().__init__()
        self._is_paging = False
        self.setObjectName("calendar_screen")
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._assessor = assessor
        self._calendar = calendar
        self._theme = theme
        self._today = today
        self._is_closed = False
        self._resting = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._resting.timeout.connect(self._look_closer)
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._look_ahead)
        self._goes_back = False
        self._ahead = Ahead(reader, jobs, self)
        self._anew = Ahead(reader, jobs, self, is_hurried=True)
        self._mover = Mover(reader, operations, calendar, self._ask_channel)
        self.grid = CalendarModel(reader, period, self)
        self.view = LanesView(self.grid, theme, reader.hover_flags, density=density, today=today)
        self.tray = TrayPanel(reader, theme)
        self.tray.hide()
        self._lay_out()
        self._connect()
        self.view.market_header.set_holds(calendar.holds)

    # --- time ---------------------------------------------------------------------------------

    @property
    def period(self) -> Period:
        """The days that are shown."""
        return self.grid.period

    @property
    def has_looked_closer(self) -> bool:
        """Whether days and missing flags of the period have been asked for."""
        return not self._resting.isActive()

    @property
    def looks_ahead(self) -> bool:
        """Whether the period that the person is likely to page to has been asked for."""
        return self.has_looked_closer and not self._idle.isActive()

    @property
    def is_assessed(self) -> bool:
        """Whether the flags of all posts in view are known."""
        return all(card.is_assessed for card in self.grid.lanes.cards.values())

    def show_period(self, period: Period) -> None:
        """Show other days; the current market stays."""
        place, before = self.view.current_place(), self.period
        self._is_paging = True
        for waiting in (self._idle, self._ahead, self._anew):
            waiting.stop()
        self.grid.show_period(period, self._calendar.markets, self._ahead.posts_of(period))
        if place is not None:
            offset = min(max((place[1] - before.first).days, 0), len(period.days) - 1)
            self.view.choose_place(place[0], period.days[offset])
        self._is_paging = False
        self._resting.start()
        self._count()
        self.period_changed.emit(period)

    def go_to(self, day: date) -> None:
        """Show a day: scroll to it, or show the weeks that hold it."""
        if not self.period.holds(day):
            self.show_period(Period.around(day, self.period.weeks))
        place = self.view.current_place()
        markets = self._calendar.markets
        if markets:
            self.view.choose_place(place[0] if place else markets[0].id, day)

    def go_today(self) -> None:
        """Show today."""
        self.go_to(self._today)

    def go_later(self) -> None:
        """Show the period after this one."""
        self._goes_back = False
        self.show_period(self.period.next())

    def go_earlier(self) -> None:
        """Show the period before this one."""
        self._goes_back = True
        self.show_period(self.period.previous())

    def set_weeks(self, weeks: int) -> None:
        """Show more or fewer weeks; the current day stays in sight."""
        place = self.view.current_place()
        self.show_period(Period.around(place[1] if place else self.period.first, weeks))

    def set_today(self, today: date) -> None:
        """Mark another day as today."""
        self._today = today
        self.view.set_today(today)

    def reveal(self, post_id: PostId) -> None:
        """Make a post the current one, on whatever day it stands."""
        if self.view.choose_post(post_id):
            return
        (card,) = self._reader.cards_of([post_id])
        if card.day is not None:
            self.show_period(Period.around(card.day, self.period.weeks))
            self.view.choose_post(post_id)

    # --- what is chosen -----------------------------------------------------------------------

    def chosen_cards(self) -> tuple[Card, ...]:
        """Return the posts that an action would be done to."""
        if self.tray.view.hasFocus():
            return self.tray.view.selected_cards()
        return self.view.selected_cards()

    def open_chosen(self) -> None:
        """Ask for the details of the chosen post."""
        cards = self.chosen_cards()
        post_id = cards[0].id if cards else self.view.current_post()
        if post_id is not None:
            self.post_opened.emit(post_id)

    def new_post(self) -> None:
        """Ask for a new post in the current cell."""
        if self.tray.view.hasFocus():
            self.new_post_requested.emit(None, None)
            return
        place = self.view.current_place()
        markets = self._calendar.markets
        if place is None and markets:
            place = (markets[0].id, max(self._today, self.period.first))
        if place is not None:
            self.new_post_requested.emit(*place)

    # --- what is done to posts ----------------------------------------------------------------

    def run_on_chosen(self, command: Callable[..., ChangeSet], **facts: object) -> None:
        """Run a command of posts on what is chosen."""
        post_ids = tuple(card.id for card in self.chosen_cards())
        if post_ids:
            self._operations.run(partial(command, post_ids=post_ids, **facts))

    def duplicate(self) -> None:
        """Copy the chosen posts, each on its own day."""
        self.run_on_chosen(post_commands.duplicate_posts, to_day=None)

    def nudge_days(self, step: int) -> None:
        """Move the chosen posts one day later (1) or earlier (-1)."""
        by_day: dict[date, dict[PostId, datetime | None]] = {}
        for card in self.view.selected_cards():
            if card.day is not None:
                there = card.day + timedelta(days=step)
                by_day.setdefault(there, {})[card.id] = card.local
        for day, seen in by_day.items():
            self._operations.run(
                partial(post_commands.move_posts, post_ids=tuple(seen), to_day=day, seen=seen)
            )

    def nudge_towards(self, *, visually_right: bool) -> None:
        """Move by a day towards a side of the screen: in right-to-left, left is later."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.nudge_days(1 if visually_right is not is_mirrored else -1)

    def nudge_markets(self, step: int) -> None:
        """Make versions of the chosen posts for the market below (1) or above (-1)."""
        markets = [market.id for market in self._calendar.markets]
        for card in self.view.selected_cards():
            row = markets.index(card.market) + step
            if 0 <= row < len(markets) and card.day is not None:
                self._mover.carry_out(Drop((card.id,), markets[row], card.day))

    def move_chosen(self) -> None:
        """Ask where the chosen posts should go, without a drag."""
        cards = self.chosen_cards()
        if not cards:
            return
        dialog = MoveDialog(
            cards,
            self._calendar.markets,
            self._reader.hover_flags,
            self._theme,
            start=cards[0].day or max(self._today, self.period.first),
            parent=self,
        )
        dialog.accepted.connect(lambda: self._mover.carry_out(dialog.drop))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed: few posts at once, many as soon as they are read."""
        if self.grid.is_outdated_by(changes):
            self._anew.read_again(self.period)
        else:
            self.grid.on_changed(changes)
            self._count()
        self.tray.tray.on_changed(changes)
        self._ahead.stop()
        self._idle.start(LOOKS_AHEAD_AGAIN_AFTER_MS)

    def refresh(self) -> None:
        """Read again what others may have changed."""
        self._anew.read_again(self.period)
        self.tray.tray.refresh()

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets, channels or holds."""
        markets_changed = calendar.markets != self._calendar.markets
        self._calendar = calendar
        self._mover.set_calendar(calendar)
        self.view.market_header.set_holds(calendar.holds)
        if markets_changed:
            self.show_period(self.period)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.view.set_theme(theme)
        self.tray.set_theme(theme)

    def start(self) -> None:
        """Read and show everything for the first time."""
        self.show_period(self.period)
        self.tray.tray.refresh()

    def stop(self) -> None:
        """Start nothing more: the window is going."""
        self._is_closed = True
        for waiting in (self._resting, self._idle, self._ahead, self._anew):
            waiting.stop()

    # --- inside -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setObjectName("tray_and_grid")
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        halves.addWidget(self.tray)
        halves.addWidget(self.view)
        halves.setStretchFactor(0, 0)
        halves.setStretchFactor(1, 1)
        halves.setSizes([self.tray.minimumWidth(), 10 * self.tray.minimumWidth()])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(halves)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        for model in (self.grid, self.tray.tray):
            # queued: a question must not open while Qt still ends the drag
            model.dropped.connect(self._mover.carry_out, Qt.ConnectionType.QueuedConnection)
        for view in (self.view, self.tray.view):
            view.post_opened.connect(self.post_opened)
            view.review_requested.connect(self.review_requested)
        self.view.new_post_requested.connect(self.new_post_requested)
        self.view.menu_requested.connect(self.menu_requested)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tray.new_post_requested.connect(lambda: self.new_post_requested.emit(None, None))
        self.tray.closed.connect(self.tray_closed)
        self._anew.came.connect(self._show_anew)
        self._anew.stayed_out.connect(self.grid.refresh)

    def _show_anew(self, posts: PeriodPosts) -> None:
        if not self._is_closed and posts.period == self.period:
            self.grid.take(posts)
            self._count()
            self._resting.start()

    def _on_current_changed(self) -> None:
        if self._is_paging:  # nobody has chosen the post that now stands under the cursor
            return
        self.post_chosen.emit(self.view.current_post())

    def _look_closer(self) -> None:
        """Ask for what takes longer, once the posts stand on the screen and nobody pages on."""
        self._learn_days()
        self._assess()
        self._idle.start(LOOKS_AHEAD_AFTER_MS)

    def _look_ahead(self) -> None:
        """Read where the person is likely to page: on, or back."""
        ways = [self.period.next(), self.period.previous()]
        self._ahead.read(*(reversed(ways) if self._goes_back else ways))

    def _learn_days(self) -> None:
        """Work out what the days mean beside the window, and show it when it is there."""
        period = self.period

        def work(_progress: Progress) -> DayKnowledge:
            reader = self._reader.again()
            try:
                return reader.days(period.first, period.last)
            finally:
                reader.close()

        def show(days: DayKnowledge) -> None:
            if self.period == period and not self._is_closed:
                self.grid.show_days(days)

        self._jobs.run(work, done=show)

    def _assess(self) -> None:
        """Have the missing flags of the period worked out."""
        missing = sum(not card.is_assessed for card in self.grid.lanes.cards.values())
        if missing and not self._is_closed:
            self._assessor.assess(self.period.first, self.period.last, missing=missing)

    def _count(self) -> None:
        cards = self.grid.lanes.cards.values()
        stages = Counter(card.stage for card in cards)
        stops = sum((card.severity or 0) >= Severity.STOP for card in cards if card.flags)
        self.counted.emit(len(cards), stages[Stage.WAITING] + stages[Stage.ENDED], stops)

    def _ask_channel(self, cards: "Sequence[Card]", market_id: MarketId, choose: Choice) -> None:
        market = self._calendar.market(market_id)
        channels = self._calendar.channels_of(market_id)
        dialog = ChannelDialog(cards, market, channels, self._theme, self)

        def pass_on() -> None:
            if dialog.channel is not None:
                choose(dialog.channel)

        dialog.accepted.connect(pass_on)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
