"""The weeks that a month of a market takes, from that market's first weekday."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.commands.dates import first_weekday, month_written_out
from app.domain.market import Market
from ui.calendar.period import WEEK, Period


@dataclass(frozen=True, slots=True)
class Month:
    """One month as the calendars of a market show it: in whole weeks."""

    year: int
    month: int
    first_weekday: int = 0
    """Monday is 0."""

    @classmethod
    def of(cls, day: date, market: Market) -> "Month":
        """Return the month that holds a day, as a market counts its weeks."""
        return cls(day.year, day.month, first_weekday(market.country))

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.stepped(1).first - timedelta(days=1)

    @property
    def weeks(self) -> Period:
        """The whole weeks that hold it."""
        start = self.first - timedelta(days=(self.first.weekday() - self.first_weekday) % 7)
        return Period(start, -(-((self.last - start).days + 1) // WEEK.days))

    @property
    def title(self) -> str:
        """It as people write it, such as `November 2026`."""
        return month_written_out(self.year, self.month)

    def holds(self, day: date) -> bool:
        """Tell whether a day belongs to it."""
        return (day.year, day.month) == (self.year, self.month)

    def stepped(self, step: int) -> "Month":
        """Return the month so many after it, or before it."""
        number = self.year * 12 + self.month - 1 + step
        return Month(number // 12, number % 12 + 1, self.first_weekday)
