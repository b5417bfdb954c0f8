"""Posts as the calendar shows them: stage, flags, and what their approval lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from app.commands.cases import gather
from app.commands.flags import stored_flags
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.commands.views import HOLD_FAMILY, Card, Stage
from app.domain.decision import Verdict
from app.domain.export import HandOver
from app.domain.flag import Flag
from app.domain.gate import Case, Reason, Refusal, review_refusals
from app.domain.post import Post, PostId, short_name
from app.storage.engine import Engine
from app.storage.post_words import parts_of

_HEADLINE_LENGTH = 120


def cards_of(
    engine: Engine, knowledge: Knowledge, found: Sequence[Post], now: datetime
) -> tuple[Card, ...]:
    """Return a card for each post, in the same order, with its flags as last stored."""
    setting = Setting.of(engine)
    flags = stored_flags(engine, setting, knowledge, found)
    gathered = gather(engine, setting, knowledge, found, flags, now=now, as_stored=True)
    return tuple(card_of(case, flags) for case in gathered)


def card_of(case: Case, flags: Mapping[PostId, tuple[Flag, ...]]) -> Card:
    """Return the card of one post; without stored flags it says that they are still missing."""
    post, content = case.post, case.post.content
    queued = next((h for h in case.hand_overs if h.is_open(case.now)), None)
    review = review_refusals(case)
    return Card(
        id=post.id,
        revision=post.revision,
        name=short_name(case.market.code, post.number),
        market=content.market,
        channel=case.channel,
        local=content.local,
        zone=content.zone,
        headline=headline_of(post),
        text=content.text,
        language=content.language,
        campaign=content.campaign,
        stage=_stage(case, review, queued),
        flags=flags.get(post.id, ()),
        is_assessed=post.id in flags,
        review=review,
        idea=post.idea,
        is_ready=post.ready,
        is_cancelled=post.cancelled,
        editor=post.editor,
        media=len(content.media),
        searched=parts_of(post),
        hand_over=queued,
        hand_over_differs=queued is not None and queued.fingerprint != post.fingerprint,
    )


def stage_without_holds(case: Case) -> Stage:
    """Return how far a post would be if no hold stood or had stood."""
    flags = tuple(flag for flag in case.flags if flag.family != HOLD_FAMILY)
    free = replace(case, holds=(), flags=flags)
    queued = next((h for h in free.hand_overs if h.is_open(free.now)), None)
    return _stage(free, review_refusals(free), queued)


def headline_of(post: Post) -> str:
    """Return the planners' name of a post, else the first words of its text."""
    return post.name or " ".join(post.content.text.split())[:_HEADLINE_LENGTH]


def _stage(case: Case, review: tuple[Refusal, ...], queued: HandOver | None) -> Stage:
    if _was_sent(case):
        return Stage.SENT
    if not case.post.ready:
        return Stage.DRAFT
    if not review:
        is_queued = queued is not None and queued.fingerprint == case.post.fingerprint
        return Stage.QUEUED if is_queued else Stage.APPROVED
    last = max(case.decisions, key=lambda decision: decision.seq, default=None)
    if last is not None and last.is_approval:
        is_begun = all(refusal.reason is Reason.NEEDS_ANOTHER for refusal in review)
        return Stage.WAITING if is_begun else Stage.ENDED
    if last is None or last.fingerprint != case.post.fingerprint:
        return Stage.WAITING
    stages = {Verdict.CHANGES: Stage.CHANGES, Verdict.REFUSE: Stage.REFUSED}
    return stages.get(last.verdict, Stage.WAITING)


def _was_sent(case: Case) -> bool:
    """Tell whether it went out as it stands: no hold and no new risk undoes that."""
    return any(
        not h.is_closed and not h.is_open(case.now) and h.fingerprint == case.post.fingerprint
        for h in case.hand_overs
    )
