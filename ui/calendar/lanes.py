"""Lanes: each market takes as many rows as its fullest day, and a cell holds at most one post.

The days of the columns may take several turns: then each market has rows for each turn, as for
the weeks of a month.

Below the posts of a day stand its ghosts: what schedulers will send that is not so any more.

Markets may stand below the head of their region. A region or market that is folded takes one row,
which sums up its posts day by day.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from app.commands.views import Card, Recall
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from ui.calendar.stacks import GhostKey, Stack, Stacks, ghost_key, stacks_of
from ui.plan.closer_look import Counts
from ui.plan.folding import ALL_OPEN, Folding

Place = tuple[int, int]
"""Row and column."""
Group = tuple[MarketId, int]
"""A market, and the turn of its days: 0 where all days stand beside each other."""
_Filled = Mapping[Group, Sequence[tuple[int, Stack]]]
"""The columns of each group in which anything stands."""


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

    def with_stack(self, stack: Stack) -> "DaySum":
        """Return it with all of a day of one more market."""
        return DaySum(
            self.post_count + len(stack.cards),
            gravest_of((self.severity, stack.severity)),
            self.ghost_count + len(stack.ghosts),
        )


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
    shown: Collection[Card] = ()
    """All posts of these markets and days, those that are folded away too."""
    counts: Counts = (0, 0, 0)
    """How many they are, how many of them wait, and how many have a stop."""
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
        stacks = stacks_of(cards, ghosts)
        return cls.stacked(markets, days, stacks, turns=turns, folding=folding)

    @classmethod
    def stacked(
        cls,
        markets: Sequence[Market],
        days: Sequence[date],
        stacks: Stacks,
        *,
        turns: int = 1,
        folding: Folding = ALL_OPEN,
    ) -> "Lanes":
        """Arrange what stands in stacks already, by market and day."""
        filled = _filled(markets, days, stacks, turns)
        rows, first_rows = _rows(markets, _heights(filled), turns, folding)
        cards: dict[Place, Card] = {}
        ghosts: dict[Place, Recall] = {}
        sums: dict[Place, DaySum] = {}
        for group, found in filled.items():
            top = first_rows[group]
            for column, stack in found:
                if rows[top].is_folded:
                    before = sums.get((top, column), DaySum())
                    sums[top, column] = before.with_stack(stack)
                    continue
                for row, card in enumerate(stack.cards, top):
                    cards[row, column] = card
                for row, ghost in enumerate(stack.ghosts, top + len(stack.cards)):
                    ghosts[row, column] = ghost
        return cls(
            rows=rows,
            heads=_heads(days, filled),
            cards=cards,
            places={card.id: place for place, card in cards.items()},
            first_rows=first_rows,
            post_counts=_post_counts(markets, filled),
            ghosts=ghosts,
            ghost_places={ghost_key(ghost): place for place, ghost in ghosts.items()},
            shown=tuple(chain.from_iterable(stack.cards for stack in _all_of(filled))),
            counts=_added_up(stack.counts for stack in _all_of(filled)),
            sums=sums,
            gravest=_gravest(filled),
        )

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the columns, in order."""
        return tuple(head.day for head in self.heads)

    def day(self, row: int, column: int) -> date:
        """Return the day of a cell."""
        day, turn = self.heads[column].day, self.rows[row].turn
        return day + turn * timedelta(days=len(self.heads)) if turn else day

    def first_place(self, market: MarketId, day: date) -> Place | None:
        """Return the first cell of a market on a day, or nothing where it is not shown."""
        if not self.heads:
            return None
        turn, column = divmod((day - self.heads[0].day).days, len(self.heads))
        row = self.first_rows.get((market, turn))
        return None if row is None else (row, column)

    def same_table(self, other: "Lanes") -> bool:
        """Tell whether each market and day has the same cells as in another arrangement."""
        return (self.rows, self.days) == (other.rows, other.days)

    def changed_places(self, after: "Lanes", among: Collection[Place] | None = None) -> set[Place]:
        """Return the cells of the same table in which something else stands in another one.

        Only cells `among` these are looked at where it is known that no others can be.
        """
        return (
            _changed(self.cards, after.cards, among)
            | _changed(self.ghosts, after.ghosts, among)
            | _changed(self.sums, after.sums, among)
        )

    def moves_any(self, after: "Lanes", places: Iterable[Place]) -> bool:
        """Tell whether another post or ghost stands at one of these places of the same table."""
        return any(self.whose(place) != after.whose(place) for place in places)

    def moves_to(self, after: "Lanes", places: Iterable[Place]) -> list[Place | None]:
        """Return where each place is in another arrangement of the same days.

        A post's place follows the post, a ghost's the ghost, an empty place stays with its market
        and day. No two places meet in one: Qt loses track of indexes that do. The empty one then
        has no place.
        """
        found: dict[Place, Place | None] = {}
        asked = list(places)
        taken: set[Place] = set()
        for place in sorted(asked, key=self._is_empty):
            if place not in found:
                goal = self._goal(after, place)
                found[place] = None if goal is None or goal in taken else goal
                taken.update(filter(None, [goal]))
        return [found[place] for place in asked]

    def whose(self, place: Place) -> PostId | GhostKey | None:
        """Return whose card or ghost stands in a cell, or nothing where none does."""
        if place in self.cards:
            return self.cards[place].id
        return ghost_key(self.ghosts[place]) if place in self.ghosts else None

    def _is_empty(self, place: Place) -> bool:
        return place not in self.cards and place not in self.ghosts

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


