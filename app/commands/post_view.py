"""One post whole, as the panel edits it and the review screen reads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.commands.alike import same_fields
from app.commands.cards import card_of, cards_of
from app.commands.cases import gather
from app.commands.comments import unsent_on
from app.commands.dates import weekend
from app.commands.ending import ending_of, ending_sentence
from app.commands.flags import flags_of_remembrance, present_flags
from app.commands.idea import SAID
from app.commands.knowledge import Knowledge
from app.commands.remembrance import is_offered
from app.commands.setting import Setting
from app.commands.views import Card, Picture, PostView, Remembrance, Sibling, Talk
from app.domain.assignment import ANYBODY, decide_by
from app.domain.decision import Decision
from app.domain.flag import Flag
from app.domain.gate import Case, authors_now, sound_approvals, standing_approvals
from app.domain.hold import Hold
from app.domain.market import Market
from app.domain.post import Post, PostId
from app.storage import assignments, comments, media, people, posts, suggestions
from app.storage.engine import Engine


def post_view(engine: Engine, knowledge: Knowledge, post_id: PostId, now: datetime) -> PostView:
    """Return a post with all that a person needs to judge it; MissingError when it is unknown."""
    (post,) = posts.by_ids(engine, [post_id])
    versions = tuple(posts.versions(engine, post_id))
    (judged,) = _judged(engine, knowledge, [post], now)
    view = _view(engine, judged, versions)
    return replace(
        view,
        siblings=_siblings(engine, knowledge, post, now),
        ended=_ended(engine, judged.case, view),
    )


def views_alone(
    engine: Engine, knowledge: Knowledge, found: Sequence[Post], now: datetime
) -> tuple[PostView, ...]:
    """Return posts as `post_view` does, without what stands around them: versions and siblings."""
    return tuple(
        _view(engine, judged, (judged.case.post,))
        for judged in _judged(engine, knowledge, found, now)
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """A post with what the gate looks at."""

    case: Case
    card: Card
    holds: tuple[Hold, ...]


def _judged(
    engine: Engine, knowledge: Knowledge, found: Sequence[Post], now: datetime
) -> Iterator[_Judged]:
    setting = Setting.of(engine)
    flags = present_flags(engine, setting, knowledge, found)
    cases = gather(engine, setting, knowledge, found, flags, now=now, with_edits=True)
    for case in cases:
        remembered = flags_of_remembrance(setting, knowledge, case.post)
        whole = replace(case, flags_of_remembrance=remembered)
        yield _Judged(whole, card_of(whole, flags), setting.active_holds(case.post))


def _view(engine: Engine, judged: _Judged, versions: tuple[Post, ...]) -> PostView:
    case, post = judged.case, judged.case.post
    return PostView(
        post=post,
        card=judged.card,
        market=case.market,
        flags=case.flags,
        pictures=_pictures(engine, post),
        versions=versions,
        decisions=case.decisions,
        approved_version=_approved_version(versions, case.decisions),
        siblings=(),
        authors=authors_now(case),
        holds=judged.holds,
        approvers_needed=case.approvers_for(as_remembrance=False),
        approvals_so_far=tuple(approval.reviewer for approval in sound_approvals(case)),
        remembrance=_remembrance(case),
        talk=talk_of(engine, post, case.market, case.flags),
    )


def _ended(engine: Engine, case: Case, view: PostView) -> str:
    found = ending_of(engine, case, view.versions, view.card.review)
    if found is None:
        return ""
    names = {person.id: person.name for person in people.all_people(engine)}
    return ending_sentence(found, names)


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
        unsent=unsent_on(engine, post.id),
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
    return next((version for version in versions if version.revision == last.revision), None)


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
