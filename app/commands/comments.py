"""What people say to each other about a post; it changes nothing and ends no approval."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.canonical import cleaned
from app.domain.change import ChangeSet
from app.domain.comment import LONGEST_COMMENT, Comment, CommentId, mentioned
from app.domain.person import PersonId
from app.domain.post import PostId, short_name
from app.errors import InvalidInputError, MissingError
from app.storage import comments as store
from app.storage import drafts, people, posts
from app.storage.engine import Engine
from app.storage.rows import readable_rows
from app.wording import _

_WORDS = "comment"
_BESIDE = "|"
"""Stands between a place and the name of what was typed there in another window."""


def add_comment(session: Session, *, post_id: PostId, text: str) -> ChangeSet:
    """Say something about a post; an @ with a name tells that person of it."""
    session.actor()
    words = cleaned(text).strip()
    if not words:
        raise InvalidInputError(_("Write a few words first."))
    if len(words) > LONGEST_COMMENT:
        raise InvalidInputError(
            _("A comment has {most} characters at most; this one has {count}.").format(
                most=LONGEST_COMMENT, count=len(words)
            )
        )
    team = [person for person in people.all_people(session.engine) if person.is_active]
    name = _name(session, post_id)
    with session.writing() as stamp:
        comment = Comment(
            CommentId(str(uuid4())),
            post_id,
            stamp.actor,
            0,
            stamp.at,
            words,
            mentioned(words, team),
        )
        store.add(session.engine, stamp, comment)
        for place, unsent in _kept_at(session.engine, post_id, stamp.actor).items():
            if unsent.strip() == words:
                drafts.drop_draft(session.engine, place, stamp.actor)
    return _said(_("Commented on {post}").format(post=name), post_id)


def keep_unsent(
    session: Session, *, post_id: PostId, person: PersonId, words: str, known: str = ""
) -> ChangeSet:
    """Keep what a person types and has not sent, in place of what they had typed there before.

    It is said to nobody; it is kept as a draft is, so that a crash takes no word away. `known` is
    what the window had kept there last: what the same person types elsewhere stays beside it.
    """
    place = _unsent_at(post_id)
    with session.engine.write():
        kept = _kept_at(session.engine, post_id, person)
        own = next((one for one, unsent in kept.items() if unsent == cleaned(known)), None)
        if words.strip():
            at = session.clock().isoformat()
            # in the form of a draft of a post that is not there: older programs pass it by
            data = {"market": "", "base": 0, "at": at, "values": {_WORDS: cleaned(words)}}
            free = PostId(f"{place}{_BESIDE}{uuid4()}") if kept else place
            drafts.keep_draft(session.engine, own or free, person, data)
        elif own is not None:
            drafts.drop_draft(session.engine, own, person)
    return ChangeSet("")


def unsent_on(engine: Engine, post_id: PostId) -> Mapping[PersonId, str]:
    """Return what people have typed last about a post and not sent, by person."""
    with readable_rows():
        kept = sorted(_all_kept_at(engine, post_id), key=lambda one: str(one.data["at"]))
        return {one.person: _words_of(one) for one in kept}


def _kept_at(engine: Engine, post_id: PostId, person: PersonId) -> Mapping[PostId, str]:
    """Return what one person has typed about a post and not sent, by place: one of each window."""
    with readable_rows():
        return {
            one.place: _words_of(one)
            for one in _all_kept_at(engine, post_id)
            if one.person == person
        }


def _all_kept_at(engine: Engine, post_id: PostId) -> Sequence[drafts.KeptDraft]:
    return drafts.drafts_at(engine, _unsent_at(post_id), beside=_BESIDE)


def _words_of(kept: drafts.KeptDraft) -> str:
    return str(kept.data["values"][_WORDS])


def resolve_comment(session: Session, *, post_id: PostId, comment_id: CommentId) -> ChangeSet:
    """Say that a comment needs no answer any more."""
    return _settle(session, post_id, comment_id, is_resolved=True)


def reopen_comment(session: Session, *, post_id: PostId, comment_id: CommentId) -> ChangeSet:
    """Say that a comment waits for an answer again."""
    return _settle(session, post_id, comment_id, is_resolved=False)


def _settle(
    session: Session, post_id: PostId, comment_id: CommentId, *, is_resolved: bool
) -> ChangeSet:
    session.actor()
    known = {one.id: one for one in store.of_post(session.engine, post_id)}
    comment = known.get(comment_id)
    if comment is None:
        raise MissingError(_("There is no such comment on this post; reload the view."))
    words = _("Resolved a comment on {post}") if is_resolved else _("Reopened a comment on {post}")
    label = words.format(post=_name(session, post_id))
    if comment.is_resolved != is_resolved:
        with session.writing() as stamp:
            store.settle(session.engine, stamp, comment, is_resolved=is_resolved)
    return _said(label, post_id)


def _unsent_at(post_id: PostId) -> PostId:
    return PostId(f"{_WORDS}:{post_id}")


def _name(session: Session, post_id: PostId) -> str:
    (post,) = posts.by_ids(session.engine, [post_id])
    market, _channel = Setting.of(session.engine).of_post(post)
    return short_name(market.code, post.number)


def _said(label: str, post_id: PostId) -> ChangeSet:
    return ChangeSet(label, discussed=frozenset({post_id}))
