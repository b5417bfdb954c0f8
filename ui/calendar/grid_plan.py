"""Markets by days as a view of the plan: its period, reading ahead, and where one stands."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer

from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from ui.calendar.ahead import Ahead, Wish
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.paint_ahead import BEYOND, PaintAhead
from ui.calendar.period import WEEK, Period
from ui.calendar.period_posts import PeriodPosts
from ui.calendar.table_plan import TablePlan
from ui.plan.folding import Fold
from ui.plan.plan_view import Nudge, PlanParts, Side, Span, Standing

LOOKS_AHEAD_AFTER_MS = 300
"""How long a period stands before those beside it are read."""
SEEN_AT_FIRST = 14
"""Markets whose posts are read before the first picture; a large screen shows about a dozen."""
READ_WHILE_WAITING = 800
"""Posts that are read while a person waits for the page: less than a tenth of a second."""
LOOKS_AHEAD_AGAIN_AFTER_MS = 3000
"""How long nothing changes before they are read again: not between two drops."""


class GridPlan(TablePlan):
    """The table of markets and days for one, two or four weeks."""

    has_weeks = True

    def __init__(self, parts: PlanParts, weeks: int) -> None:
        super().__init__(parts)
        self.setObjectName("grid_plan")
        self._markets = self._all_markets = parts.calendar.markets
        self._reader = parts.reader
        self._today = parts.today
        self._goes_back = False
        self._seen: frozenset[MarketId] = frozenset()
        self._seen_soon: frozenset[MarketId] = frozenset()
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._look_ahead)
        self._ahead = Ahead(parts.reader, parts.jobs, self)
        self._anew = Ahead(parts.reader, parts.jobs, self, is_hurried=True)
        self.model = CalendarModel(parts.reader, Period.around(parts.today, weeks), self)
        self.table = LanesView(
            self.model,
            parts.theme,
            parts.reader.hover_flags,
            density=parts.density,
            today=parts.today,
            now=parts.reader.clock,
        )
        self.table.market_header.set_holds(parts.calendar.holds)
        self.table.zoom.set_percent(parts.zoom)
        self.model.set_folding(parts.folding)
        self.show_table(self.model, self.table)
        self._paints_ahead = PaintAhead(self.table)
        self._connect()

    # --- what it shows ------------------------------------------------------------------------

    @property
    def period(self) -> Period:
        """The weeks that are shown."""
        return self.model.period

    @property
    def title(self) -> str:
        return self.period.title

    @property
    def span(self) -> Span:
        return Span(self.period.first, self.period.last)

    @property
    def standing(self) -> Standing:
        place = self.table.choice.current_place()
        if place is None:
            day = self._today if self.period.holds(self._today) else self.period.first
            return Standing(day, weeks=self.weeks, first=self.period.first)
        post = self.table.choice.current_post()
        return Standing(place[1], place[0], post, self.weeks, self.period.first)

    @property
    def weeks(self) -> int:
        return self.period.weeks

    @property
    def is_settled(self) -> bool:
        return super().is_settled and not self._anew.is_reading

    @property
    def has_looked_closer(self) -> bool:
        """Whether days and missing flags of the period have been asked for."""
        return self._closer.has_looked and not self._anew.is_reading

    @property
    def looks_ahead(self) -> bool:
        """Whether the period that the person is likely to page to has been asked for."""
        return self.has_looked_closer and not self._idle.isActive()

    @property
    def is_ahead(self) -> bool:
        """Whether that period has been read and drawn, as far as it will be."""
        return self.looks_ahead and not (self._ahead.is_reading or self._paints_ahead.is_active)

    def show_period(
        self, period: Period, posts: PeriodPosts | None = None, *, onward: Period | None = None
    ) -> None:
        """Show other days; the current market stays. `posts` are theirs where they are known.

        Somebody who pages on will soon look at the days `onward`.
        """
        place, before = self.table.choice.current_place(), self.period
        self._note_what_is_seen()
        if self.model.is_whole:
            self._ahead.keep(self.model.posts)
        self._is_paging = True
        for waiting in (self._idle, self._ahead, self._paints_ahead):
            waiting.stop()
        self.model.show_period(period, self._markets, posts or self._ahead.posts_of(period))
        if place is not None:
            offset = min(max((place[1] - before.first).days, 0), len(period.days) - 1)
            self.table.choice.choose_place(place[0], period.days[offset])
        self._is_paging = False
        self._closer.stop()
        if self.model.is_whole or self.model.shown_cards():
            self._closer.look_at(self.span)
        if self.model.is_whole:
            self._count()
        self._anew.hurry(*self._wishes(onward))
        self.turned.emit()

    def _note_what_is_seen(self) -> None:
        """Note which markets are in view: without their posts, or some of them, more would be."""
        if self.model.shown_cards() and (self.model.is_whole or not self._seen):
            self._seen = self.table.markets_in_view()
            self._seen_soon = self.table.markets_in_view(BEYOND)

    def _wishes(self, onward: Period | None) -> Iterator[Wish]:
        """Yield what is to be read in a hurry: what is seen now, what will be seen, the rest."""
        if not self.model.shown_cards() and not self.model.is_whole and self._seen:
            yield Wish(self.period, self._seen)
        is_known = onward is None or self._ahead.posts_of(onward) or self._glance_at(onward)
        if onward is not None and self._seen_soon and not is_known:
            yield Wish(onward, self._seen_soon)
        if not self.model.is_whole:
            yield Wish(self.period)

    def stand_at(self, standing: Standing) -> None:
        period = Period.around(standing.start, standing.weeks or self.weeks)
        self.show_period(period, self._first_look(period, standing))
        if standing.post is not None and self.choose_post(standing.post):
            return
        if standing.market is not None:
            self.table.choice.choose_place(standing.market, standing.day)

    def go_to(self, day: date) -> None:
        """Show a day: scroll to it, or show the weeks that hold it."""
        if not self.period.holds(day):
            self.show_period(Period.around(day, self.period.weeks))
        place = self.table.choice.current_place()
        if self._markets:
            self.table.choice.choose_place(place[0] if place else self._markets[0].id, day)

    def page(self, step: int) -> None:
        """Show the next days at once; many posts that nobody has read yet come a moment later."""
        self._turn_to(self.period.previous() if step < 0 else self.period.next())

    def step_a_week(self, step: int) -> None:
        self._turn_to(replace(self.period, first=self.period.first + step * WEEK))

    def _turn_to(self, period: Period) -> None:
        self._goes_back = period.first < self.period.first
        is_quick = self._anew.is_reading or len(self.model.shown_cards()) > READ_WHILE_WAITING
        if is_quick:
            onward = replace(period, first=period.first + (period.first - self.period.first))
            self.show_period(period, self._known_at_once(period), onward=onward)
        else:
            self.show_period(period)

    def _known_at_once(self, period: Period) -> PeriodPosts:
        """Return as much of the posts of a period as is here."""
        self._note_what_is_seen()
        known = self._ahead.posts_of(period) or self._glance_at(period)
        return known or PeriodPosts.of(period, (), is_whole=False)

    def _glance_at(self, period: Period) -> PeriodPosts | None:
        return self._anew.glance_at(period, self._seen)

    def set_weeks(self, weeks: int) -> None:
        """Show more or fewer weeks; the current day stays in sight."""
        place = self.table.choice.current_place()
        self.show_period(Period.around(place[1] if place else self.period.first, weeks))

    # --- what is chosen -----------------------------------------------------------------------

    def choose_post(self, post_id: PostId) -> bool:
        self._read_all()
        return super().choose_post(post_id)

    def choose_posts(self, post_ids: Collection[PostId]) -> bool:
        self._read_all()
        return self.table.choice.choose_posts(post_ids)

    def nudge(self, side: Side) -> Nudge:
        match side:
            case Side.UP | Side.DOWN:
                return Nudge(markets=1 if side is Side.DOWN else -1, order=self.model.order)
            case _:
                return Nudge(days=self.visually_later(right=side is Side.RIGHT))

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed: few posts at once, many as soon as they are read."""
        if self.model.is_outdated_by(changes):
            self._anew.read_again(self.model.posts)
        else:
            self._anew.tell()
            self.model.on_changed(changes)
            self._count()
            self._closer.look_after(changes, self.span)
        self._ahead.stop()
        self._idle.start(LOOKS_AHEAD_AGAIN_AFTER_MS)

    def refresh(self) -> None:
        self._ahead.forget()
        self._anew.read_again(self.model.posts)

    def set_calendar(self, calendar: CalendarView) -> None:
        self.table.market_header.set_holds(calendar.holds)
        if calendar.markets != self._all_markets:
            self._markets = self._all_markets = calendar.markets
            self.show_period(self.period)

    def show_markets(self, markets: Sequence[Market]) -> None:
        self._markets = tuple(markets)
        self.model.show_markets(self._markets)
        self._count()

    def set_today(self, today: date) -> None:
        self._today = today
        super().set_today(today)

    def fold(self, what: Fold) -> None:
        folding = self.model.folding
        match what:
            case Fold.MARKET:
                self.table.folds.fold_current()
            case Fold.REGION:
                self.table.folds.fold_region()
            case Fold.ALL:
                self.table.folds.fold(folding.with_all(self.model.markets))
            case Fold.NOTHING:
                self.table.folds.fold(folding.with_none())
            case Fold.BY_REGION:
                self.table.folds.fold(folding.parted(not folding.by_region))

    def zoom_by(self, step: int) -> None:
        self.table.zoom.step(step)

    def zoom_as_it_fits(self) -> None:
        self.table.zoom.as_it_fits()

    def rest(self) -> None:
        super().rest()
        for waiting in (self._idle, self._ahead, self._anew, self._paints_ahead):
            waiting.stop()

    # --- inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.table.zoom.zoomed.connect(self.zoomed)
        self.table.folds.folded.connect(self.folded)
        self.table.day_header.day_asked.connect(self.day_asked)
        self._closer.looked.connect(lambda: self._idle.start(LOOKS_AHEAD_AFTER_MS))
        self._ahead.came.connect(self._paint_ahead)
        self._ahead.came.connect(self._anew.forget_glances)
        self._anew.came.connect(self._show_anew)
        self._anew.stayed_out.connect(self._read_here)

    def _first_look(self, period: Period, standing: Standing) -> PeriodPosts | None:
        """Return the posts of as many markets as can be seen, where there are many more.

        What is seen is painted before the rest is read: the cost goes with the window, not with
        the plan.
        """
        if standing.post is not None or len(self._markets) <= SEEN_AT_FIRST:
            return None
        if self._ahead.posts_of(period) is not None:
            return None
        order = self.model.folding.order_of(self._markets)
        here = order.index(standing.market) if standing.market in order else 0
        first = max(0, min(here - SEEN_AT_FIRST // 2, len(order) - SEEN_AT_FIRST))
        seen = order[first : first + SEEN_AT_FIRST]
        cards = self._reader.cards_of_markets(seen, period.first, period.last)
        return PeriodPosts.of(period, cards, is_whole=False)

    def _read_all(self) -> None:
        """Have all posts here, for whoever looks for one of them."""
        if not self.model.is_whole:
            self._anew.stop()
            self._read_here()

    def _read_here(self) -> None:
        self.model.refresh()
        self._count()
        self._closer.look_at(self.span)

    def _show_anew(self, posts: PeriodPosts) -> None:
        self._anew.forget()
        if posts.period != self.period:
            self._paint_ahead(posts)
        else:
            was_whole = self.model.is_whole
            self.model.take(posts)
            self._closer.look_at(self.span)
            if posts.is_whole:
                self._count()
            if not was_whole:
                self.table.scrollTo(self.table.currentIndex())

    def _paint_ahead(self, posts: PeriodPosts) -> None:
        lanes = self.model.arrange_ahead(posts)
        self._paints_ahead.draw(posts.period, lanes.shown)

    def _look_ahead(self) -> None:
        """Read where the person is likely to page: on, or back."""
        ways = [self.period.next(), self.period.previous()]
        self._ahead.read(*(reversed(ways) if self._goes_back else ways))
