"""All that a table shows of its days, and the same after something has changed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from app.commands.views import Card, Recall
from app.domain.change import Cell, ChangeSet
from app.domain.post import PostId
from ui.calendar.period import Period
from ui.calendar.stacks import NOTHING, Stack, Stacks, stacks_of
from ui.plan.plan_view import Keeps, keeps_all


@dataclass(frozen=True, slots=True)
class PeriodPosts:
    """The posts and ghosts of a period by market and day; as it is, whatever is saved later."""

    period: Period
    stacks: Stacks
    cells: Mapping[PostId, Cell]
    """Where each of the posts stands."""
    is_whole: bool = True
    """Whether these are all; else the others are still being read, and nothing is counted."""
    stand: int | None = None
    """That of the reader when they were read; nothing once only some were read again."""
    read_at: float = 0.0
    """When they were read, by the clock that only goes on."""

    @classmethod
    def of(
        cls,
        period: Period,
        cards: Iterable[Card],
        ghosts: Iterable[Recall] = (),
        *,
        is_whole: bool = True,
    ) -> "PeriodPosts":
        """Put posts where they stand."""
        stacks = stacks_of(cards, ghosts)
        return cls(period, stacks, _cells_of(stacks), is_whole)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Its posts."""
        return tuple(chain.from_iterable(stack.cards for stack in self.stacks.values()))

    def kept(self, keeps: Keeps) -> Stacks:
        """Return what a filter keeps of each day."""
        if keeps is keeps_all:
            return self.stacks
        kept = {cell: stack.kept(keeps) for cell, stack in self.stacks.items()}
        return {cell: stack for cell, stack in kept.items() if stack.height}

    def touched_by(self, changes: ChangeSet) -> set[Cell]:
        """Return the days of markets that a command has named, or in which its posts stand."""
        named = {
            (market, day)
            for market, day in changes.cells
            if day is not None and self.period.holds(day)
        }
        return named | self._standing(changes.posts)

    def after(
        self,
        touched: Collection[Cell],
        cards: Iterable[Card],
        ghosts: Iterable[Recall],
        changed: Collection[PostId],
    ) -> "PeriodPosts":
        """Return it with the touched days as they have been read, and all others as they are.

        `ghosts` are all ghosts of the `changed` posts. No post stands twice: one that was read
        leaves where it stood before.
        """
        read = tuple(cards)
        come = {card.id for card in read}
        new = stacks_of(read, (ghost for ghost in ghosts if self.period.holds(ghost.day)))
        stacks, cells = dict(self.stacks), dict(self.cells)
        others: dict[Cell, Stack] = {}
        for cell in {*touched, *self._standing(come), *self._haunted(changed), *new}:
            before, now = stacks.pop(cell, NOTHING), new.get(cell, NOTHING)
            stay = () if cell in touched else (one for one in before.cards if one.id not in come)
            haunt = (one for one in before.ghosts if one.card.id not in changed)
            after = Stack.of((*now.cards, *stay), (*now.ghosts, *haunt)).sharing(before)
            for card in before.cards:
                cells.pop(card.id, None)
            if after.height:
                others[cell] = after
        stacks.update(others)
        cells.update(_cells_of(others))
        return replace(self, stacks=stacks, cells=cells, stand=None)

    def sharing(self, known: "PeriodPosts") -> "PeriodPosts":
        """Return the same posts; one that is as it was known stays the very same object."""
        stacks = {
            cell: stack.sharing(known.stacks.get(cell, NOTHING))
            for cell, stack in self.stacks.items()
        }
        return replace(self, stacks=stacks)

    def _standing(self, post_ids: Iterable[PostId]) -> set[Cell]:
        return {self.cells[post_id] for post_id in post_ids if post_id in self.cells}

    def _haunted(self, post_ids: Collection[PostId]) -> set[Cell]:
        return {
            cell
            for cell, stack in self.stacks.items()
            if stack.ghosts and any(one.card.id in post_ids for one in stack.ghosts)
        }


def _cells_of(stacks: Stacks) -> dict[PostId, Cell]:
    return {card.id: cell for cell, stack in stacks.items() for card in stack.cards}
