"""What goes out next: what lies at a scheduler, what is only approved, and what will be missed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.commands.cards import cards_of
from app.commands.knowledge import Knowledge
from app.commands.recalling import recall_list
from app.commands.views import Card, Recall, Stage
from app.domain.post import PostId
from app.domain.wall_time import instant_of
from app.storage import exports, posts
from app.storage.engine import Engine

AHEAD = timedelta(hours=48)
BACK = timedelta(hours=6)
"""What went out or was missed stays in sight for so long."""
_A_DAY = timedelta(days=1)
"""More than the clocks of any zone are from UTC."""


class Fate(StrEnum):
    """What becomes of a post at its time, as things stand now."""

    RECALL = "recall"
    """It lies at a scheduler, and must be taken out there first."""
    LATE = "late"
    """Not approved: it will miss its time unless somebody approves it."""
    HELD = "held"
    READY = "ready"
    """Approved, but given to no scheduler yet."""
    QUEUED = "queued"
    """It lies at a scheduler, as it was approved."""
    SENT = "sent"
    MISSED = "missed"
    """Its time has passed, and no scheduler had it."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A post near its time."""

    card: Card
    instant: datetime
    """When it goes out: as the scheduler has it, where it lies there."""
    local: datetime
    """The same by the clocks of its market."""
    zone: str
    """Of its market."""
    fate: Fate
    recall: Recall | None = None
    """Why it must come out at the scheduler, where it must."""

    @property
    def key(self) -> tuple[PostId, datetime, bool]:
        """What tells it from every other: a post that was moved may stand in two places."""
        return self.card.id, self.instant, self.recall is not None

    @property
    def is_past(self) -> bool:
        """Whether its time has passed."""
        return self.fate in (Fate.SENT, Fate.MISSED)


def leaving(engine: Engine, knowledge: Knowledge, now: datetime) -> tuple[Leaving, ...]:
    """Return what goes out in the next two days or has just gone, the soonest first."""
    start, end = now - BACK, now + AHEAD
    lying = exports.queued_between(engine, now, end)
    recalls = recall_list(engine, knowledge, now, lying)
    found = [
        post
        for post in posts.between(engine, (start - _A_DAY).date(), (end + _A_DAY).date())
        if post.content.local is not None
        and start <= instant_of(post.content.local, post.content.zone) <= end
    ]
    there = {(one.card.id, one.hand_over.instant): one for one in recalls}
    cards = cards_of(engine, knowledge, found, now)
    entries = [*map(_of_recall, recalls), *_of_cards(cards, there, now)]
    return tuple(sorted(entries, key=lambda one: (one.instant, one.card.name)))


def _of_recall(recall: Recall) -> Leaving:
    zone, instant = recall.market.zone, recall.hand_over.instant
    return Leaving(recall.card, instant, recall.local, zone, Fate.RECALL, recall)


def _of_cards(
    cards: tuple[Card, ...], recalls: Mapping[tuple[PostId, datetime], Recall], now: datetime
) -> list[Leaving]:
    """Return each card at its own time; not where the very same time is on the recall list."""
    made: list[Leaving] = []
    for card in cards:
        if card.local is not None:
            instant = instant_of(card.local, card.zone)
            if (card.id, instant) not in recalls:
                fate = _fate(card, is_past=instant <= now)
                made.append(Leaving(card, instant, card.local, card.zone, fate))
    return made


def _fate(card: Card, *, is_past: bool) -> Fate:
    if is_past:
        return Fate.SENT if card.stage is Stage.SENT else Fate.MISSED
    if card.stage is Stage.QUEUED:
        return Fate.QUEUED
    if card.is_held:
        return Fate.HELD
    return Fate.READY if card.is_approved else Fate.LATE
