"""The month of one market as a view of the plan."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from app.commands.views import CalendarView, Card, Recall
from app.domain.change import ChangeSet
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from ui.calendar.month_model import MonthModel
from ui.calendar.month_view import MonthView
from ui.calendar.month_weeks import Month
from ui.calendar.period import WEEK
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.plan.closer_look import CloserLook, counts_of
from ui.plan.plan_view import Keeps, Nudge, PlanParts, PlanView, Side, Span, Standing
from ui.theme import Theme


class MonthPlan(PlanView):
    """Weeks by weekdays of one market; the weeks begin as they do there."""

    is_of_one_market = True

    def __init__(self, parts: PlanParts) -> None:
        super().__init__()
        self.setObjectName("month_plan")
        self._markets = parts.calendar.markets
        self._today = parts.today
        self._is_paging = False
        self.model = MonthModel(parts.reader, Month(parts.today.year, parts.today.month), self)
        self.table = MonthView(
            self.model,
            parts.theme,
            parts.reader.hover_flags,
            density=parts.density,
            today=parts.today,
            now=parts.reader.clock,
        )
        self.table.set_clock(parts.clock)
        self._closer = CloserLook(parts, self.model.shown_cards, self)
        self.model.set_keeps(parts.keeps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.lead_focus_to(self.table)
        self._connect()

    # --- what it shows ------------------------------------------------------------------------

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self.model.month

    @property
    def title(self) -> str:
        return self.month.title

    @property
    def span(self) -> Span:
        return Span(self.month.first, self.month.last)

    @property
    def standing(self) -> Standing:
        place = self.table.current_place()
        market = self.model.market
        day = place[1] if place else self._first_choice()
        return Standing(day, market.id if market else None, self.table.current_post())

    @property
    def is_settled(self) -> bool:
        return self._closer.has_looked and self._closer.is_assessed

    def stand_at(self, standing: Standing) -> None:
        market = self._market_of(standing.market)
        if market is not None:
            self._show(Month.of(standing.day, market), market)
            if standing.post is None or not self.choose_post(standing.post):
                self.table.choose_place(market.id, standing.day)

    def go_to(self, day: date) -> None:
        market = self.model.market
        if market is None:
            return
        if not self.month.holds(day):
            self._show(Month.of(day, market), market)
        self.table.choose_place(market.id, day)

    def page(self, step: int) -> None:
        """Show the month after or before; the day of the month stays as near as it can."""
        place, market = self.table.current_place(), self.model.market
        if market is not None:
            month = self.month.stepped(step)
            self._show(month, market)
            number = place[1].day if place else 1
            self.table.choose_place(market.id, month.first.replace(day=min(number, month.last.day)))

    def set_market(self, market: MarketId) -> None:
        """Show the same month of another market."""
        self.stand_at(Standing(self.standing.day, market))

    # --- what is chosen -----------------------------------------------------------------------

    def selected_cards(self) -> tuple[Card, ...]:
        return self.table.selected_cards()

    def current_place(self) -> tuple[MarketId, date] | None:
        place, market = self.table.current_place(), self.model.market
        if place is None and market is not None:
            place = (market.id, self._first_choice())
        return place

    def current_post(self) -> PostId | None:
        return self.table.current_post()

    def current_ghost(self) -> Recall | None:
        return self.table.current_ghost()

    def choose_post(self, post_id: PostId) -> bool:
        return self.table.choose_post(post_id)

    def choose_flagged(self, step: int) -> bool:
        return self.table.choose_flagged(step)

    def nudge(self, side: Side) -> Nudge:
        match side:
            case Side.UP | Side.DOWN:
                return Nudge(days=WEEK.days if side is Side.DOWN else -WEEK.days)
            case _:
                return Nudge(days=self.visually_later(right=side is Side.RIGHT))

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        self.model.on_changed(changes)
        self._count()
        if changes.everything:
            self._closer.look_at(self._whole_span)

    def refresh(self) -> None:
        self.model.refresh()
        self._count()
        self._closer.look_at(self._whole_span)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets; where the one that is shown has gone, the first of them."""
        if calendar.markets != self._markets:
            self._markets = calendar.markets
            if self.isVisible():
                self.stand_at(self.standing)

    def set_keeps(self, keeps: Keeps) -> None:
        self.model.set_keeps(keeps)
        self._count()

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)

    def set_today(self, today: date) -> None:
        self._today = today
        self.table.set_today(today)

    def set_density(self, density: Density) -> None:
        self.table.set_density(density)

    def set_clock(self, clock: OtherClock | None) -> None:
        self.table.set_clock(clock)

    def rest(self) -> None:
        self._closer.stop()

    # --- inside -------------------------------------------------------------------------------

    @property
    def _whole_span(self) -> Span:
        return Span(self.model.period.first, self.model.period.last)

    def _show(self, month: Month, market: Market) -> None:
        self._is_paging = True
        self.model.show_month(month, (market,))
        self._is_paging = False
        self._closer.look_at(self._whole_span)
        self._count()
        self.turned.emit()

    def _market_of(self, market_id: MarketId | None) -> Market | None:
        """Return the market of an id, else the first."""
        first = next(iter(self._markets), None)
        return next((market for market in self._markets if market.id == market_id), first)

    def _first_choice(self) -> date:
        return self._today if self.month.holds(self._today) else self.month.first

    def _connect(self) -> None:
        table = self.table
        self.model.dropped.connect(self.dropped)
        table.pager.paged.connect(self._page_under_drag)
        for told, tells in (
            (table.post_opened, self.post_opened),
            (table.review_requested, self.review_requested),
            (table.new_post_requested, self.new_post_requested),
            (table.menu_requested, self.menu_requested),
        ):
            told.connect(tells)
        table.selectionModel().currentChanged.connect(self._on_current_changed)
        self._closer.days_known.connect(self.model.show_days)

    def _on_current_changed(self) -> None:
        if not self._is_paging:
            self.post_chosen.emit(self.table.current_post())

    def _page_under_drag(self, step: int) -> None:
        self.page(step)
        self.table.aim_again()

    def _count(self) -> None:
        self.counted.emit(*counts_of(self.model.shown_cards()))
