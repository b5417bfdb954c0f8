"""Bands of occasions that last for weeks, laid into as few rows as possible."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.commands.months import LongOccasion
from app.domain.market import Market
from app.wording import _

MOST_ROWS = 3
"""Below the dates more would be in the way; the rest is said by the tooltip."""


@dataclass(frozen=True, slots=True)
class MonthBand:
    """One occasion in its row."""

    occasion: LongOccasion
    row: int


def laid_out(occasions: Sequence[LongOccasion]) -> tuple[MonthBand, ...]:
    """Return each occasion in the first row in which its days are free; too many are left out."""
    rows: list[LongOccasion] = []
    made: list[MonthBand] = []
    for one in sorted(occasions, key=lambda one: (one.first, -(one.last - one.first).days)):
        row = next((row for row, last in enumerate(rows) if last.last < one.first), len(rows))
        if row < MOST_ROWS:
            rows[row : row + 1] = [one]
            made.append(MonthBand(one, row))
    return tuple(made)


def row_count(bands: Collection[MonthBand]) -> int:
    """Return how many rows bands take."""
    return max((band.row + 1 for band in bands), default=0)


def occasion_words(one: LongOccasion, markets: Sequence[Market]) -> str:
    """Return the name of an occasion, and where it is kept where that is not everywhere."""
    codes = [market.code for market in markets if market.id in one.markets]
    if not codes or len(codes) == len(markets):
        return one.name
    return _("{name} · {markets}").format(name=one.name, markets=", ".join(codes))
