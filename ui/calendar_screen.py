"""The calendar as a screen: one of the views of the plan, the tray, and what is done to posts."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.commands.post_filter import PostFilter
from app.commands.views import CalendarView, Card, Recall
from app.domain.change import ChangeSet
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.assessor import Assessor
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.grid_plan import GridPlan
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.calendar.zoom import AS_IT_FITS
from ui.cards.card_layout import Density
from ui.chosen_deeds import ChosenDeeds
from ui.flag_walk import FlagWalk
from ui.jobs import Jobs
from ui.operations import Operations
from ui.plan.folding import ALL_OPEN, Fold, Folding
from ui.plan.plan_view import (
    PlanParts,
    PlanView,
    Span,
    Standing,
    ViewKind,
)
from ui.plan_filter import PlanFilter
from ui.plan_stack import PlanStack
from ui.plan_views import plan_views
from ui.theme import Theme
from ui.tray.tray_panel import TrayPanel

if TYPE_CHECKING:
    from app.commands.reader import Reader

LOOKED_AT = 20
"""So many posts are looked at for one that can be shown."""


class CalendarScreen(QWidget):
    """One view of the plan with the tray beside it.

    `deeds` does what is asked for to the chosen posts, `flagged` walks through the flagged ones,
    `filtering` and its `finder` say which posts are shown, `stack` holds the views.

    `post_opened` and `review_requested` carry the id of a post, `post_chosen` that of the current
    cell or None, `new_post_requested` market and day (both None for the tray), `menu_requested`
    where the menu of the selected posts should open, `turned` tells that another view, other days
    or another market are shown, `counted` the posts in view, those that wait, and those with a
    stop, `selected` how many are selected, `tray_asked` the wish to see the tray.
    """

    post_opened = Signal(object)
    post_chosen = Signal(object)
    review_requested = Signal(object)
    new_post_requested = Signal(object, object)
    menu_requested = Signal(QPoint)
    turned = Signal()
    counted = Signal(int, int, int)
    selected = Signal(int)
    tray_closed = Signal()
    tray_asked = Signal()

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
        zoom: int = AS_IT_FITS,
        columns: str = "",
        folding: Folding = ALL_OPEN,
        kind: ViewKind = ViewKind.GRID,
        market: MarketId | None = None,
        day: date | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("calendar_screen")
        self._reader = reader
        self._calendar = calendar
        self._today = today
        self.flagged = FlagWalk(reader, jobs, self)
        self.filtering = PlanFilter(
            reader, operations, jobs, calendar, theme, screen=self, today=today
        )
        self.finder = self.filtering.finder
        self._in_view = 0
        self._first_weeks = period.weeks
        parts = PlanParts(
            reader,
            jobs,
            assessor,
            calendar,
            theme,
            today,
            density,
            self.filtering.keeps,
            zoom,
            folding=folding,
            columns=columns,
        )
        self.stack = PlanStack(plan_views(period.weeks), parts, kind)
        self._first_standing = Standing(day or period.first, market)
        self.deeds = ChosenDeeds(reader, operations, jobs, calendar, theme, screen=self)
        self.tray = TrayPanel(reader, theme)
        self.tray.hide()
        self._lay_out()
        self._connect()

    # --- the views ----------------------------------------------------------------------------

    @property
    def kinds(self) -> tuple[ViewKind, ...]:
        """The views that there are."""
        return self.stack.kinds

    @property
    def kind(self) -> ViewKind:
        """Which view is shown."""
        return self.stack.kind

    @property
    def present(self) -> PlanView:
        """The view that is shown."""
        return self.stack.present

    @property
    def weeks_view(self) -> GridPlan:
        """The markets by days, whether they are shown or not."""
        return cast("GridPlan", self.stack.view(ViewKind.GRID))

    @property
    def grid(self) -> CalendarModel:
        """The posts of markets by days."""
        return self.weeks_view.model

    @property
    def view(self) -> LanesView:
        """The table of markets by days."""
        return self.weeks_view.table

    def show_view(self, kind: ViewKind) -> None:
        """Look at the plan another way, from where the person stands."""
        self.stack.turn_to(kind)
        self.present.setFocus()

    # --- time ---------------------------------------------------------------------------------

    @property
    def span(self) -> Span:
        """The days that are shown."""
        return self.present.span

    @property
    def weeks(self) -> int:
        """How many weeks are shown, or markets by days would show."""
        if self.present.has_weeks:
            return self.present.weeks
        return self.period.weeks if self.stack.has(ViewKind.GRID) else self._first_weeks

    @property
    def period(self) -> Period:
        """The weeks of markets by days."""
        return self.weeks_view.period

    @property
    def is_settled(self) -> bool:
        """Whether all that is to come has been asked for and its flags are known."""
        return self.present.is_settled

    def go_to(self, day: date) -> None:
        """Show a day."""
        self.present.go_to(day)

    def go_today(self) -> None:
        """Show today."""
        self.go_to(self._today)

    def go_later(self) -> None:
        """Show the period after this one."""
        self.present.page(1)

    def go_earlier(self) -> None:
        """Show the period before this one."""
        self.present.page(-1)

    def set_weeks(self, weeks: int) -> None:
        """Show more or fewer weeks, of markets by days where the view has none."""
        if not self.present.has_weeks:
            self.show_view(ViewKind.GRID)
        self.present.set_weeks(weeks)

    def set_market(self, market: MarketId) -> None:
        """Show another market, where the view is of one."""
        self.present.set_market(market)

    def set_today(self, today: date) -> None:
        """Mark another day as today."""
        self._today = self.finder.today = today
        self.stack.set_today(today)

    def reveal(self, post_id: PostId) -> None:
        """Make a post the current one, on whatever day or in the tray; no filter hides it then."""
        if self.present.choose_post(post_id):
            return
        (card,) = self._reader.cards_of([post_id])
        self.filtering.let_through(card)
        if card.day is None:
            self.tray_asked.emit()
            self.tray.view.choose_post(post_id)
        elif not self.present.choose_post(post_id):
            self.present.stand_at(Standing(card.day, card.market, post_id))

    def find_again(self, post_ids: Collection[PostId]) -> PostId | None:
        """Choose what is in sight of some posts; of others return one that can be shown."""
        if not post_ids or self.present.choose_posts(post_ids):
            return None
        cards = self._reader.cards_of(sorted(post_ids)[:LOOKED_AT])
        return next((card.id for card in cards if not card.is_cancelled), None)

    def go_to_post(self, post_id: PostId) -> None:
        """Make a post the current one, and let the keys work on it."""
        self.reveal(post_id)
        is_in_tray = self.tray.view.current_post() == post_id
        (self.tray.view if is_in_tray else self.present).setFocus()

    # --- the filter ---------------------------------------------------------------------------

    @property
    def filter(self) -> PostFilter:
        """Which posts are wanted; every view hides the others."""
        return self.filtering.wanted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc clear the filter before the selection; what is edited takes it earlier."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.finder.clear() and not self._select_nothing():
            event.ignore()

    def _show_only(self, wanted: PostFilter) -> None:
        self.tray.show_only(wanted)
        self.stack.keep_only(self.filtering.keeps, self.filtering.markets)

    def _select_nothing(self) -> bool:
        """Select no post any more; tell whether any was."""
        had_any = [self.present.select_nothing(), self.tray.view.select_nothing()]
        return any(had_any)

    def _show_counts(self, shown: int) -> None:
        self._in_view = shown
        self.finder.show_counts(shown, self.tray.tray.rowCount(), self.present.title)

    # --- what is chosen -----------------------------------------------------------------------

    def chosen_cards(self) -> tuple[Card, ...]:
        """Return the posts that an action would be done to."""
        if self.tray.has_focus:
            return self.tray.view.selected_cards()
        return self.present.selected_cards()

    def current_place(self) -> tuple[MarketId, date] | None:
        """Return market and day of the current cell."""
        return self.present.current_place()

    def current_ghost(self) -> Recall | None:
        """Return the ghost of the current cell, if there is one."""
        return self.present.current_ghost()

    def open_chosen(self) -> None:
        """Ask for the details of the chosen post."""
        cards = self.chosen_cards()
        post_id = cards[0].id if cards else self.present.current_post()
        if post_id is not None:
            self.post_opened.emit(post_id)

    def new_post(self) -> None:
        """Ask for a new post in the current cell."""
        if self.tray.has_focus:
            self.new_post_requested.emit(None, None)
            return
        place = self.current_place()
        markets = self._calendar.markets
        if place is None and markets:
            place = (markets[0].id, self.first_day_to_plan)
        if place is not None:
            self.new_post_requested.emit(*place)

    @property
    def first_day_to_plan(self) -> date:
        """The first day in view that has not passed."""
        return max(self._today, self.span.first)

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed, and say what of it the filter hides."""
        self.filtering.tell_hidden(changes)
        self.present.on_changed(changes)
        self.tray.tray.on_changed(changes)

    def refresh(self) -> None:
        """Read again what others may have changed."""
        self.present.refresh()
        self.tray.tray.refresh()

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets, channels or holds."""
        self._calendar = calendar
        self.deeds.set_calendar(calendar)
        self.filtering.set_calendar(calendar)
        self.stack.set_calendar(calendar, self.filtering.markets)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.stack.set_theme(theme)
        self.tray.set_theme(theme)
        self.filtering.set_theme(theme)
        self.deeds.set_theme(theme)

    def fold(self, what: Fold) -> None:
        """Fold regions or markets of markets by days, or open them."""
        self.show_view(ViewKind.GRID)
        self.present.fold(what)

    def zoom_by(self, step: int) -> None:
        """Make days wider (1) or narrower (-1)."""
        self.present.zoom_by(step)

    def zoom_as_it_fits(self) -> None:
        """Let days be as wide as it fits."""
        self.present.zoom_as_it_fits()

    def start(self) -> None:
        """Read and show the plan for the first time; the tray stays empty until `fill_tray`."""
        self.present.stand_at(self._first_standing)

    def fill_tray(self) -> None:
        """Read the posts without a date."""
        self.tray.tray.refresh()

    def stop(self) -> None:
        """Start nothing more: the window is going."""
        self.finder.stop()
        self.flagged.stop()
        self.stack.rest()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on; a proxy would keep Tab from the filter and the tray."""
        super().focusInEvent(event)
        self.present.setFocus(event.reason())

    # --- inside -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.plan_area = halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setObjectName("tray_and_grid")
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        halves.addWidget(self.tray)
        halves.addWidget(self.stack)
        halves.setStretchFactor(0, 0)
        halves.setStretchFactor(1, 1)
        halves.setSizes([self.tray.good_width, 10 * self.tray.good_width])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.finder.bar)
        column.addWidget(halves, 1)

    def _connect(self) -> None:
        tray = self.tray
        # queued: a question must not open while Qt still ends the drag
        tray.tray.dropped.connect(self.deeds.carry_out, Qt.ConnectionType.QueuedConnection)
        tray.view.post_opened.connect(self.post_opened)
        tray.view.review_requested.connect(self.review_requested)
        tray.view.lifted.connect(self._on_lifted)
        tray.view.given_up.connect(self._on_given_up)
        tray.new_post_requested.connect(lambda: self.new_post_requested.emit(None, None))
        tray.closed.connect(self.tray_closed)
        tray.all_asked.connect(self.finder.clear)
        self.counted.connect(self._show_counts)
        tray.tray.count_changed.connect(lambda: self._show_counts(self._in_view))
        self.finder.filter_changed.connect(self._show_only)
        self.finder.post_asked.connect(self.go_to_post)
        self.finder.left.connect(self._back_to_plan)
        stack = self.stack
        stack.dropped.connect(self.deeds.carry_out, Qt.ConnectionType.QueuedConnection)
        for told, tells in (
            (stack.post_opened, self.post_opened),
            (stack.post_chosen, self.post_chosen),
            (stack.review_requested, self.review_requested),
            (stack.new_post_requested, self.new_post_requested),
            (stack.menu_requested, self.menu_requested),
            (stack.turned, self.turned),
            (stack.counted, self.counted),
            (stack.selected, self.selected),
        ):
            told.connect(tells)

    def _on_lifted(self) -> None:
        self.present.on_lifted()

    def _on_given_up(self) -> None:
        self.present.on_given_up()

    def _back_to_plan(self) -> None:
        self.present.setFocus()
