"""The gate: every reason why a post may not leave. Pure; `now` is a fact handed in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.channel import Channel
from app.domain.decision import Decision, SeenFlag
from app.domain.export import Carrier, HandOver
from app.domain.flag import Flag, Severity
from app.domain.hold import Hold
from app.domain.market import Market
from app.domain.person import PersonId
from app.domain.policy import Policy
from app.domain.post import Fingerprint, Post


class Reason(StrEnum):
    """Why a post stays in; each has its own wording and way out."""

    NOT_READY = "not-ready"
    UNDATED = "undated"
    CANCELLED = "cancelled"
    PAST = "past"
    TOO_SOON = "too-soon"
    WRONG_NETWORK = "wrong-network"
    NOT_CARRIED = "not-carried"
    BLOCKED = "blocked"
    HELD = "held"
    STILL_QUEUED = "still-queued"
    NOT_APPROVED = "not-approved"
    SAID_NO = "said-no"
    NEEDS_ANOTHER = "needs-another"
    NOT_AGREED = "not-agreed"
    """One approval says that the post is the remembrance, another does not."""
    OWN_WORK = "own-work"
    UNSEEN = "unseen"
    NOT_TICKED = "not-ticked"
    NO_REASON = "no-reason"
    HELD_SINCE = "held-since"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason with the fact that matters: a field, a flag's headline, a person, a moment."""

    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Who wrote a version of the post, and when in the audit sequence."""

    person: PersonId
    seq: int
    fingerprint: Fingerprint
    undo_of: int = 0
    """The position of the version that this one takes back; 0 for any other edit."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that the gate looks at for one post."""

    post: Post
    market: Market
    channel: Channel
    edits: tuple[Edit, ...]
    decisions: tuple[Decision, ...]
    flags: tuple[Flag, ...]
    """As the post stands, for every approval."""
    holds: tuple[Hold, ...]
    policy: Policy
    carrier: Carrier
    now: datetime
    inherited: frozenset[PersonId] = frozenset()
    """Authors by duplicate, paste, adapt, restore or import."""
    hand_overs: tuple[HandOver, ...] = ()
    flags_of_remembrance: tuple[Flag, ...] = ()
    """What an approval must have answered besides if it says that the post is the remembrance."""

    def flags_for(self, *, as_remembrance: bool) -> tuple[Flag, ...]:
        """Return what an approval answers, given as the remembrance or as any other post."""
        return (*self.flags, *self.flags_of_remembrance) if as_remembrance else self.flags

    def approvers_for(self, *, as_remembrance: bool) -> int:
        """Return how many people must approve it, as the remembrance or as any other post."""
        flags = self.flags_for(as_remembrance=as_remembrance)
        return self.policy.approvers_for(flags, as_remembrance=as_remembrance)


def refusals(case: Case) -> tuple[Refusal, ...]:
    """Return every reason why the post may not leave; none means that it may."""
    return (
        *_of_the_plan(case),
        *_of_the_carrier(case),
        *_of_the_moment(case),
        *_of_the_review(case),
    )


def review_refusals(case: Case) -> tuple[Refusal, ...]:
    """Return only what the approval itself lacks: what a tick in the calendar stands for."""
    return tuple(_of_the_review(case))


def authors_now(case: Case) -> frozenset[PersonId]:
    """Return whose own work the post is now: none of them may approve it."""
    return _authors_before(_NEVER, case)


def sound_approvals(case: Case) -> tuple[Decision, ...]:
    """Return the approvals that count: on the present content, by others, with nothing unseen."""
    return tuple(a for a in _standing_approvals(case) if not any(_faults(case, a)))


def standing_approvals(case: Case) -> tuple[Decision, ...]:
    """Return the newest approval of each person on the present content, after the last no.

    Those of authors whom the post inherited are none. They may have left something unseen.
    """
    return tuple(a for a in _standing_approvals(case) if a.reviewer not in case.inherited)


def lifted_since(case: Case) -> tuple[Hold, ...]:
    """Return the lifted holds because of which the post must be read and approved anew."""
    approved_at = [approval.seq for approval in _standing_approvals(case)]
    if not approved_at or not any(_of_the_review(case)):
        return ()
    return tuple(
        hold
        for hold in _matching_holds(case)
        if hold.lifted_seq is not None and hold.lifted_seq > min(approved_at)
    )


_NEVER = 2**63
"""A position after every event."""