def gravest_of(severities: Iterable[Severity | None]) -> Severity | None:
    """Return the gravest of some, or nothing where there is none."""
    return max((one for one in severities if one is not None), default=None)


def _filled(markets: Sequence[Market], days: Sequence[date], stacks: Stacks, turns: int) -> _Filled:
    """Return what stands in each group; what is of other markets and days is left out."""
    spans = [[day + timedelta(days=len(days) * turn) for day in days] for turn in range(turns)]
    return {
        (market.id, turn): [
            (column, stack)
            for column, day in enumerate(span)
            if (stack := stacks.get((market.id, day))) is not None
        ]
        for market in markets
        for turn, span in enumerate(spans)
    }


def _all_of(filled: _Filled) -> Iterator[Stack]:
    return (stack for found in filled.values() for _column, stack in found)


def _heights(filled: _Filled) -> dict[Group, int]:
    return {
        group: max((stack.height for _column, stack in found), default=1)
        for group, found in filled.items()
    }


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


def _post_counts(markets: Iterable[Market], filled: _Filled) -> dict[MarketId, int]:
    counts = {market.id: 0 for market in markets}
    for (market, _turn), found in filled.items():
        counts[market] += sum(len(stack.cards) for _column, stack in found)
    return counts


def _added_up(counts: Iterable[Counts]) -> Counts:
    posts, waiting, stops = (sum(each) for each in zip((0, 0, 0), *counts, strict=True))
    return posts, waiting, stops


def _gravest(filled: _Filled) -> dict[MarketId, Severity]:
    """Return the gravest flag of each market that has any, of all turns of its days."""
    found: dict[MarketId, Severity] = {}
    for (market, _turn), stacks in filled.items():
        gravest = gravest_of((found.get(market), *(stack.severity for _column, stack in stacks)))
        if gravest is not None:
            found[market] = gravest
    return found


def _heads(days: Sequence[date], filled: _Filled) -> tuple[DayHead, ...]:
    counts = [0] * len(days)
    gravest: list[Severity | None] = [None] * len(days)
    for column, stack in chain.from_iterable(filled.values()):
        counts[column] += len(stack.cards)
        if (stack.severity or 0) > (gravest[column] or 0):
            gravest[column] = stack.severity
    return tuple(map(DayHead, days, counts, gravest))


def _changed(
    before: Mapping[Place, object],
    after: Mapping[Place, object],
    among: Collection[Place] | None,
) -> set[Place]:
    """Return where something has come, has gone, or is another than before."""
    asked = before.keys() | after.keys() if among is None else among
    others = {place for place in asked if before.get(place) is not after.get(place)}
    return {place for place in others if before.get(place) != after.get(place)}
