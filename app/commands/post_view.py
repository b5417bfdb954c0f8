"""One post whole, as the panel edits it and the review screen reads it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.commands.alike import same_fields
from app.commands.cards import card_of, cards_of
from app.commands.cases import gather
from app.commands.dates import weekend
from app.commands.flags import flags_of_remembrance, present_flags
from app.commands.idea import SAID
from app.commands.knowledge import Knowledge
from app.commands.remembrance import is_offered
from app.commands.setting import Setting
from app.commands.views import Picture, PostView, Remembrance, Sibling, Talk
from app.domain.assignment import ANYBODY, decide_by
from app.domain.decision import Decision
from app.domain.flag import Flag
from app.domain.gate import Case, authors_now, sound_approvals, standing_approvals
from app.domain.market import Market
from app.domain.post import Post, PostId
from app.storage import assignments, comments, media, posts, suggestions
from app.storage.engine import Engine


def post_view(engine: Engine, knowledge: Knowledge, post_id: PostId, now: datetime) -> PostView:
    """Return a post with all that a person needs to judge it; MissingError when it is unknown."""
    (post,) = posts.by_ids(engine, [post_id])
    setting = Setting.of(engine)
    flags = present_flags(engine, setting, knowledge, [post])
    (case,) = gather(engine, setting, knowledge, [post], flags, now=now, with_edits=True)
    case = replace(case, flags_of_remembrance=flags_of_remembrance(setting, knowledge, post))
    versions = tuple(posts.versions(engine, post_id))
    return PostView(
        post=post,
        card=card_of(case, flags),
        market=case.market,
        flags=flags[post.id],
        pictures=_pictures(engine, post),
        versions=versions,
        decisions=case.decisions,
        approved_version=_approved_version(versions, case.decisions),
        siblings=_siblings(engine, knowledge, post, now),
        authors=authors_now(case),
        holds=setting.active_holds(post.content),
        approvers_needed=case.approvers_for(as_remembrance=False),
        approvals_so_far=tuple(approval.reviewer for approval in sound_approvals(case)),
        remembrance=_remembrance(case),
        talk=talk_of(engine, post, case.market, flags[post.id]),
    )


def talk_of(engine: Engine, post: Post, market: Market, flags: Sequence[Flag]) -> Talk:
    """Return what was said, suggested and asked about a post."""
    assignment = assignments.of_posts(engine, [post.id]).get(post.id, ANYBODY)
    worst = flags[0].severity if flags else None
    content = post.content
    return Talk(
        assignment=assignment,
        decide_by=decide_by(
            content.local, content.instant, worst, assignment, weekend(market.country)
        ),
        comments=comments.of_post(engine, post.id),
        suggestions=suggestions.of_post(engine, post.id),
    )


def _remembrance(case: Case) -> Remembrance | None:
    standing = standing_approvals(case)
    said_by = tuple(one.reviewer for one in standing if one.remembrance)
    if not (said_by or is_offered(case.flags)):
        return None
    return Remembrance(
        flags=case.flags_of_remembrance,
        approvers_needed=case.approvers_for(as_remembrance=True),
        said_by=said_by,
        not_said_by=tuple(one.reviewer for one in standing if not one.remembrance),
    )


def _pictures(engine: Engine, post: Post) -> tuple[Picture, ...]:
    known = media.facts_of(engine, [m.digest for m in post.content.media if m.digest])
    return tuple(
        Picture(
            medium.url,
            medium.digest,
            medium.alt,
            file_name=known[medium.digest].file_name if medium.digest in known else "",
            mime=known[medium.digest].mime if medium.digest in known else "",
        )
        for medium in post.content.media
    )


def _approved_version(versions: Sequence[Post], decided: Sequence[Decision]) -> Post | None:
    approvals = [decision for decision in decided if decision.is_approval]
    if not approvals:
        return None
    last = max(approvals, key=lambda decision: decision.seq)
    if last.fingerprint == versions[-1].fingerprint:
        return None
    return next(version for version in versions if version.revision == last.revision)


def _siblings(
    engine: Engine, knowledge: Knowledge, post: Post, now: datetime
) -> tuple[Sibling, ...]:
    found = [
        other
        for other in posts.siblings(engine, post.idea or post.id)
        if other.id != post.id and not other.cancelled
    ]
    return tuple(
        Sibling(card, is_older=other.seq < post.seq, same=same_fields(post, other, SAID))
        for card, other in zip(cards_of(engine, knowledge, found, now), found, strict=True)
    )
