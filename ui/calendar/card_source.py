"""Where a table's posts come from, and what of them is read again after a command."""

from collections.abc import Collection
from datetime import date
from typing import Protocol

from app.commands.views import Card, Recall
from app.domain.change import Cell, ChangeSet
from app.domain.post import PostId
from ui.calendar.period import Period
from ui.calendar.period_posts import PeriodPosts


class CardSource(Protocol):
    """Where the cards come from: a Reader."""

    def cards(self, first: date, last: date) -> tuple[Card, ...]:
        """Return the dated posts of a span."""

    def cards_in(self, cells: Collection[Cell]) -> tuple[Card, ...]:
        """Return the dated posts of some markets and days."""

    def ghosts(self, first: date, last: date) -> tuple[Recall, ...]:
        """Return what schedulers will send in a span that no card shows as it is."""

    def ghosts_of(self, post_ids: Collection[PostId]) -> tuple[Recall, ...]:
        """Return the ghosts of some posts, on whatever day they stand."""


def posts_of_period(source: CardSource, period: Period) -> PeriodPosts:
    """Read all posts of a period."""
    cards = source.cards(period.first, period.last)
    return PeriodPosts.of(period, cards, source.ghosts(period.first, period.last))


def posts_after(source: CardSource, before: PeriodPosts, changes: ChangeSet) -> PeriodPosts:
    """Read again what a command has touched; all else stays as it was read before."""
    touched = before.touched_by(changes)
    cards = source.cards_in(touched) if touched else ()
    ghosts = source.ghosts_of(changes.posts) if changes.posts else ()
    return before.after(touched, cards, ghosts, changes.posts)
