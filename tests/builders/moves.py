"""Posts put elsewhere in a calendar as the window does it: each from where it stands."""

from collections.abc import Sequence
from datetime import date

from app.commands.moving import Move, move_each
from app.commands.session import Session
from app.domain.change import ChangeSet
from app.domain.channel import ChannelId
from app.domain.post import Post, PostId
from app.storage import posts


def move_posts(session: Session, *, post_ids: Sequence[PostId], to_day: date) -> ChangeSet:
    """Move posts to another day of their market."""
    moves = [Move(post.id, to_day, post.content.local) for post in _found(session, post_ids)]
    return move_each(session, moves=moves)


def copy_posts(session: Session, *, post_ids: Sequence[PostId], to_day: date) -> ChangeSet:
    """Copy posts to another day."""
    moves = [Move(post_id, to_day, None, is_copy=True) for post_id in post_ids]
    return move_each(session, moves=moves)


def adapt_posts(
    session: Session, *, post_ids: Sequence[PostId], to: ChannelId, to_day: date | None = None
) -> ChangeSet:
    """Make versions for another channel, on that day or on the day of the original."""
    moves = [
        Move(post.id, to_day or post.content.day, None, channel=to)
        for post in _found(session, post_ids)
    ]
    return move_each(session, moves=moves)


def _found(session: Session, post_ids: Sequence[PostId]) -> list[Post]:
    return posts.by_ids(session.engine, post_ids)