def _of_the_plan(case: Case) -> Iterator[Refusal]:
    post = case.post
    if post.cancelled:
        yield Refusal(Reason.CANCELLED)
    if not post.ready:
        yield Refusal(Reason.NOT_READY)
    instant = post.content.instant
    if instant is None:
        yield Refusal(Reason.UNDATED)
    elif instant <= case.now:
        yield Refusal(Reason.PAST)
    elif instant < case.now + case.carrier.lead:
        yield Refusal(Reason.TOO_SOON, str(int(case.carrier.lead.total_seconds() // 60)))


def _of_the_carrier(case: Case) -> Iterator[Refusal]:
    if case.carrier.networks and case.channel.network not in case.carrier.networks:
        yield Refusal(Reason.WRONG_NETWORK, case.channel.network)
    for field in case.carrier.left_behind(case.post.content):
        yield Refusal(Reason.NOT_CARRIED, field)


def _of_the_moment(case: Case) -> Iterator[Refusal]:
    for flag in case.flags:
        if flag.severity is Severity.BLOCKED:
            yield Refusal(Reason.BLOCKED, flag.headline)
    for hold in _matching_holds(case):
        if hold.is_active:
            yield Refusal(Reason.HELD, hold.reason)
    for hand_over in case.hand_overs:
        if hand_over.is_open(case.now):
            yield Refusal(Reason.STILL_QUEUED, hand_over.file)


def _of_the_review(case: Case) -> Iterator[Refusal]:
    if not case.decisions:
        yield Refusal(Reason.NOT_APPROVED)
        return
    approvals = _standing_approvals(case)
    if not approvals:
        yield _why_there_is_none(case)
        return
    by_others = [approval for approval in approvals if approval.reviewer not in case.inherited]
    if len({approval.remembrance for approval in by_others}) > 1:
        yield Refusal(Reason.NOT_AGREED)
        return
    faults = [tuple(_faults(case, approval)) for approval in approvals]
    sound = sum(1 for fault in faults if not fault)
    required = _required(case, by_others or approvals)
    if sound >= required:
        return
    faulty = [fault for fault in faults if fault]
    if faulty:
        yield from min(faulty, key=len)
    if len(approvals) < required:
        yield Refusal(Reason.NEEDS_ANOTHER, str(required - len(approvals)))


def _required(case: Case, approvals: list[Decision]) -> int:
    """Return how many people must approve; a policy lowered since answers no earlier question."""
    newest = max(approvals, key=lambda approval: approval.seq)
    return max(case.approvers_for(as_remembrance=newest.remembrance), newest.required)


def _standing_approvals(case: Case) -> list[Decision]:
    last_no = _last_no(case.decisions, _NEVER)
    fingerprint = case.post.fingerprint
    newest = {
        decision.reviewer: decision
        for decision in sorted(case.decisions, key=lambda decision: decision.seq)
        if decision.is_approval and decision.fingerprint == fingerprint and decision.seq > last_no
    }
    return list(newest.values())


def _why_there_is_none(case: Case) -> Refusal:
    said = max(case.decisions, key=lambda decision: decision.seq)
    concerns_it = any(d.fingerprint == case.post.fingerprint for d in case.decisions)
    if concerns_it and not said.is_approval:
        return Refusal(Reason.SAID_NO, said.verdict.value)
    return Refusal(Reason.NOT_APPROVED)


def _faults(case: Case, approval: Decision) -> Iterator[Refusal]:
    if approval.reviewer in _authors_before(approval.seq, case):
        yield Refusal(Reason.OWN_WORK, approval.reviewer)
    for flag in case.flags_for(as_remembrance=approval.remembrance):
        if flag.severity in (Severity.CAUTION, Severity.STOP):
            yield from _unanswered(flag, approval.seen)
    for hold in _matching_holds(case):
        if hold.lifted_seq is not None and hold.lifted_seq > approval.seq:
            yield Refusal(Reason.HELD_SINCE, hold.reason)


def _unanswered(flag: Flag, seen: tuple[SeenFlag, ...]) -> Iterator[Refusal]:
    answer = next((one for one in seen if one.answers(flag)), None)
    if answer is None:
        yield Refusal(Reason.UNSEEN, flag.headline)
    elif flag.severity is Severity.CAUTION and not (answer.is_ticked or answer.reason.strip()):
        yield Refusal(Reason.NOT_TICKED, flag.headline)
    elif flag.severity is Severity.STOP and not answer.reason.strip():
        yield Refusal(Reason.NO_REASON, flag.headline)


def _matching_holds(case: Case) -> Iterator[Hold]:
    post = case.post
    return (
        hold
        for hold in case.holds
        if hold.matches(post.id, post.content, case.market, case.channel)
    )


def _authors_before(seq: int, case: Case) -> frozenset[PersonId]:
    """Return whose own work the present content was at a position of the audit sequence.

    Whoever wrote exactly it, and whoever edited the post since it was last approved by as many
    others as were asked; a no takes the approvals before it away. What such an edit brings back
    from before, by undo or word for word, is the work of those who wrote it then.
    """
    approved_at = 0
    readers: dict[Fingerprint, set[PersonId]] = {}
    for decision in sorted(case.decisions, key=lambda decision: decision.seq):
        if decision.seq >= seq:
            break
        if not decision.is_approval:
            approved_at = 0
            readers.clear()
        elif decision.reviewer not in _writers(
            case, decision.fingerprint, approved_at, decision.seq
        ):
            readers.setdefault(decision.fingerprint, set()).add(decision.reviewer)
            if len(readers[decision.fingerprint]) >= decision.required:
                approved_at = decision.seq
    return _writers(case, case.post.fingerprint, approved_at, seq)


def _writers(case: Case, fingerprint: Fingerprint, since: int, before: int) -> frozenset[PersonId]:
    known = [edit for edit in case.edits if edit.seq < before]
    recent = [edit for edit in known if edit.seq > since]
    brought_back = {fingerprint, *(edit.fingerprint for edit in recent)}
    undone_from = max((edit.undo_of for edit in recent), default=0)
    return case.inherited | {
        edit.person
        for edit in known
        if edit.seq > since or edit.fingerprint in brought_back or edit.seq < undone_from
    }


def _last_no(decisions: tuple[Decision, ...], before: int) -> int:
    return max((d.seq for d in decisions if not d.is_approval and d.seq < before), default=0)
