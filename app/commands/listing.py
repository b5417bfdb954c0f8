"""Posts as a list shows them: a card, and what no card has room for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.commands.cards import cards_of
from app.commands.knowledge import Knowledge
from app.commands.views import Card
from app.domain.change import Cell
from app.domain.person import NOBODY, PersonId
from app.domain.post import Post
from app.storage import assignments, posts
from app.storage.engine import Engine


@dataclass(frozen=True, slots=True)
class Listed:
    """One post in the list."""

    card: Card
    labels: tuple[str, ...] = ()
    reviewer: PersonId = NOBODY
    """Who is asked to decide it; nobody where any reviewer may."""


def listed(
    engine: Engine, knowledge: Knowledge, now: datetime, first: date, last: date
) -> tuple[Listed, ...]:
    """Return the dated posts of a span, both ends included, by time."""
    return _listed(engine, knowledge, now, posts.between(engine, first, last))


def listed_in(
    engine: Engine, knowledge: Knowledge, now: datetime, cells: Iterable[Cell]
) -> tuple[Listed, ...]:
    """Return the dated posts of some markets and days."""
    return _listed(engine, knowledge, now, posts.in_cells(engine, cells))


def _listed(
    engine: Engine, knowledge: Knowledge, now: datetime, found: Sequence[Post]
) -> tuple[Listed, ...]:
    cards = cards_of(engine, knowledge, found, now)
    asked = assignments.of_posts(engine, [post.id for post in found])
    return tuple(
        Listed(card, post.labels, asked[post.id].assignee if post.id in asked else NOBODY)
        for post, card in zip(found, cards, strict=True)
    )
