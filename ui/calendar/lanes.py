"""Lanes: each market takes as many rows as its fullest day, and a cell holds at most one post.

The days of the columns may take several turns: then each market has rows for each turn, as for
the weeks of a month.

Below the posts of a day stand its ghosts: what schedulers will send that is not so any more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.commands.views import Card, Recall
from app.domain.export import ExportId
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.post import PostId

Place = tuple[int, int]
"""Row and column."""
GhostKey = tuple[ExportId, PostId]
Group = tuple[MarketId, int]
"""A market, and the turn of its days: 0 where all days stand beside each other."""
_Cell = tuple[Group, int]
"""Group and column."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: a market and the number of its lane, from 0; and which turn of the days it is."""

    market: Market
    number: int
    is_last: bool
    turn: int = 0

    @property
    def group(self) -> Group:
        """What it shares with the lanes beside it."""
        return self.market.id, self.turn


@dataclass(frozen=True, slots=True)
class DayHead:
    """What the head of a column says."""

    day: date
    post_count: int
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Lanes:
    """Which post stands in which row and column, for some markets and consecutive days."""

    rows: tuple[Lane, ...]
    heads: tuple[DayHead, ...]
    cards: Mapping[Place, Card]
    places: Mapping[PostId, Place]
    first_rows: Mapping[Group, int]
    post_counts: Mapping[MarketId, int]
    ghosts: Mapping[Place, Recall]
    ghost_places: Mapping[GhostKey, Place]

    @classmethod
    def of(
        cls,
        markets: Sequence[Market],
        days: Sequence[date],
        cards: Iterable[Card],
        ghosts: Iterable[Recall] = (),
        *,
        turns: int = 1,
    ) -> "Lanes":
        """Arrange cards and ghosts by market and day; those elsewhere are left out.

        On a day the earlier post stands in the upper lane, and ghosts below all posts.
        """
        heights = {(market.id, turn): 1 for market in markets for turn in range(turns)}
        stacks: dict[_Cell, list[Card]] = defaultdict(list)
        for card in cards:
            cell = _cell(days, card.market, card.day)
            if cell is not None and cell[0] in heights:
                stacks[cell].append(card)
        counts = {market.id: 0 for market in markets}
        for (group, _column), stack in stacks.items():
            stack.sort(key=lambda card: (card.local, card.name))
            heights[group] = max(heights[group], len(stack))
            counts[group[0]] += len(stack)
        below: dict[_Cell, list[Recall]] = defaultdict(list)
        for ghost in ghosts:
            cell = _cell(days, ghost.market.id, ghost.day)
            if cell is not None and cell[0] in heights:
                below[cell].append(ghost)
        for cell, few in below.items():
            few.sort(key=lambda ghost: (ghost.local, ghost.card.name))
            heights[cell[0]] = max(heights[cell[0]], len(stacks.get(cell, ())) + len(few))
        rows, first_rows = _rows(markets, heights)
        placed = {
            (first_rows[group] + number, column): card
            for (group, column), stack in stacks.items()
            for number, card in enumerate(stack)
        }
        haunted = {
            (first_rows[cell[0]] + number, cell[1]): ghost
            for cell, few in below.items()
            for number, ghost in enumerate(few, start=len(stacks.get(cell, ())))
        }
        return cls(
            rows=rows,
            heads=_heads(days, placed),
            cards=placed,
            places={card.id: place for place, card in placed.items()},
            first_rows=first_rows,
            post_counts=counts,
            ghosts=haunted,
            ghost_places={ghost_key(ghost): place for place, ghost in haunted.items()},
        )

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the columns, in order."""
        return tuple(head.day for head in self.heads)

    def day(self, row: int, column: int) -> date:
        """Return the day of a cell."""
        return self.heads[column].day + self.rows[row].turn * timedelta(days=len(self.heads))

    def first_place(self, market: MarketId, day: date) -> Place | None:
        """Return the first cell of a market on a day, or nothing where it is not shown."""
        cell = _cell(self.days, market, day)
        row = self.first_rows.get(cell[0]) if cell is not None else None
        return (row, cell[1]) if cell is not None and row is not None else None

    def same_shape(self, other: "Lanes") -> bool:
        """Tell whether every post stands at the same place as in another arrangement."""
        return (self.rows, self.days, self.places, self.ghost_places) == (
            other.rows,
            other.days,
            other.places,
            other.ghost_places,
        )

    def moves_to(self, after: "Lanes", places: Iterable[Place]) -> list[Place | None]:
        """Return where each place is in another arrangement of the same days.

        A post's place follows the post, a ghost's the ghost, an empty place stays with its market
        and day. No two places meet in one: Qt loses track of indexes that do. The empty one then
        has no place.
        """
        found: dict[Place, Place | None] = {}
        asked = list(places)
        taken: set[Place] = set()
        filled = self.cards.keys() | self.ghosts.keys()
        for place in sorted(asked, key=lambda place: place not in filled):
            if place not in found:
                goal = self._goal(after, place)
                found[place] = None if goal is None or goal in taken else goal
                taken.update(filter(None, [goal]))
        return [found[place] for place in asked]

    def _goal(self, after: "Lanes", place: Place) -> Place | None:
        card = self.cards.get(place)
        if card is not None and card.id in after.places:
            return after.places[card.id]
        ghost = self.ghosts.get(place)
        if ghost is not None and ghost_key(ghost) in after.ghost_places:
            return after.ghost_places[ghost_key(ghost)]
        return self._goal_of_empty(after, place)

    def _goal_of_empty(self, after: "Lanes", place: Place) -> Place | None:
        lane = self.rows[place[0]]
        first = after.first_rows.get(lane.group)
        if first is None:
            return None
        row = first + lane.number
        while row >= len(after.rows) or after.rows[row].group != lane.group:
            row -= 1
        return row, place[1]


def ghost_key(ghost: Recall) -> GhostKey:
    """Return what tells a ghost from every other: its hand-over."""
    return ghost.hand_over.export, ghost.hand_over.post


def _cell(days: Sequence[date], market: MarketId, day: date | None) -> _Cell | None:
    """Return the turn of a market's days and the column in which a day would stand."""
    if day is None or not days:
        return None
    turn, column = divmod((day - days[0]).days, len(days))
    return (market, turn), column


def _rows(
    markets: Sequence[Market], heights: Mapping[Group, int]
) -> tuple[tuple[Lane, ...], dict[Group, int]]:
    by_id = {market.id: market for market in markets}
    rows: list[Lane] = []
    first_rows: dict[Group, int] = {}
    for (market_id, turn), height in heights.items():
        first_rows[market_id, turn] = len(rows)
        market = by_id[market_id]
        rows.extend(Lane(market, number, number == height - 1, turn) for number in range(height))
    return tuple(rows), first_rows


def _heads(days: Sequence[date], placed: Mapping[Place, Card]) -> tuple[DayHead, ...]:
    counts = [0] * len(days)
    severities: list[list[Severity]] = [[] for _day in days]
    for (_row, column), card in placed.items():
        counts[column] += 1
        if card.severity is not None:
            severities[column].append(card.severity)
    return tuple(
        DayHead(day, count, max(found, default=None))
        for day, count, found in zip(days, counts, severities, strict=True)
    )
