"""Whether the day or the month comes first in a sheet: asked of all its dates together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.exchange.calendar_days import NUMERIC, date_or_nothing, full_year
from app.exchange.calendar_words import without_weekday

MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"})
"""Countries that write the month before the day."""
_LEAP_YEAR = 2028
"""Stands in where no year is written, so that 29 February is a day."""


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Which of the two numbers in a date is the day."""

    day_first: bool | None
    """Nothing where the sheet mixes both orders."""
    example: str = ""
    """A date of the sheet that can be read both ways; empty if there is none."""
    is_proven: bool = True
    """Whether the sheet's own dates leave no other reading."""


@dataclass(frozen=True, slots=True)
class _Both:
    """A date with both its readings, as far as they exist."""

    text: str
    day_first: date | None
    month_first: date | None
    weekdays: frozenset[int]

    @property
    def proof(self) -> bool | None:
        """Whether the day comes first, if this date alone leaves no doubt."""
        fitting = [
            is_first
            for is_first, day in ((True, self.day_first), (False, self.month_first))
            if day and (not self.weekdays or day.weekday() in self.weekdays)
        ]
        return fitting[0] if len(fitting) == 1 else None


def guess_order(texts: Iterable[str], *, otherwise: bool) -> DayOrder:
    """Return the order of day and month that fits all dates of a sheet.

    Proof is a number over 12 or a named weekday; without proof it is the order under which the
    dates lie closer together, then `otherwise`.
    """
    dates = [found for text in texts for found in _both(text)]
    proofs = {found.proof for found in dates} - {None}
    doubtful = [found for found in dates if found.proof is None]
    example = doubtful[0].text if doubtful else ""
    if len(proofs) > 1:
        return DayOrder(None, example)
    if proofs:
        return DayOrder(proofs.pop(), example)
    if not doubtful:
        return DayOrder(otherwise)
    day_first = _span(found.day_first for found in doubtful)
    month_first = _span(found.month_first for found in doubtful)
    closer = otherwise if day_first == month_first else day_first < month_first
    return DayOrder(closer, example, is_proven=False)


def _both(text: str) -> Iterator[_Both]:
    """Yield the readings of a date whose mark and numbers leave them to be asked for."""
    weekdays, rest = without_weekday(" ".join(text.split()))
    found = NUMERIC.match(rest)
    if not found or found["mark"] == "." or found["one"] == found["two"]:
        return
    one, two = int(found["one"]), int(found["two"])
    year = full_year(found["year"]) if found["year"] else _LEAP_YEAR
    both = _Both(
        text,
        day_first=date_or_nothing(year, two, one),
        month_first=date_or_nothing(year, one, two),
        weekdays=weekdays if found["year"] else frozenset(),
    )
    if both.day_first or both.month_first:
        yield both


def _span(days: Iterable[date | None]) -> int:
    ordinals = [day.toordinal() for day in days if day]
    return max(ordinals) - min(ordinals) if ordinals else 0
