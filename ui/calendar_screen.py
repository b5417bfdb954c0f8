"""The calendar as a screen: one of the views of the plan, the tray, and what is done to posts."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.commands.post_filter import PostFilter
from app.commands.saved_views import SavedView
from app.commands.views import CalendarView, Card, Recall
from app.domain.change import ChangeSet
from app.domain.market import MarketId
from app.domain.post import PostId
from app.wording import _
from ui.assessor import Assessor
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.grid_plan import GridPlan
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.calendar.zoom import AS_IT_FITS
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.finding.finder import Finder
from ui.finding.flag_seeker import FlagSeeker
from ui.finding.saved_views import SavedViewsButton
from ui.jobs import Jobs
from ui.operations import Operations
from ui.plan.folding import ALL_OPEN, Fold, Folding
from ui.plan.nudger import Nudger
from ui.plan.plan_view import (
    Keeps,
    Nudge,
    PlanParts,
    PlanView,
    Side,
    Span,
    Standing,
    ViewKind,
    keeps_all,
)
from ui.plan_stack import PlanStack
from ui.plan_views import plan_views
from ui.post_deeds import PostDeeds
from ui.theme import Theme
from ui.tray.tray_panel import TrayPanel

if TYPE_CHECKING:
    from app.commands.reader import Reader

FEW = 50
"""Of more posts that are changed at once nobody looks where each of them is."""


class CalendarScreen(QWidget):
    """One view of the plan with the tray beside it; every change goes through `operations`.

    `post_opened` and `review_requested` carry the id of a post, `post_chosen` that of the current
    cell or None, `new_post_requested` market and day (both None for the tray), `menu_requested`
    where the menu of the selected posts should open, `day_asked` a day that a person wants
    explained, `turned` tells that another view, other days or another market are shown, `counted`
    the posts in view, those that wait, and those with a stop, `zoomed` how wide a person wants the
    days, `folded` the Folding of its rows, `arranged` how they want the columns of the list,
    `noted` a sentence that is worth a moment's note, `filter_changed` the filter that hides posts,
    `filter_lifted` the one that had to go so that a post could be shown, `flags_ended` the
    direction in which no flagged post is left, `tray_asked` the wish to see the tray.
    """

    post_opened = Signal(object)
    post_chosen = Signal(object)
    review_requested = Signal(object)
    new_post_requested = Signal(object, object)
    menu_requested = Signal(QPoint)
    day_asked = Signal(object)
    turned = Signal()
    counted = Signal(int, int, int)
    zoomed = Signal(int)
    folded = Signal(object)
    arranged = Signal(str)
    tray_closed = Signal()
    noted = Signal(str)
    tray_asked = Signal()
    filter_changed = Signal(object)
    filter_lifted = Signal(object)
    flags_ended = Signal(int)

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
        self._seeker = FlagSeeker(reader, jobs, self)
        self.finder = Finder(reader, jobs, calendar, theme, page=self, today=today)
        self.saved_views = SavedViewsButton(
            reader, operations, calendar, theme, present=self._as_saved_view
        )
        self.finder.bar.add_at_end(self.saved_views)
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
            self._keeps,
            zoom,
            folding=folding,
            columns=columns,
        )
        self._stack = PlanStack(plan_views(period.weeks), parts, kind)
        self._first_standing = Standing(day or period.first, market)
        self._deeds = PostDeeds(
            reader,
            operations,
            calendar,
            theme,
            self,
            jobs=jobs,
            moved=self._choose_moved,
            nudged=self._follow,
        )
        self._nudger = Nudger(operations, self._nudge_chosen, self)
        self.tray = TrayPanel(reader, theme)
        self.tray.hide()
        self._lay_out()
        self._connect()

    # --- the views ----------------------------------------------------------------------------

    @property
    def kinds(self) -> tuple[ViewKind, ...]:
        """The views that there are."""
        return self._stack.kinds

    @property
    def kind(self) -> ViewKind:
        """Which view is shown."""
        return self._stack.kind

    @property
    def present(self) -> PlanView:
        """The view that is shown."""
        return self._stack.present

    @property
    def weeks_view(self) -> GridPlan:
        """The markets by days, whether they are shown or not."""
        return cast("GridPlan", self._stack.view(ViewKind.GRID))

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
        self._stack.turn_to(kind)
        self.present.setFocus()

    # --- time ---------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What is shown, in words."""
        return self.present.title

    @property
    def span(self) -> Span:
        """The days that are shown."""
        return self.present.span

    @property
    def weeks(self) -> int:
        """How many weeks are shown, or markets by days would show."""
        if self.present.has_weeks:
            return self.present.weeks
        return self.period.weeks if self._stack.has(ViewKind.GRID) else self._first_weeks

    @property
    def period(self) -> Period:
        """The weeks of markets by days."""
        return self.weeks_view.period

    @property
    def has_looked_closer(self) -> bool:
        """Whether days and missing flags of the period have been asked for."""
        return self.weeks_view.has_looked_closer

    @property
    def looks_ahead(self) -> bool:
        """Whether the period that the person is likely to page to has been asked for."""
        return self.weeks_view.looks_ahead

    @property
    def is_ahead(self) -> bool:
        """Whether the weeks beside those in view have been read and drawn."""
        return self.weeks_view.is_ahead

    @property
    def is_settled(self) -> bool:
        """Whether all that is to come has been asked for and its flags are known."""
        return self.present.is_settled

    @property
    def is_assessed(self) -> bool:
        """Whether the flags of all posts in markets by days are known."""
        return all(card.is_assessed for card in self.grid.shown_cards())

    def show_period(self, period: Period) -> None:
        """Show other weeks of markets by days."""
        self.weeks_view.show_period(period)

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
        self._stack.set_today(today)

    def reveal(self, post_id: PostId) -> None:
        """Make a post the current one, on whatever day or in the tray; no filter hides it then."""
        if self.present.choose_post(post_id):
            return
        (card,) = self._reader.cards_of([post_id])
        if not self.filter.matches(card):
            lifted = self.filter
            self.finder.clear()
            self.filter_lifted.emit(lifted)
        if card.day is None:
            self.tray_asked.emit()
            self.tray.view.choose_post(post_id)
        elif not self.present.choose_post(post_id):
            self.present.stand_at(Standing(card.day, card.market, post_id))

    def go_to_post(self, post_id: PostId) -> None:
        """Make a post the current one, and let the keys work on it."""
        self.reveal(post_id)
        is_in_tray = self.tray.view.current_post() == post_id
        (self.tray.view if is_in_tray else self.present).setFocus()

    # --- the filter ---------------------------------------------------------------------------

    @property
    def filter(self) -> PostFilter:
        """Which posts are wanted; every view hides the others."""
        return self.finder.filter

    def recall(self, view: SavedView) -> None:
        """Look at the plan as it was kept: its filter, its view, its weeks."""
        if view.kind in self.kinds:
            self.show_view(ViewKind(view.kind))
        if self.present.has_weeks:
            self.present.set_weeks(view.weeks)
        self.finder.set_filter(view.filter)

    def _as_saved_view(self, name: str) -> SavedView:
        return SavedView(name, self.filter, str(self.kind), self.weeks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc clear the filter before the selection; what is edited takes it earlier."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.finder.clear() and not self._select_nothing():
            event.ignore()

    @property
    def _keeps(self) -> Keeps:
        """Which posts are shown: each is asked for, so that no filter asks nothing."""
        return keeps_all if self.filter.is_empty else self.filter.test()

    def _show_only(self, wanted: PostFilter) -> None:
        self.tray.show_only(wanted)
        self._stack.keep_only(self._keeps, wanted.markets_of(self._calendar))
        self.filter_changed.emit(wanted)

    def _tell_hidden(self, changes: ChangeSet) -> None:
        """Say how many of a few posts that were just changed are not shown for the filter."""
        if self.filter.is_empty or not changes.can_undo or len(changes.posts) > FEW:
            return
        cards = self._reader.cards_of(sorted(changes.posts))
        hidden = [one for one in cards if not one.is_cancelled and not self.filter.matches(one)]
        self.finder.bar.show_hidden(len(hidden))

    def _select_nothing(self) -> bool:
        """Select no post any more; tell whether any was."""
        had_any = [self.present.select_nothing(), self.tray.view.select_nothing()]
        return any(had_any)

    def _show_counts(self, shown: int) -> None:
        self._in_view = shown
        self.finder.show_counts(shown, self.tray.tray.rowCount(), self.title)

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

    def choose_flagged(self, step: int) -> None:
        """Go to the next (1) or previous (-1) flagged post, in view or beyond it."""
        if self.present.choose_flagged(step):
            return
        if self.present.is_paged:
            span = self.present.span
            self._seek_flagged(span.last if step > 0 else span.first, step)
        else:
            self.flags_ended.emit(step)

    def choose_outermost_flagged(self, step: int) -> None:
        """Go to the first (1) or the last (-1) flagged post of the whole plan."""
        self._seek_flagged(None, step)

    def _seek_flagged(self, beyond: date | None, step: int) -> None:
        markets = self.grid.order
        there = self.present.standing.market
        if self.present.is_of_one_market and there is not None:
            markets = (there,)
        self._seeker.seek(beyond, step, self.filter, markets)

    def _stand_at_flagged(self, card: Card) -> None:
        if card.day is not None:
            self.present.stand_at(Standing(card.day, card.market, card.id))
            self.present.setFocus()

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
            place = (markets[0].id, self._first_day_to_plan)
        if place is not None:
            self.new_post_requested.emit(*place)

    # --- what is done to posts ----------------------------------------------------------------

    def run_on_chosen(self, command: Callable[..., ChangeSet], **facts: object) -> None:
        """Run a command of posts on what is chosen."""
        self._deeds.run(command, self.chosen_cards(), **facts)

    def duplicate(self) -> None:
        """Copy the chosen posts, each on its own day."""
        self._deeds.duplicate(self.chosen_cards())

    def nudge(self, side: Side) -> None:
        """Move the chosen posts a step towards a side of the screen."""
        self._nudger.press(self.present.nudge(side))

    def put_in_tray(self) -> None:
        """Take the date off the chosen posts."""
        self._deeds.put_in_tray(self.chosen_cards())

    def cut(self) -> None:
        """Put the chosen posts on the clipboard, to be moved by a paste."""
        self.noted.emit(self._deeds.clip(self.chosen_cards(), is_cut=True))

    def copy(self) -> None:
        """Put the chosen posts on the clipboard, to be copied by a paste."""
        self.noted.emit(self._deeds.clip(self.chosen_cards(), is_cut=False))

    def paste(self) -> None:
        """Put what was cut or copied into the current cell, or into the tray."""
        place = self.current_place()
        if self.tray.has_focus:
            hindrance = self._deeds.paste(None, None)
        elif place is None:
            hindrance = _("Choose a day first: the paste goes into the current cell.")
        else:
            hindrance = self._deeds.paste(*place)
        if hindrance:
            self.noted.emit(hindrance)

    def _nudge_chosen(self, nudge: Nudge) -> None:
        self._deeds.nudge(self.present.selected_cards(), nudge)

    def _choose_moved(self, changes: ChangeSet) -> None:
        """Choose what was put where one can see it."""
        self.present.choose_posts(changes.posts)

    def _follow(self, changes: ChangeSet) -> None:
        """Keep what is moved by key chosen; where it left the days in view, go after it."""
        if self.present.choose_posts(changes.posts):
            return
        cards = [card for card in self._reader.cards_of(tuple(changes.posts)) if card.day]
        if cards:
            self.reveal(min(cards, key=lambda card: card.local or datetime.max).id)
            self.present.choose_posts(changes.posts)

    def move_chosen(self) -> None:
        """Ask where the chosen posts should go, without a drag."""
        self._deeds.ask_where_to(self.chosen_cards(), self._first_day_to_plan)

    def shift_following(self) -> None:
        """Ask how far the chosen post and all that follow it should move."""
        self._deeds.ask_shift(self.chosen_cards())

    @property
    def _first_day_to_plan(self) -> date:
        return max(self._today, self.span.first)

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed, and say what of it the filter hides."""
        self._tell_hidden(changes)
        self.present.on_changed(changes)
        self.tray.tray.on_changed(changes)

    def refresh(self) -> None:
        """Read again what others may have changed."""
        self.present.refresh()
        self.tray.tray.refresh()

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets, channels or holds."""
        self._calendar = calendar
        self._deeds.set_calendar(calendar)
        self.finder.set_calendar(calendar)
        self.saved_views.calendar = calendar
        self._stack.set_calendar(calendar, self.filter.markets_of(calendar))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._stack.set_theme(theme)
        self.tray.set_theme(theme)
        self.finder.set_theme(theme)
        self.saved_views.set_theme(theme)
        self._deeds.set_theme(theme)

    def set_density(self, density: Density) -> None:
        """Show more or less on each card."""
        self._stack.set_density(density)

    def set_clock(self, clock: OtherClock | None) -> None:
        """Say the time of another zone beside each market's own, or of none."""
        self._stack.set_clock(clock)

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
        """Read and show everything for the first time."""
        self.present.stand_at(self._first_standing)
        self.tray.tray.refresh()

    def stop(self) -> None:
        """Start nothing more: the window is going."""
        self.finder.stop()
        self._seeker.stop()
        self._stack.rest()

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
        halves.addWidget(self._stack)
        halves.setStretchFactor(0, 0)
        halves.setStretchFactor(1, 1)
        halves.setSizes([self.tray.minimumWidth(), 10 * self.tray.minimumWidth()])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.finder.bar)
        column.addWidget(halves, 1)

    def _connect(self) -> None:
        tray = self.tray
        # queued: a question must not open while Qt still ends the drag
        tray.tray.dropped.connect(self._deeds.carry_out, Qt.ConnectionType.QueuedConnection)
        tray.view.post_opened.connect(self.post_opened)
        tray.view.review_requested.connect(self.review_requested)
        tray.new_post_requested.connect(lambda: self.new_post_requested.emit(None, None))
        tray.closed.connect(self.tray_closed)
        tray.all_asked.connect(self.finder.clear)
        self.counted.connect(self._show_counts)
        tray.tray.count_changed.connect(lambda: self._show_counts(self._in_view))
        self.finder.filter_changed.connect(self._show_only)
        self.finder.post_asked.connect(self.go_to_post)
        self.finder.left.connect(self._back_to_plan)
        self.saved_views.recalled.connect(self.recall)
        self._seeker.found.connect(self._stand_at_flagged)
        self._seeker.ended.connect(self.flags_ended)
        stack = self._stack
        stack.dropped.connect(self._deeds.carry_out, Qt.ConnectionType.QueuedConnection)
        for told, tells in (
            (stack.post_opened, self.post_opened),
            (stack.post_chosen, self.post_chosen),
            (stack.review_requested, self.review_requested),
            (stack.new_post_requested, self.new_post_requested),
            (stack.menu_requested, self.menu_requested),
            (stack.day_asked, self.day_asked),
            (stack.turned, self.turned),
            (stack.counted, self.counted),
            (stack.zoomed, self.zoomed),
            (stack.folded, self.folded),
            (stack.arranged, self.arranged),
        ):
            told.connect(tells)

    def _back_to_plan(self) -> None:
        self.present.setFocus()
