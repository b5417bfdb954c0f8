"""The recall list: why what lies at a scheduler must come out there. Pure, like the gate."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.channel import Channel
from app.domain.decision import Decision
from app.domain.export import HandOver
from app.domain.gate import Case, Refusal, review_refusals
from app.domain.hold import Hold
from app.domain.market import Market
from app.domain.post import CONTENT_FIELDS, Content


class Why(StrEnum):
    """What has happened since the hand-over."""

    CANCELLED = "cancelled"
    HELD = "held"
    SAID_NO = "said-no"
    IN_TRAY = "in-tray"
    MOVED = "moved"
    CHANGED = "changed"
    DRAFT = "draft"
    ENDED = "ended"
    """It is unchanged, but the approval that it left with does not count any more."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason with the fact that matters: a hold's reason, a verdict, fields."""

    why: Why
    detail: str = ""
    note: str = ""
    """What the reviewer wrote who said no."""
    refusal: Refusal | None = None
    """What the approval lacks, where it has ended."""


@dataclass(frozen=True, slots=True)
class Lying:
    """What a scheduler will send, unless somebody takes it out there."""

    hand_over: HandOver
    content: Content
    market: Market
    channel: Channel


UNSEEN_ON_ITS_CARD = frozenset(Why) - {Why.HELD, Why.ENDED}
"""Where one of these is so, the card of the post does not show what the scheduler will send."""

_OF_THE_TIME = frozenset({"local", "zone"})


def causes(case: Case, lying: Lying) -> tuple[Cause, ...]:
    """Return why this must come out at the scheduler, the gravest first; nothing where it may go.

    What is closed, or whose time has passed, cannot be recalled any more.
    """
    if not lying.hand_over.is_open(case.now):
        return ()
    return tuple(_since_the_hand_over(case, lying)) or tuple(_of_the_approval(case))


def _since_the_hand_over(case: Case, lying: Lying) -> Iterator[Cause]:
    post = case.post
    if post.cancelled:
        yield Cause(Why.CANCELLED)
    for hold in case.holds:
        if hold.is_active and _covers(hold, case, lying):
            yield Cause(Why.HELD, hold.reason)
    said = _no_since(case, lying.hand_over)
    if said is not None:
        yield Cause(Why.SAID_NO, said.verdict.value, said.note)
    changed = _changed(post.content, lying.content)
    if changed & _OF_THE_TIME:
        yield Cause(Why.IN_TRAY if post.content.local is None else Why.MOVED)
    if changed - _OF_THE_TIME:
        yield Cause(Why.CHANGED, " ".join(sorted(changed - _OF_THE_TIME)))
    if not post.ready and not post.cancelled:
        yield Cause(Why.DRAFT)


def _of_the_approval(case: Case) -> Iterator[Cause]:
    for refusal in review_refusals(case):
        yield Cause(Why.ENDED, refusal=refusal)


def _covers(hold: Hold, case: Case, lying: Lying) -> bool:
    """Tell whether a hold covers the post, or what lies at the scheduler of it."""
    post = case.post
    is_there = hold.matches(post.id, lying.content, lying.market, lying.channel)
    return is_there or hold.matches(post.id, post.content, case.market, case.channel)


def _no_since(case: Case, hand_over: HandOver) -> Decision | None:
    last = max(case.decisions, key=lambda decision: decision.seq, default=None)
    is_no = last is not None and not last.is_approval and last.seq > hand_over.seq
    return last if is_no else None


def _changed(now: Content, there: Content) -> frozenset[str]:
    return frozenset(name for name in CONTENT_FIELDS if getattr(now, name) != getattr(there, name))
