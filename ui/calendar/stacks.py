"""What stands on a day of a market: its posts by time, and below them its ghosts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.commands.views import Card, Recall
from app.domain.change import Cell
from app.domain.export import ExportId
from app.domain.flag import Severity
from app.domain.post import PostId
from ui.plan.closer_look import Counts, counts_of
from ui.plan.plan_view import Keeps

GhostKey = tuple[ExportId, PostId]
Shown = TypeVar("Shown", Card, Recall)


@dataclass(frozen=True, slots=True)
class Stack:
    """All of one day of one market, with its sums: who shows many days adds these up."""

    cards: tuple[Card, ...]
    ghosts: tuple[Recall, ...]
    counts: Counts
    severity: Severity | None
    """The gravest flag of its posts."""

    @classmethod
    def of(cls, cards: Iterable[Card], ghosts: Iterable[Recall] = ()) -> "Stack":
        """Put the earlier post above the later one, and ghosts below all posts."""
        by_time = tuple(sorted(cards, key=lambda card: (card.local, card.name)))
        below = tuple(sorted(ghosts, key=lambda ghost: (ghost.local, ghost.card.name)))
        severities = [card.severity for card in by_time if card.flags]
        gravest = max((one for one in severities if one is not None), default=None)
        return cls(by_time, below, counts_of(by_time), gravest)

    @property
    def height(self) -> int:
        """How many lanes it takes."""
        return len(self.cards) + len(self.ghosts)

    def kept(self, keeps: Keeps) -> "Stack":
        """Return what a filter keeps of it."""
        return Stack.of(filter(keeps, self.cards), (one for one in self.ghosts if keeps(one.card)))

    def sharing(self, known: "Stack") -> "Stack":
        """Return the same; what is as it was known stays the very same object."""
        if known is self:
            return self
        cards = _same_or_new(self.cards, known.cards, lambda card: card.id)
        ghosts = _same_or_new(self.ghosts, known.ghosts, ghost_key)
        if _are_the_same(cards, known.cards) and _are_the_same(ghosts, known.ghosts):
            return known
        return Stack(cards, ghosts, self.counts, self.severity)


NOTHING = Stack.of(())
Stacks = Mapping[Cell, Stack]
"""By market and day; a day without anything has none."""


def stacks_of(cards: Iterable[Card], ghosts: Iterable[Recall] = ()) -> Stacks:
    """Put posts and ghosts where they stand; those without a day are left out."""
    above: defaultdict[Cell, list[Card]] = defaultdict(list)
    below: defaultdict[Cell, list[Recall]] = defaultdict(list)
    for card in cards:
        if card.local is not None:
            above[card.market, card.local.date()].append(card)
    for ghost in ghosts:
        below[ghost.market.id, ghost.day].append(ghost)
    return {
        cell: Stack.of(above.get(cell, ()), below.get(cell, ()))
        for cell in (above if not below else above.keys() | below.keys())
    }


def ghost_key(ghost: Recall) -> GhostKey:
    """Return what tells a ghost from every other: its hand-over."""
    return ghost.hand_over.export, ghost.hand_over.post


def _same_or_new(
    read: tuple[Shown, ...], shown: tuple[Shown, ...], key: Callable[[Shown], object]
) -> tuple[Shown, ...]:
    known = {key(one): one for one in shown}
    return tuple(_shown_before(one, known.get(key(one))) for one in read)


def _shown_before(read: Shown, shown: Shown | None) -> Shown:
    return shown if shown is not None and (shown is read or shown == read) else read


def _are_the_same(some: tuple[Shown, ...], others: tuple[Shown, ...]) -> bool:
    return len(some) == len(others) and all(
        one is other for one, other in zip(some, others, strict=True)
    )
