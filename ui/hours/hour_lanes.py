"""Which post stands in which hour, and beside which others, for one day of some markets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.commands.day_hours import DAY
from app.commands.views import Card, Recall
from app.domain.market import Market, MarketId
from ui.calendar.lanes import DayHead, Lane, Lanes, Place
from ui.calendar.stacks import ghost_key
from ui.plan.closer_look import counts_of

HOURS = 24
USUAL_HOUR = 9
"""Where one stands in a market that has no post."""


def minute_of(local: datetime) -> int:
    """Return how many minutes after midnight the clocks show."""
    return local.hour * 60 + local.minute


@dataclass(frozen=True, slots=True)
class HourLanes(Lanes):
    """Rows are hours; each market takes as many columns as posts stand beside each other."""

    columns: tuple[Lane, ...] = ()
    first_columns: tuple[int, ...] = ()

    @classmethod
    def of_day(
        cls,
        markets: Sequence[Market],
        day: date,
        cards: Iterable[Card],
        ghosts: Iterable[Recall],
        card_minutes: int,
    ) -> "HourLanes":
        """Arrange the posts of a day; one takes up `card_minutes`, and none lies on another."""
        found = [card for card in cards if card.day == day]
        haunting = [ghost for ghost in ghosts if ghost.day == day]
        columns: list[Lane] = []
        first_columns: list[int] = []
        placed: dict[Place, Card] = {}
        haunted: dict[Place, Recall] = {}
        for market in markets:
            own = sorted(
                (card for card in found if card.market == market.id),
                key=lambda card: (card.local, card.name),
            )
            theirs = sorted(
                (ghost for ghost in haunting if ghost.market.id == market.id),
                key=lambda ghost: (ghost.local, ghost.card.name),
            )
            lanes = _Beside(len(columns), card_minutes)
            placed.update({lanes.place(card.local): card for card in own if card.local})
            haunted.update({lanes.place(ghost.local): ghost for ghost in theirs})
            first_columns.append(len(columns))
            columns += [
                Lane(market, number, number == lanes.count - 1) for number in range(lanes.count)
            ]
        gravest = [card.severity for card in placed.values() if card.severity is not None]
        return cls(
            rows=(),
            heads=(DayHead(day, len(placed), max(gravest, default=None)),),
            cards=placed,
            places={card.id: place for place, card in placed.items()},
            first_rows={},
            post_counts=_counts(markets, placed.values()),
            ghosts=haunted,
            ghost_places={ghost_key(ghost): place for place, ghost in haunted.items()},
            columns=tuple(columns),
            first_columns=tuple(first_columns),
            shown=tuple(placed.values()),
            counts=counts_of(placed.values()),
        )

    def day(self, row: int, column: int) -> date:
        """Return the day of a cell."""
        return self.heads[0].day

    def first_place(self, market: MarketId, day: date) -> Place | None:
        """Return the earliest post of a market, or its usual hour; nothing on another day."""
        if day != self.heads[0].day:
            return None
        column = self.first_column(market)
        if column is None:
            return None
        own = [place for place in self.cards if self.columns[place[1]].market.id == market]
        return min(own, default=(USUAL_HOUR, column))

    def same_table(self, other: Lanes) -> bool:
        """Tell whether each market and hour has the same cells as in another arrangement."""
        return (
            isinstance(other, HourLanes)
            and self.columns == other.columns
            and self.days == other.days
        )

    def _goal_of_empty(self, after: Lanes, place: Place) -> Place | None:
        """An empty cell stays in its hour of its market."""
        lane = self.columns[place[1]]
        column = after.first_column(lane.market.id) if isinstance(after, HourLanes) else None
        return None if column is None else (place[0], column)

    def first_column(self, market: MarketId) -> int | None:
        """Return where the columns of a market begin, or nothing where it is not shown."""
        own = (one for one in self.first_columns if self.columns[one].market.id == market)
        return next(own, None)


class _Beside:
    """Puts posts of a market beside each other where they would lie on one another."""

    def __init__(self, first_column: int, card_minutes: int) -> None:
        self._first = first_column
        self._long = card_minutes
        self._lanes: list[list[tuple[int, int]]] = []
        """Minute and hour of all that stands in each lane."""

    @property
    def count(self) -> int:
        """How many lanes there are; never none."""
        return max(len(self._lanes), 1)

    def place(self, local: datetime) -> Place:
        """Return hour and column of a post: the first lane that is free then."""
        minute = min(minute_of(local), DAY - self._long)
        lane = next(
            (
                number
                for number, taken in enumerate(self._lanes)
                if all(
                    abs(minute - other) >= self._long and hour != local.hour
                    for other, hour in taken
                )
            ),
            len(self._lanes),
        )
        if lane == len(self._lanes):
            self._lanes.append([])
        self._lanes[lane].append((minute, local.hour))
        return local.hour, self._first + lane


def _counts(markets: Sequence[Market], cards: Iterable[Card]) -> dict[MarketId, int]:
    counts = {market.id: 0 for market in markets}
    for card in cards:
        counts[card.market] += 1
    return counts
