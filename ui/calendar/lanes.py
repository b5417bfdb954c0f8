"""Lanes: each market takes as many rows as its fullest day, and a cell holds at most one post.

The days of the columns may take several turns: then each market has rows for each turn, as for
the weeks of a month.

Below the posts of a day stand its ghosts: what schedulers will send that is not so any more.

Markets may stand below the head of their region. A region or market that is folded takes one row,
which sums up its posts day by day.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from app.commands.views import Card, Recall
from app.domain.export import ExportId
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from ui.plan.folding import ALL_OPEN, Folding

Place = tuple[int, int]
"""Row and column."""
GhostKey = tuple[ExportId, PostId]
Group = tuple[MarketId, int]
"""A market, and the turn of its days: 0 where all days stand beside each other."""
_Cell = tuple[Group, int]
"""Group and column."""
Stacked = TypeVar("Stacked", Card, Recall)


@dataclass(frozen=True, slots=True)
class Region:
    """The head of a region: its name and its markets."""

    name: str
    markets: tuple[Market, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: a market and the number of its lane, from 0; and which turn of the days it is."""

    market: Market
    """In the head of a region the first of its markets."""
    number: int
    is_last: bool
    turn: int = 0
    region: Region | None = None
    """Only in the head of a region."""
    is_folded: bool = False
    """Whether this row stands for all posts of its market or region."""

    @property
    def group(self) -> Group:
        """What it shares with the lanes beside it."""
        if self.region is not None:
            return MarketId(f"region {self.region.name}"), self.turn
        return self.market.id, self.turn


