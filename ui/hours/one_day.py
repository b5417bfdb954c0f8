"""A single day as a period."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.commands.dates import day_name
from ui.calendar.period import Period


@dataclass(frozen=True, slots=True)
class OneDay(Period):
    """One day, whatever weekday it is."""

    weeks: int = 0

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first

    @property
    def days(self) -> tuple[date, ...]:
        """The day itself."""
        return (self.first,)

    @property
    def title(self) -> str:
        """It as people write it, such as `Tuesday, 10 November 2026`."""
        return day_name(self.first, "long")

    def stepped(self, step: int) -> "OneDay":
        """Return the day so many after it, or before it."""
        return OneDay(self.first + timedelta(days=step))
