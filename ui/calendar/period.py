"""The days that the calendar shows."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.commands.dates import span_name

WEEK = timedelta(days=7)
WEEKS = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Period:
    """One, two or four weeks from a Monday."""

    first: date
    weeks: int = 2

    @classmethod
    def around(cls, day: date, weeks: int) -> "Period":
        """Return the period whose first week holds a day."""
        return cls(day - timedelta(days=day.weekday()), weeks)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first + self.weeks * WEEK - timedelta(days=1)

    @property
    def days(self) -> tuple[date, ...]:
        """All of its days in order."""
        return tuple(self.first + timedelta(days=number) for number in range(7 * self.weeks))

    @property
    def title(self) -> str:
        """Its days as people write them, such as `9–22 Nov 2026`."""
        return span_name(self.first, self.last)

    def next(self) -> "Period":
        """Return the period after it."""
        return replace(self, first=self.first + self.weeks * WEEK)

    def previous(self) -> "Period":
        """Return the period before it."""
        return replace(self, first=self.first - self.weeks * WEEK)

    def holds(self, day: date) -> bool:
        """Tell whether a day is shown."""
        return self.first <= day <= self.last
