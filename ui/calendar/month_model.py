"""The month of one market as Qt's model: a row of lanes per week, a column per weekday."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt

from app.commands.dates import day_name, week_number
from app.domain.market import Market
from app.wording import _
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.card_source import CardSource
from ui.calendar.lanes import Lanes
from ui.calendar.month_weeks import Month
from ui.calendar.period_posts import PeriodPosts
from ui.calendar.stacks import Stacks


class MonthModel(CalendarModel):
    """A thin adapter over the cards of one market's month; it changes nothing itself."""

    def __init__(self, source: CardSource, month: Month, parent: QObject | None = None) -> None:
        self._month = month
        super().__init__(source, month.weeks, parent)
        self._lanes = self._laid_out({})

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self._month

    @property
    def market(self) -> Market | None:
        """Whose month it is."""
        return next(iter(self.markets), None)

    def show_month(self, month: Month, markets: Sequence[Market]) -> None:
        """Show another month, or that of another market."""
        self._month = month
        self.show_period(month.weeks, markets[:1])

    def is_outside(self, day: date) -> bool:
        """Tell whether a day only fills up a week of the month."""
        return not self._month.holds(day)

    def week_words(self, row: int) -> str:
        """Return what the week of a row is called in its market."""
        number = week_number(self.day(row, 0), self.lane(row).market.country)
        return _("Week {number}").format(number=number)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return day_name(self.lanes.heads[section].day, "weekday")
        return self.week_words(section)

    def _read(self) -> PeriodPosts:
        """Read one market only: what others plan is no cost here."""
        period = self.period
        cells = {(market.id, day) for market in self.markets for day in period.days}
        return PeriodPosts.of(
            period,
            self._source.cards_in(cells) if cells else (),
            self._source.ghosts(period.first, period.last),
        )

    def _laid_out(self, stacks: Stacks) -> Lanes:
        """Arrange posts in lanes: the weeks stand below each other."""
        week, weeks = self.period.days[:7], self.period.weeks
        return Lanes.stacked(self.markets, week, stacks, turns=weeks)