@dataclass(frozen=True, slots=True)
class DaySum:
    """What a folded row says of a day."""

    post_count: int = 0
    severity: Severity | None = None
    ghost_count: int = 0

    def with_card(self, card: Card) -> "DaySum":
        """Return it with one post more."""
        gravest = max((self.severity or 0, card.severity or 0))
        severity = Severity(gravest) if gravest else None
        return replace(self, post_count=self.post_count + 1, severity=severity)

    def with_ghost(self) -> "DaySum":
        """Return it with one ghost more."""
        return replace(self, ghost_count=self.ghost_count + 1)


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
    shown: tuple[Card, ...] = ()
    """All posts of these markets and days, those that are folded away too."""
    sums: Mapping[Place, DaySum] = field(default_factory=dict)
    """What folded rows say."""
    gravest: Mapping[MarketId, Severity] = field(default_factory=dict)
    """The gravest flag of each market that has any."""

    @classmethod
    def of(
        cls,
        markets: Sequence[Market],
        days: Sequence[date],
        cards: Iterable[Card],
        ghosts: Iterable[Recall] = (),
        *,
        turns: int = 1,
        folding: Folding = ALL_OPEN,
    ) -> "Lanes":
        """Arrange cards and ghosts by market and day; those elsewhere are left out.

        On a day the earlier post stands in the upper lane, and ghosts below all posts.
        """
        known = {market.id for market in markets}
        stacks = _stacks(days, known, turns, ((one, one.market, one.day) for one in cards))
        below = _stacks(days, known, turns, ((one, one.market.id, one.day) for one in ghosts))
        for stack in stacks.values():
            stack.sort(key=lambda card: (card.local, card.name))
        for few in below.values():
            few.sort(key=lambda ghost: (ghost.local, ghost.card.name))
        heights: dict[Group, int] = defaultdict(lambda: 1)
        for cell in (*stacks, *below):
            height = len(stacks.get(cell, ())) + len(below.get(cell, ()))
            heights[cell[0]] = max(heights[cell[0]], height)
        rows, first_rows = _rows(markets, heights, turns, folding)
        placed: dict[Place, Card] = {}
        haunted: dict[Place, Recall] = {}
        sums: dict[Place, DaySum] = defaultdict(DaySum)
        for cell in (*stacks, *(one for one in below if one not in stacks)):
            stack, few = stacks.get(cell, []), below.get(cell, [])
            row, column = first_rows[cell[0]], cell[1]
            if rows[row].is_folded:
                sums[row, column] = _summed(sums[row, column], stack, few)
                continue
            placed |= {(row + number, column): card for number, card in enumerate(stack)}
            haunted |= {
                (row + number, column): ghost for number, ghost in enumerate(few, start=len(stack))
            }
        shown = tuple(card for stack in stacks.values() for card in stack)
        return cls(
            rows=rows,
            heads=_heads(days, stacks),
            cards=placed,
            places={card.id: place for place, card in placed.items()},
            first_rows=first_rows,
            post_counts=_counts(markets, shown),
            ghosts=haunted,
            ghost_places={ghost_key(ghost): place for place, ghost in haunted.items()},
            shown=shown,
            sums=dict(sums),
            gravest=_gravest(shown),
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
        """Return the same lane of the same market, or the row in which that is folded away."""
        lane = self.rows[place[0]]
        first = after.first_rows.get((lane.market.id, lane.turn))
        if lane.region is not None:
            groups = (one.group for one in after.rows)
            first = next((row for row, group in enumerate(groups) if group == lane.group), first)
        if first is None:
            return None
        group, row = after.rows[first].group, first + lane.number
        while row >= len(after.rows) or after.rows[row].group != group:
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


def _stacks(
    days: Sequence[date],
    known: Collection[MarketId],
    turns: int,
    found: Iterable[tuple[Stacked, MarketId, date | None]],
) -> dict[_Cell, list[Stacked]]:
    """Return what stands in each cell; what is of other markets and days is left out."""
    stacks: dict[_Cell, list[Stacked]] = defaultdict(list)
    for one, market, day in found:
        cell = _cell(days, market, day)
        if cell is not None and market in known and 0 <= cell[0][1] < turns:
            stacks[cell].append(one)
    return stacks


def _rows(
    markets: Sequence[Market], heights: Mapping[Group, int], turns: int, folding: Folding
) -> tuple[tuple[Lane, ...], dict[Group, int]]:
    """Return the rows, and where each market begins: in a folded region that is its head."""
    rows: list[Lane] = []
    first_rows: dict[Group, int] = {}
    for region, inside in folding.parts_of(markets):
        is_folded = region is not None and region in folding.regions
        if region is not None:
            head = Region(region, tuple(inside))
            rows.append(Lane(inside[0], 0, is_last=True, region=head, is_folded=is_folded))
        for market in inside:
            for turn in range(turns):
                group = (market.id, turn)
                first_rows[group] = len(rows) - 1 if is_folded else len(rows)
                if not is_folded:
                    rows += _lanes(market, turn, heights[group], folding)
    return tuple(rows), first_rows


def _lanes(market: Market, turn: int, height: int, folding: Folding) -> Iterator[Lane]:
    if market.id in folding.markets:
        yield Lane(market, 0, is_last=True, turn=turn, is_folded=True)
    else:
        for number in range(height):
            yield Lane(market, number, number == height - 1, turn)


def _summed(before: DaySum, cards: Iterable[Card], ghosts: Iterable[Recall]) -> DaySum:
    found = before
    for card in cards:
        found = found.with_card(card)
    for _ghost in ghosts:
        found = found.with_ghost()
    return found


def _counts(markets: Iterable[Market], cards: Iterable[Card]) -> dict[MarketId, int]:
    counts = {market.id: 0 for market in markets}
    for card in cards:
        counts[card.market] += 1
    return counts


def _gravest(cards: Iterable[Card]) -> dict[MarketId, Severity]:
    found: dict[MarketId, Severity] = {}
    for card in cards:
        if card.severity is not None:
            found[card.market] = max(found.get(card.market, card.severity), card.severity)
    return found


def _heads(days: Sequence[date], stacks: Mapping[_Cell, Sequence[Card]]) -> tuple[DayHead, ...]:
    counts = [0] * len(days)
    severities: list[list[Severity]] = [[] for _day in days]
    for (_group, column), stack in stacks.items():
        counts[column] += len(stack)
        severities[column] += (card.severity for card in stack if card.severity is not None)
    return tuple(
        DayHead(day, count, max(found, default=None))
        for day, count, found in zip(days, counts, severities, strict=True)
    )
