"""What a planner can do to posts."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import NoneType
from uuid import UUID

from app.commands.placing import first_language
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.canonical import cleaned
from app.domain.change import ChangeSet
from app.domain.channel import ChannelId
from app.domain.person import PersonId
from app.domain.post import Content, Post, PostId, short_name
from app.errors import ConflictError, InvalidInputError, MissingError
from app.storage import media, posts
from app.wording import _, ngettext

_FIRST_WORDS = 40
_ID_BYTES = 16


def new_id() -> PostId:
    """Return an id that no other post has."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[PostId]:
    """Return ids that no other posts have.

    The system is asked once. Asked 10,000 times, it lets other threads in so often, and each time
    for so short a while, that the window never gets its turn.
    """
    chance = os.urandom(_ID_BYTES * count)
    starts = range(0, len(chance), _ID_BYTES)
    return [PostId(str(UUID(bytes=chance[at : at + _ID_BYTES], version=4))) for at in starts]


def create_post(
    session: Session,
    *,
    channel_id: ChannelId,
    local: datetime | None,
    text: str = "",
    name: str = "",
    **fields: object,
) -> ChangeSet:
    """Make a draft on a channel at a local time, or in the tray; fields are those of an edit."""
    setting = Setting.of(session.engine)
    channel = setting.channels.get(channel_id)
    if channel is None:
        raise MissingError(_("This channel is not in the calendar: choose another."))
    market = setting.markets[channel.market]
    content = Content(
        market.id, channel.id, language=first_language(market), zone=market.zone, local=local
    )
    blank = Post(new_id(), number=0, content=content)
    post = blank.changed(**_accepted({**fields, "text": text, "name": name}))
    _check_pictures_are_kept(session, post)
    called = _called(post)
    label, done = _("Create {post}"), _("Created {post}")
    return session.write(label.format(post=called), [post], [post], done=done.format(post=called))


def edit_post(
    session: Session, *, post_id: PostId, base_revision: int, changes: Mapping[str, object]
) -> ChangeSet:
    """Save changed fields as the next version; ConflictError when somebody saved before."""
    before, after = edited(session, post_id, base_revision, changes)
    short = _short(Setting.of(session.engine), before)
    label, done = _("Change {post}"), _("Changed {post}")
    return session.write(label.format(post=short), [before], [after], done=done.format(post=short))


def edited(
    session: Session, post_id: PostId, base_revision: int, changes: Mapping[str, object]
) -> tuple[Post, Post]:
    """Return a post before and after an edit; ConflictError when somebody saved before."""
    (post,) = posts.by_ids(session.engine, [post_id])
    setting = Setting.of(session.engine)
    _check_is_newest(setting, post, base_revision)
    after = post.changed(**_accepted(changes))
    _check_pictures_are_kept(session, after)
    if after.content.channel != post.content.channel:
        after = _on_own_channel(setting, post, after)
    return post, after


def put_in_tray(session: Session, *, post_ids: Sequence[PostId]) -> ChangeSet:
    """Take the date off posts: they wait in the tray."""
    words = _("Put {posts} in the tray")
    return _change_each(session, post_ids, lambda post: post.changed(local=None), words, words)


def cancel_posts(session: Session, *, post_ids: Sequence[PostId]) -> ChangeSet:
    """Cancel posts: they leave the calendar and stay in its history."""
    return _change_each(
        session,
        post_ids,
        lambda post: post.changed(cancelled=True),
        _("Cancel {posts}"),
        _("Cancelled {posts}"),
    )


def bring_back_posts(session: Session, *, post_ids: Sequence[PostId]) -> ChangeSet:
    """Put cancelled posts where they stood, as drafts."""
    return _change_each(
        session,
        post_ids,
        lambda post: post.changed(cancelled=False, ready=False) if post.cancelled else post,
        _("Bring {posts} back"),
        _("Brought {posts} back"),
    )


def mark_ready(session: Session, *, post_ids: Sequence[PostId]) -> ChangeSet:
    """Hand posts to the reviewers."""
    return _change_each(
        session,
        post_ids,
        lambda post: post.changed(ready=True),
        _("Mark {posts} ready"),
        _("Marked {posts} ready"),
    )


def back_to_draft(session: Session, *, post_ids: Sequence[PostId]) -> ChangeSet:
    """Take posts back from the reviewers."""
    words = _("Put {posts} back to draft")
    return _change_each(session, post_ids, lambda post: post.changed(ready=False), words, words)


def duplicate_posts(session: Session, *, post_ids: Sequence[PostId]) -> ChangeSet:
    """Copy posts, each to its own day: unapproved drafts that inherit their authors."""
    originals = posts.by_ids(session.engine, post_ids)
    copies = [unapproved_copy(original, original) for original in originals]
    authors = authors_of_copies(session, copies)
    which = named(session, originals)
    label, done = _("Duplicate {posts}"), _("Duplicated {posts}")
    return session.write(
        label.format(posts=which), copies, copies, authors, done=done.format(posts=which)
    )


