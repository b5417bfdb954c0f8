"""Siblings that say exactly the same: read once, and decided one by one."""

from datetime import datetime

from app.commands.knowledge import Knowledge
from app.commands.post_view import views_alone
from app.commands.views import PostView, Stage
from app.domain.post import CONTENT_FIELDS, Post
from app.storage import posts
from app.storage.engine import Engine

MOST_TWINS = 12
"""So many stand on one screen; the rest come up as these are decided."""

_OF_THE_PLACE = frozenset({"market", "channel", "zone", "local"})
READ_ONCE = CONTENT_FIELDS - _OF_THE_PLACE
"""The fields that must be equal: all that goes out but where and when it does."""


def twins_of(
    engine: Engine, knowledge: Knowledge, post: Post, now: datetime
) -> tuple[PostView, ...]:
    """Return the siblings that say the same as a post and wait for a review as it does, or did.

    One that is asked about as the remembrance of its day is read by itself.
    """
    same = [
        other
        for other in posts.siblings(engine, post.idea or post.id)
        if other.id != post.id and other.ready and says_the_same(post, other)
    ]
    views = views_alone(engine, knowledge, same[: 2 * MOST_TWINS], now)
    return tuple(
        view
        for view in views
        if view.remembrance is None
        and (view.card.is_approved or view.card.stage in (Stage.WAITING, Stage.ENDED))
        and view.card.stage not in (Stage.QUEUED, Stage.SENT)
    )[:MOST_TWINS]


def says_the_same(post: Post, other: Post) -> bool:
    """Tell whether whoever has read one post has read the other, but for its place and time."""
    return bool(post.content.text) and all(
        post.value(name) == other.value(name) for name in READ_ONCE
    )
