"""The month of one market as a view of the plan."""

from datetime import date

from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.market import Market, MarketId
from ui.calendar.month_model import MonthModel
from ui.calendar.month_view import MonthView
from ui.calendar.month_weeks import Month
from ui.calendar.period import WEEK
from ui.calendar.table_plan import TablePlan
from ui.plan.plan_view import Nudge, PlanParts, Side, Span, Standing


class MonthPlan(TablePlan):
    """Weeks by weekdays of one market; the weeks begin as they do there."""

    model: MonthModel
    is_of_one_market = True

    def __init__(self, parts: PlanParts) -> None:
        super().__init__(parts)
        self.setObjectName("month_plan")
        self._markets = parts.calendar.markets
        self._today = parts.today
        self.model = MonthModel(parts.reader, Month(parts.today.year, parts.today.month), self)
        self.table = MonthView(
            self.model,
            parts.theme,
            parts.reader.hover_flags,
            density=parts.density,
            today=parts.today,
            now=parts.reader.clock,
        )
        self.show_table(self.model, self.table)

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
        place = self.table.choice.current_place()
        market = self.model.market
        day = place[1] if place else self._first_choice()
        return Standing(day, market.id if market else None, self.table.choice.current_post())

    def stand_at(self, standing: Standing) -> None:
        market = self._market_of(standing.market)
        if market is not None:
            self._show(Month.of(standing.day, market), market)
            if standing.post is None or not self.choose_post(standing.post):
                self.table.choice.choose_place(market.id, standing.day)

    def go_to(self, day: date) -> None:
        market = self.model.market
        if market is None:
            return
        if not self.month.holds(day):
            self._show(Month.of(day, market), market)
        self.table.choice.choose_place(market.id, day)

    def page(self, step: int) -> None:
        """Show the month after or before; the day of the month stays as near as it can."""
        place, market = self.table.choice.current_place(), self.model.market
        if market is not None:
            month = self.month.stepped(step)
            self._show(month, market)
            number = place[1].day if place else 1
            self.table.choice.choose_place(
                market.id, month.first.replace(day=min(number, month.last.day))
            )

    def set_market(self, market: MarketId) -> None:
        """Show the same month of another market."""
        self.stand_at(Standing(self.standing.day, market))

    # --- what is chosen -----------------------------------------------------------------------

    def current_place(self) -> tuple[MarketId, date] | None:
        place, market = super().current_place(), self.model.market
        if place is None and market is not None:
            place = (market.id, self._first_choice())
        return place

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
        self._closer.look_after(changes, self._whole_span)

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

    def set_today(self, today: date) -> None:
        self._today = today
        super().set_today(today)

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
