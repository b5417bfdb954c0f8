"""Working out the flags that no screen has asked for yet: few at once, many in another process.

The process finds what is missing and works it out, and hands back plain rows; only the database
thread writes, a slice at a time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.commands.flags import AT_ONCE, fresh_comparisons, keep_flags, missing_rows, stored_flags
from app.commands.reader import Reader
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.change import Cell, ChangeSet
from app.domain.post import Post, PostId
from app.storage import comparison_cache, flag_cache, posts
from app.storage.engine import Row
from app.wording import ngettext


@dataclass(frozen=True, slots=True)
class Assessed:
    """Some posts whose flags were worked out elsewhere, and the rows that keep them."""

    posts: frozenset[PostId]
    cells: frozenset[Cell]
    rows: tuple[Row, ...]
    compared: tuple[Row, ...]
    """Those of flags that come from other posts."""


def assess_missing(session: Session, *, first: date, last: date) -> ChangeSet:
    """Work out flags that are not stored yet for posts of a span and the tray, AT_ONCE at most.

    The change names the posts that were worked out; when it names none, nothing is missing.
    """
    found = [*posts.between(session.engine, first, last), *posts.undated(session.engine)]
    stored = _stored(session, found)
    missing = [post for post in found if post.id not in stored][:AT_ONCE]
    with session.engine.write():
        keep_flags(session.engine, session.knowledge, missing)
    return _change(frozenset(post.id for post in missing), _cells(missing))


def keep_assessed(
    session: Session, *, assessed: Assessed, told: Iterable[Assessed] = ()
) -> ChangeSet:
    """Store what was worked out elsewhere; flags of facts that have changed since harm nobody.

    The change names the posts of `told`: screens need not read anew after every slice.
    """
    with session.engine.write():
        flag_cache.keep(session.engine, assessed.rows)
        comparison_cache.keep(session.engine, assessed.compared)
    slices = tuple(told)
    return _change(
        frozenset(post for one in slices for post in one.posts),
        frozenset(cell for one in slices for cell in one.cells),
    )


# --- in the other process -------------------------------------------------------------------------


def missing_between(reader: Reader, first: date, last: date) -> tuple[PostId, ...]:
    """Return the posts of a span and the tray whose flags are not stored."""
    found = [*posts.between(reader.engine, first, last), *posts.undated(reader.engine)]
    return _missing(reader, found)


def missing_of(reader: Reader, post_ids: Iterable[PostId]) -> tuple[PostId, ...]:
    """Return those of some posts whose flags are not stored."""
    return _missing(reader, posts.by_ids(reader.engine, post_ids))


def assessed(reader: Reader, post_ids: Sequence[PostId]) -> Assessed:
    """Work out the flags of some posts and return what `keep_assessed` writes."""
    found = posts.by_ids(reader.engine, post_ids)
    compared = fresh_comparisons(reader.engine, reader.knowledge, found)
    rows = missing_rows(reader.engine, reader.knowledge, found)
    return Assessed(frozenset(post_ids), _cells(found), tuple(rows), tuple(compared))


def _missing(reader: Reader, found: Sequence[Post]) -> tuple[PostId, ...]:
    stored = _stored(reader, found)
    return in_channel_order(post for post in found if post.id not in stored)


def in_channel_order(found: Iterable[Post]) -> tuple[PostId, ...]:
    """Return posts by channel: those of one are compared with each other.

    A slice of one day has posts of all channels, and months of each of them would be read again.
    """
    return tuple(post.id for post in sorted(found, key=_by_channel))


def _by_channel(post: Post) -> tuple[str, datetime]:
    return post.content.channel, post.content.local or datetime.min


def _stored(place: Session | Reader, found: Sequence[Post]) -> frozenset[PostId]:
    setting = Setting.of(place.engine)
    return frozenset(stored_flags(place.engine, setting, place.knowledge, found))


def _cells(found: Iterable[Post]) -> frozenset[Cell]:
    return frozenset((post.content.market, post.content.day) for post in found)


def _change(post_ids: frozenset[PostId], cells: frozenset[Cell]) -> ChangeSet:
    label = ngettext("Checked {count} post", "Checked {count} posts", len(post_ids))
    return ChangeSet(label.format(count=len(post_ids)), posts=post_ids, cells=cells)
