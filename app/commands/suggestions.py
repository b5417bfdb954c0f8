"""What a reviewer would write instead, and what a planner makes of it."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.canonical import cleaned
from app.domain.change import ChangeSet
from app.domain.post import Post, PostId, short_name
from app.domain.suggestion import Answer, Suggestion, SuggestionId, words_between
from app.errors import ConflictError, InvalidInputError, MissingError, RefusedError
from app.storage import posts
from app.storage import suggestions as store
from app.wording import _


def suggest_edit(
    session: Session,
    *,
    post_id: PostId,
    base_revision: int,
    fields: Mapping[str, str],
    note: str = "",
) -> ChangeSet:
    """Suggest other words for some fields of the version that was read; nothing changes by it."""
    reviewer = session.reviewer()
    (post,) = posts.by_ids(session.engine, [post_id])
    name = _name(session, post)
    if post.cancelled:
        raise RefusedError(_("{post} is cancelled: there is nothing to change.").format(post=name))
    if post.revision != base_revision:
        raise ConflictError(
            _("{post} was changed while you wrote: look at the new version.").format(post=name)
        )
    words = words_between(post, {field: cleaned(text) for field, text in fields.items()})
    if not words:
        raise InvalidInputError(_("These are the words that stand there: change one first."))
    with session.writing() as stamp:
        suggestion = Suggestion(
            SuggestionId(str(uuid4())),
            post_id,
            reviewer.id,
            0,
            stamp.at,
            post.revision,
            words,
            note.strip(),
        )
        store.suggest(session.engine, stamp, suggestion, suggestion.taken_over(post).fingerprint)
    return _said(_("Suggested an edit of {post}").format(post=name), post_id)


def accept_suggestion(
    session: Session, *, post_id: PostId, suggestion_id: SuggestionId
) -> ChangeSet:
    """Take the suggested words over as an edit of one's own: any approval ends, undo takes it back.

    Whoever suggested them is an author of them too, and can no longer approve them.
    """
    actor = session.actor()
    suggestion = _open(session, post_id, suggestion_id)
    if suggestion.author == actor.id:
        raise RefusedError(
            _("You suggested this: somebody else accepts it, or you edit the post yourself.")
        )
    (post,) = posts.by_ids(session.engine, [post_id])
    name = _name(session, post)
    if not suggestion.fits(post):
        raise ConflictError(
            _("{post} says something else since this was suggested: decline it, and edit.").format(
                post=name
            )
        )
    with session.writing() as stamp:
        label = _("Accept the suggestion for {post}").format(post=name)
        changes = session.write(label, [post], [suggestion.taken_over(post)])
        store.answer(session.engine, stamp, suggestion, Answer.ACCEPT, revision=post.revision + 1)
    return replace(changes, discussed=frozenset({post_id}))


def decline_suggestion(
    session: Session, *, post_id: PostId, suggestion_id: SuggestionId, note: str = ""
) -> ChangeSet:
    """Leave the post as it is; whoever suggested it reads why."""
    actor = session.actor()
    suggestion = _open(session, post_id, suggestion_id)
    if suggestion.author == actor.id:
        return take_back_suggestion(session, post_id=post_id, suggestion_id=suggestion_id)
    (post,) = posts.by_ids(session.engine, [post_id])
    with session.writing() as stamp:
        store.answer(session.engine, stamp, suggestion, Answer.DECLINE, note=note.strip())
    label = _("Declined a suggestion for {post}").format(post=_name(session, post))
    return _said(label, post_id)


def take_back_suggestion(
    session: Session, *, post_id: PostId, suggestion_id: SuggestionId
) -> ChangeSet:
    """Take one's own suggestion back."""
    session.actor()
    suggestion = _open(session, post_id, suggestion_id)
    (post,) = posts.by_ids(session.engine, [post_id])
    with session.writing() as stamp:
        store.answer(session.engine, stamp, suggestion, Answer.WITHDRAW)
    label = _("Took back a suggestion for {post}").format(post=_name(session, post))
    return _said(label, post_id)


def _open(session: Session, post_id: PostId, suggestion_id: SuggestionId) -> Suggestion:
    known = {one.id: one for one in store.of_post(session.engine, post_id)}
    found = known.get(suggestion_id)
    if found is None:
        raise MissingError(_("There is no such suggestion on this post; reload the view."))
    if not found.is_open:
        raise ConflictError(_("This suggestion was answered already; look at the post again."))
    return found


def _name(session: Session, post: Post) -> str:
    market, _channel = Setting.of(session.engine).of_post(post)
    return short_name(market.code, post.number)


def _said(label: str, post_id: PostId) -> ChangeSet:
    return ChangeSet(label, discussed=frozenset({post_id}))
