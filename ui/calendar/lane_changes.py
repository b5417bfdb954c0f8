"""Lanes after something has changed on a few days: all others are left as they were arranged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from app.domain.change import Cell
from app.domain.flag import Severity
from app.domain.market import MarketId
from ui.calendar.lanes import Lanes, Place, gravest_of
from ui.calendar.stacks import NOTHING, Stack, Stacks, ghost_key
from ui.plan.closer_look import Counts

FEW = 100
"""Of more days all is arranged again sooner."""


@dataclass(frozen=True, slots=True)
class _Change:
    market: MarketId
    first: Place
    """The uppermost cell of the day."""
    before: Stack
    after: Stack


class Rearranged(NamedTuple):
    """Lanes in the very same rows, and the only places in which something else can stand now."""

    lanes: Lanes
    places: frozenset[Place]


def lanes_after(lanes: Lanes, before: Stacks, after: Stacks) -> Rearranged | None:
    """Return the lanes of `before` with what stands in `after`, in the very same rows.

    Nothing where all must be arranged again: because a market needs other lanes, rows are folded,
    days stand below each other, or more than a few have changed.
    """
    changes = list(_changes(lanes, before, after))
    is_plain = lanes.rows and not any(row.turn or row.is_folded for row in lanes.rows)
    if len(changes) > FEW or not is_plain:
        return None
    markets = {change.market for change in changes}
    if any(_room_of(lanes, one) != _height(lanes.days, one, after) for one in markets):
        return None
    places = frozenset(
        place
        for change in changes
        for stack in (change.before, change.after)
        for place in _places(change.first, stack)
    )
    return Rearranged(_with_sums(_with_posts(lanes, changes), changes, after), places)


def _changes(lanes: Lanes, before: Stacks, after: Stacks) -> Iterator[_Change]:
    """Yield the days that are shown and on which not the very same stands."""
    new = {cell for cell, stack in after.items() if before.get(cell) is not stack}
    for market, day in new | (before.keys() - after.keys()):
        first = lanes.first_place(market, day) if day is not None else None
        if first is not None:
            was, now = before.get((market, day), NOTHING), after.get((market, day), NOTHING)
            yield _Change(market, first, was, now)


def _room_of(lanes: Lanes, market: MarketId) -> int:
    """Return how many lanes a market has."""
    first = last = lanes.first_rows[market, 0]
    while not lanes.rows[last].is_last:
        last += 1
    return last - first + 1


def _height(days: Sequence[date], market: MarketId, stacks: Stacks) -> int:
    """Return how many lanes a market needs."""
    return max(1, *(stacks.get((market, day), NOTHING).height for day in days))


def _with_posts(lanes: Lanes, changes: Iterable[_Change]) -> Lanes:
    cards, places = dict(lanes.cards), dict(lanes.places)
    ghosts, ghost_places = dict(lanes.ghosts), dict(lanes.ghost_places)
    for change in changes:
        for place in _places(change.first, change.before):
            if place in cards:
                del places[cards.pop(place).id]
            else:
                del ghost_places[ghost_key(ghosts.pop(place))]
    for change in changes:
        free = _places(change.first, change.after)
        for card, place in zip(change.after.cards, free, strict=False):
            cards[place], places[card.id] = card, place
        for ghost, place in zip(change.after.ghosts, free, strict=True):
            ghosts[place], ghost_places[ghost_key(ghost)] = ghost, place
    return replace(
        lanes,
        cards=cards,
        places=places,
        ghosts=ghosts,
        ghost_places=ghost_places,
        shown=cards.values(),
    )


def _places(first: Place, stack: Stack) -> Iterator[Place]:
    return ((first[0] + number, first[1]) for number in range(stack.height))


def _with_sums(lanes: Lanes, changes: Iterable[_Change], stacks: Stacks) -> Lanes:
    """Return the same with the sums of the days and markets that have changed."""
    heads, gravest = list(lanes.heads), dict(lanes.gravest)
    post_counts, counts = dict(lanes.post_counts), lanes.counts
    for change in changes:
        market, column = change.market, change.first[1]
        more = len(change.after.cards) - len(change.before.cards)
        post_counts[market] += more
        counts = _plus(counts, change.after.counts, change.before.counts)
        of_day = _severity(stacks, ((one, heads[column].day) for one in post_counts))
        head = heads[column]
        heads[column] = replace(head, post_count=head.post_count + more, severity=of_day)
        of_market = _severity(stacks, ((market, head.day) for head in heads))
        gravest.pop(market, None)
        if of_market is not None:
            gravest[market] = of_market
    return replace(
        lanes, heads=tuple(heads), gravest=gravest, post_counts=post_counts, counts=counts
    )


def _plus(counts: Counts, come: Counts, left: Counts) -> Counts:
    posts, waiting, stops = (
        one + more - fewer for one, more, fewer in zip(counts, come, left, strict=True)
    )
    return posts, waiting, stops


def _severity(stacks: Stacks, cells: Iterable[Cell]) -> Severity | None:
    return gravest_of(stacks.get(cell, NOTHING).severity for cell in cells)