def restore_version(
    session: Session, *, post_id: PostId, base_revision: int, revision: int
) -> ChangeSet:
    """Bring an older version back as the next one, as a draft; nothing of the history is lost.

    Whoever wrote it, or a version before it, is an author again, as after an undo. ConflictError
    when somebody has saved since the person looked.
    """
    (post,) = posts.by_ids(session.engine, [post_id])
    _check_is_newest(Setting.of(session.engine), post, base_revision)
    older = next(
        (v for v in posts.versions(session.engine, post_id) if v.revision == revision), None
    )
    if older is None:
        raise MissingError(
            _("There is no version {revision} of this post.").format(revision=revision)
        )
    written = {name: older.value(name) for name in _TYPES if name not in _STATE}
    after = post.changed(**written, ready=False, cancelled=False)
    short = _short(Setting.of(session.engine), post)
    label, done = _("Restore {post}").format(post=short), _("Restored {post}").format(post=short)
    taken_back = {post.id: revision + 1} if revision < post.revision else {}
    return session.write(
        label, [post], [after], action=posts.RESTORE, done=done, undo_of=taken_back
    )


def _check_pictures_are_kept(session: Session, post: Post) -> None:
    named = {medium.digest for medium in post.content.media if medium.digest}
    if named - set(media.facts_of(session.engine, named)):
        raise MissingError(_("A picture of this post is not in the calendar: add it again."))


def check_stand_where_seen(
    session: Session, setting: Setting, seen: Mapping[PostId, datetime | None]
) -> None:
    """Refuse to move posts that somebody else has moved since a person looked."""
    for post in posts.by_ids(session.engine, list(seen)):
        if post.cancelled:
            raise ConflictError(
                _("{post} was cancelled meanwhile: it stands on no calendar any more.").format(
                    post=_short(setting, post)
                )
            )
        if post.content.local != seen[post.id]:
            raise ConflictError(
                _("{post} was moved meanwhile: look where it stands now.").format(
                    post=_short(setting, post)
                )
            )


def _check_is_newest(setting: Setting, post: Post, base_revision: int) -> None:
    if post.revision != base_revision:
        raise ConflictError(
            _("{post} was changed by somebody else: compare both versions and choose.").format(
                post=_short(setting, post)
            )
        )


def _change_each(
    session: Session,
    post_ids: Sequence[PostId],
    change: Callable[[Post], Post],
    label: str,
    done: str,
) -> ChangeSet:
    """Save each post changed: `label` is what Undo calls it, `done` what a person is told."""
    before = posts.by_ids(session.engine, post_ids)
    after = [change(post) for post in before]
    which = named(session, before)
    return session.write(label.format(posts=which), before, after, done=done.format(posts=which))


def authors_of_copies(
    session: Session, copies: Sequence[Post]
) -> Mapping[PostId, frozenset[PersonId]]:
    """Return whose work copies are: of all who wrote what they were made of."""
    originals = {copy.id: PostId(copy.copied_from) for copy in copies}
    edits = posts.edits_of(session.engine, set(originals.values()))
    inherited = posts.inherited_authors(session.engine, set(originals.values()))
    return {
        copy: inherited.get(original, frozenset()) | {edit.person for edit in edits[original]}
        for copy, original in originals.items()
    }


def unapproved_copy(post: Post, original: Post) -> Post:
    """Return a post as a new draft that was made of another one."""
    return replace(
        post,
        id=new_id(),
        number=0,
        revision=0,
        ready=False,
        cancelled=False,
        source_id="",
        series="",
        occurrence=0,
        undo_of=0,
        copied_from=original.id,
    )


def _on_own_channel(setting: Setting, before: Post, after: Post) -> Post:
    channel = setting.channels.get(after.content.channel)
    if channel is None or channel.market != before.content.market:
        raise InvalidInputError(
            _("This channel belongs to another market: use “Move to…” to adapt the post for it.")
        )
    return after


def _accepted(changes: Mapping[str, object]) -> dict[str, object]:
    for name, value in changes.items():
        if name not in _TYPES:
            raise InvalidInputError(
                _("A post has no field “{field}” that an edit may change.").format(field=name)
            )
        if not isinstance(value, _TYPES[name]):
            raise InvalidInputError(
                _("“{value}” cannot stand in “{field}” of a post.").format(value=value, field=name)
            )
        if isinstance(value, datetime) and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            raise InvalidInputError(
                _("The year {year} is out of reach: choose one from {first} to {last}.").format(
                    year=value.year, first=_FIRST_YEAR, last=_LAST_YEAR
                )
            )
    return {name: _clean(value) for name, value in changes.items()}


_FIRST_YEAR, _LAST_YEAR = 1970, 2199

_TEXTS = ("channel", "language", "title", "text", "link", "first_comment", "campaign", "post_type")
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys((*_TEXTS, "name", "idea", "gloss", "notes"), str),
    **dict.fromkeys(("tags", "options", "media", "labels"), tuple),
    **dict.fromkeys(("ready", "cancelled"), bool),
    "local": (datetime, NoneType),
}
"""What an edit may change, and what may stand there; market and zone are not a planner's."""
_STATE = ("ready", "cancelled")


def _clean(value: object) -> object:
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, datetime):
        return value.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    if isinstance(value, tuple):
        return tuple(_clean(one) for one in value)
    return value


def named(session: Session, found: Iterable[Post]) -> str:
    """Return the short name of one post, or how many they are."""
    some = list(found)
    if len(some) == 1:
        return _short(Setting.of(session.engine), some[0])
    return ngettext("{count} post", "{count} posts", len(some)).format(count=f"{len(some):,}")


def _short(setting: Setting, post: Post) -> str:
    return short_name(setting.markets[post.content.market].code, post.number)


def _called(post: Post) -> str:
    words = post.name or " ".join(post.content.text.split())
    return f"“{words[:_FIRST_WORDS]}”" if words else _("a post")
