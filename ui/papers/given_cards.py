"""Cards that have been read already, as the models of the screen ask for them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from app.commands.views import Card, Recall
from app.domain.change import Cell
from app.domain.post import PostId


@dataclass(frozen=True, slots=True)
class GivenCards:
    """A source that knows what it was given."""

    given: tuple[Card, ...]
    haunting: tuple[Recall, ...] = ()

    def cards(self, first: date, last: date) -> tuple[Card, ...]:
        """Return the dated posts of a span."""
        return tuple(one for one in self.given if one.day and first <= one.day <= last)

    def cards_in(self, cells: Collection[Cell]) -> tuple[Card, ...]:
        """Return the dated posts of some markets and days."""
        return tuple(one for one in self.given if one.cell in cells)

    def ghosts(self, first: date, last: date) -> tuple[Recall, ...]:
        """Return what schedulers will send in a span that no card shows as it is."""
        return tuple(one for one in self.haunting if first <= one.day <= last)

    def ghosts_of(self, post_ids: Collection[PostId]) -> tuple[Recall, ...]:
        """Return the ghosts of some posts."""
        return tuple(one for one in self.haunting if one.card.id in post_ids)
