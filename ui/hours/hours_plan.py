"""A day by hours as a view of the plan."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QTimer

from app.commands.day_hours import DayHours
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.flag import Flag
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from ui.calendar.table_plan import TablePlan
from ui.hours.hours_geometry import SNAP
from ui.hours.hours_model import HoursModel
from ui.hours.hours_view import HoursView
from ui.hours.one_day import OneDay
from ui.jobs import Progress
from ui.plan.plan_view import Nudge, PlanParts, Side, Span, Standing

MINUTE_MS = 60_000


class HoursPlan(TablePlan):
    """One day of all markets, each in its own time."""

    model: HoursModel
    table: HoursView

    def __init__(self, parts: PlanParts) -> None:
        super().__init__(parts)
        self.setObjectName("hours_plan")
        self._markets = self._all = parts.calendar.markets
        self._is_awake = False
        self.model = HoursModel(parts.reader, parts.today, self)
        self.table = HoursView(
            self.model,
            parts.theme,
            self._flags_at,
            density=parts.density,
            today=parts.today,
            now=parts.reader.clock,
        )
        self.show_table(self.model, self.table)
        self.table.day_header.day_asked.connect(self.day_asked)
        self._minutes = QTimer(self, interval=MINUTE_MS)
        self._minutes.timeout.connect(self.table.viewport().update)

    # --- what it shows ------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.model.only_day

    @property
    def title(self) -> str:
        return self.model.period.title

    @property
    def span(self) -> Span:
        return Span(self.day, self.day)

    @property
    def standing(self) -> Standing:
        place = self.table.choice.current_place()
        return Standing(self.day, place[0] if place else None, self.table.choice.current_post())

    def stand_at(self, standing: Standing) -> None:
        self._show(standing.day)
        self.table.show_usual_hours()
        if standing.post is not None and self.choose_post(standing.post):
            return
        if standing.market is not None:
            self.table.choice.choose_place(standing.market, standing.day)

    def go_to(self, day: date) -> None:
        if day != self.day:
            self._turn_to(day)

    def page(self, step: int) -> None:
        self._turn_to(OneDay(self.day).stepped(step).first)

    # --- what is chosen -----------------------------------------------------------------------

    def current_place(self) -> tuple[MarketId, date] | None:
        place = super().current_place()
        if place is None and self._markets:
            place = (self._markets[0].id, self.day)
        return place

    def nudge(self, side: Side) -> Nudge:
        """Up and down change the time; the sides go to the market there."""
        match side:
            case Side.UP | Side.DOWN:
                return Nudge(minutes=SNAP if side is Side.DOWN else -SNAP)
            case _:
                return Nudge(markets=self.visually_later(right=side is Side.RIGHT))

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        self.model.on_changed(changes)
        self._count()
        if changes.everything:
            self._look_closer()
        self._closer.look_after(changes, self.span)

    def refresh(self) -> None:
        self.model.refresh()
        self._count()
        self._look_closer()

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets; what their hours are like may be different too."""
        if calendar.markets != self._all:
            self._all = calendar.markets
            self.show_markets(calendar.markets)
            if self._is_awake:
                self._look_closer()

    def show_markets(self, markets: Sequence[Market]) -> None:
        self._markets = tuple(markets)
        self.model.show_markets(self._markets)
        self._count()

    def zoom_by(self, step: int) -> None:
        self.table.zoom.step(step)

    def zoom_as_it_fits(self) -> None:
        self.table.zoom.as_it_fits()

    def rest(self) -> None:
        self._is_awake = False
        super().rest()
        self._minutes.stop()

    # --- inside -------------------------------------------------------------------------------

    def _show(self, day: date) -> None:
        self._is_paging = True
        self.model.show_period(OneDay(day), self._markets)
        self._is_paging = False
        self._is_awake = True
        self._minutes.start()
        self._look_closer()
        self._count()
        self.turned.emit()

    def _turn_to(self, day: date) -> None:
        """Show another day; market and height stay."""
        place, height = self.table.choice.current_place(), self.table.verticalScrollBar().value()
        self._show(day)
        if place is not None:
            self.table.choice.choose_place(place[0], day)
        self.table.verticalScrollBar().setValue(height)

    def _look_closer(self) -> None:
        self._closer.look_at(self.span)
        day, reader = self.day, self._parts.reader

        def work(_progress: Progress) -> Mapping[MarketId, DayHours]:
            own = reader.again()
            try:
                return own.hours(day)
            finally:
                own.close()

        def show(hours: Mapping[MarketId, DayHours]) -> None:
            if self._is_awake and self.day == day:
                self.model.show_hours(hours)

        self._parts.jobs.run(work, done=show)

    def _flags_at(self, post: PostId, market: MarketId, there: datetime) -> tuple[Flag, ...]:
        return self._parts.reader.hover_flags(post, market, there.date(), there.time())
