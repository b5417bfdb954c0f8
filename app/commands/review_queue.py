"""What waits for a review: whose it is, by when it must be decided, and in which order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.commands.cards import cards_of
from app.commands.dates import weekend
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.commands.views import Card, Stage
from app.domain.assignment import ANYBODY, Assignment, decide_by
from app.domain.flag import Severity
from app.domain.person import NOBODY, Person, PersonId
from app.domain.post import Post, PostId
from app.domain.wall_time import instant_of
from app.storage import assignments, posts
from app.storage.engine import Engine

QUEUE_LENGTH = 300
"""So many posts are shown at most, the soonest ones: the rest come up as these are done."""

_NEEDS_REVIEW = (Stage.WAITING, Stage.ENDED)
_FARTHEST_LEAD = timedelta(days=5)
"""No usual moment lies farther before its post: the lead of a stop, over a weekend, in any zone."""


class Whose(StrEnum):
    """Which part of the queue is shown."""

    MINE = "mine"
    """Asked of this person, or of nobody in a market and language of theirs."""
    ALL = "all"
    OVERDUE = "overdue"
    """Should have been decided by now, whoever was asked."""


class Hindrance(StrEnum):
    """Why a person cannot decide a post now, though it waits."""

    OWN = "own"
    HELD = "held"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One post of the queue."""

    card: Card
    decide_by: datetime | None
    """An aware moment; nothing for a post without a date."""
    is_overdue: bool
    assignee: PersonId = NOBODY
    hindrance: Hindrance | None = None

    @property
    def severity(self) -> Severity | None:
        """How grave the worst is that must be weighed."""
        return self.card.severity


def review_queue(
    engine: Engine, knowledge: Knowledge, person: Person, whose: Whose, now: datetime
) -> tuple[Waiting, ...]:
    """Return the next posts that wait, at most QUEUE_LENGTH, what must be decided first first."""
    part = _Part(person, whose, now, assignments.assigned_posts(engine), Setting.of(engine))
    found: list[Waiting] = []
    for page in posts.ready_from(engine, _first_day(now), size=QUEUE_LENGTH):
        if part.is_past(page):
            break
        found += part.of(cards_of(engine, knowledge, part.chosen(page), now))
        if len(found) >= QUEUE_LENGTH:
            break
    early = posts.by_ids(engine, part.asked_for_beyond(found))
    found += part.of(cards_of(engine, knowledge, part.chosen(early), now))
    return in_order(found)[:QUEUE_LENGTH]


def queue_again(
    engine: Engine,
    knowledge: Knowledge,
    person: Person,
    whose: Whose,
    now: datetime,
    *,
    known: Iterable[Waiting],
    touched: Collection[PostId],
) -> tuple[Waiting, ...]:
    """Return a queue in which only some posts are read again: it costs what was touched."""
    part = _Part(person, whose, now, assignments.of_posts(engine, touched), Setting.of(engine))
    rest = [one for one in known if one.card.id not in touched]
    chosen = part.chosen(posts.by_ids(engine, touched))
    return in_order([*rest, *part.of(cards_of(engine, knowledge, chosen, now))])[:QUEUE_LENGTH]


def by_now(known: Iterable[Waiting], now: datetime) -> tuple[Waiting, ...]:
    """Return a queue as it stands a while after it was read, if nothing but the time has changed.

    What has become overdue says so, and what has gone out meanwhile waits no more.
    """
    return in_order(
        replace(one, is_overdue=_is_overdue(one.decide_by, now))
        for one in known
        if not _is_over(one.card, now)
    )


def waiting(
    engine: Engine, cards: Iterable[Card], person: Person, now: datetime
) -> tuple[Waiting, ...]:
    """Return these cards as parts of a queue, what must be decided first first."""
    cards = tuple(cards)
    assigned = assignments.of_posts(engine, [card.id for card in cards])
    part = _Part(person, Whose.ALL, now, assigned, Setting.of(engine))
    return in_order(map(part.one, cards))


def in_order(found: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """Return posts in the order in which they are best decided: overdue, then by day and risk.

    Of those due on the same day the gravest comes first; what this person cannot decide comes last.
    """
    return tuple(sorted(found, key=_order))


def _order(one: Waiting) -> tuple[bool, bool, str, int, str, str]:
    due = one.decide_by.isoformat() if one.decide_by else "~"
    return (
        one.hindrance is not None,
        not one.is_overdue,
        "" if one.is_overdue else due[:10],
        -(one.severity or 0),
        due,
        one.card.name,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the queue of one person at one moment."""

    person: Person
    whose: Whose
    now: datetime
    assigned: Mapping[PostId, Assignment]
    setting: Setting

    def is_past(self, page: Sequence[Post]) -> bool:
        """Tell whether neither these posts nor any later ones can be overdue, if that is asked."""
        day = page[0].content.day
        return (
            self.whose is Whose.OVERDUE
            and day is not None
            and day - self.now.date() > _FARTHEST_LEAD
        )

    def chosen(self, page: Iterable[Post]) -> list[Post]:
        """Return what can be of this part, before anybody looks at flags."""
        return [
            post
            for post in page
            if post.ready
            and not post.cancelled
            and post.content.day is not None
            and post.content.day >= _first_day(self.now)
            and (self.whose is not Whose.MINE or self._is_mine(post))
        ]

    def of(self, cards: Iterable[Card]) -> list[Waiting]:
        """Return those of the cards that wait and are of this part."""
        found = [self.one(card) for card in cards if card.stage in _NEEDS_REVIEW]
        return [one for one in found if one.is_overdue or self.whose is not Whose.OVERDUE]

    def one(self, card: Card) -> Waiting:
        """Return a card as it stands in the queue."""
        assignment = self.assigned.get(card.id, ANYBODY)
        instant = instant_of(card.local, card.zone) if card.local else None
        free = weekend(self.setting.markets[card.market].country)
        due = decide_by(card.local, instant, card.severity, assignment, free)
        return Waiting(
            card=card,
            decide_by=due,
            is_overdue=_is_overdue(due, self.now),
            assignee=assignment.assignee,
            hindrance=_hindrance(card, self.person),
        )

    def asked_for_beyond(self, found: Iterable[Waiting]) -> list[PostId]:
        """Return posts to be decided at a given moment that are not among those to go out next."""
        known = {one.card.id for one in found}
        return [
            post_id
            for post_id, said in self.assigned.items()
            if said.decide_by is not None and post_id not in known
        ][:QUEUE_LENGTH]

    def _is_mine(self, post: Post) -> bool:
        assignee = self.assigned.get(post.id, ANYBODY).assignee
        if assignee != NOBODY:
            return assignee == self.person.id
        markets = self.person.markets
        is_there = not markets or post.content.market in markets
        return is_there and self.person.reads(post.content.language)


def _first_day(now: datetime) -> date:
    """Return the first day whose posts can still wait, in whatever zone they stand."""
    return now.date() - timedelta(days=1)


def _is_overdue(due: datetime | None, now: datetime) -> bool:
    return due is not None and due < now


def _is_over(card: Card, now: datetime) -> bool:
    """Tell whether a post of the queue lies behind by now, or has gone out as it stands."""
    is_past = card.day is None or card.day < _first_day(now)
    lies = None if card.hand_over_differs else card.hand_over
    return is_past or (lies is not None and not lies.is_open(now))


def _hindrance(card: Card, person: Person) -> Hindrance | None:
    if card.editor == person.id:
        return Hindrance.OWN
    if card.is_held:
        return Hindrance.HELD
    if card.severity is Severity.BLOCKED:
        return Hindrance.BLOCKED
    return None
