"""Working out the flags that no screen has asked for yet."""

from collections.abc import Sequence
from datetime import date

from app.commands.flags import keep_flags, stored_flags
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.change import ChangeSet
from app.domain.post import Post
from app.storage import posts
from app.wording import _

AT_ONCE = 200
"""So many posts are worked out in one go: the database thread stays free for the next command."""


def assess_missing(session: Session, *, first: date, last: date) -> ChangeSet:
    """Work out flags that are not stored yet for posts of a span and the tray, some at a time.

    The change names the posts that were worked out; when it names none, nothing is missing.
    """
    found = [*posts.between(session.engine, first, last), *posts.undated(session.engine)]
    missing = _missing(session, found)[:AT_ONCE]
    with session.engine.write():
        keep_flags(session.engine, session.knowledge, missing)
    return ChangeSet(
        _("Checked {count} posts").format(count=len(missing)),
        posts=frozenset(post.id for post in missing),
        cells=frozenset((post.content.market, post.content.day) for post in missing),
    )


def _missing(session: Session, found: Sequence[Post]) -> list[Post]:
    stored = stored_flags(session.engine, Setting.of(session.engine), session.knowledge, found)
    return [post for post in found if post.id not in stored]
