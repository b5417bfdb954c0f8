"""The search of all posts by words, and what makes it find them all, and soon."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.commands.beginnings import begins_in, best_place
from app.commands.cards import headline_of
from app.commands.reader import Reader
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.change import ChangeSet
from app.domain.post import Post, PostId, short_name
from app.risks.folding import Folded
from app.storage import post_index, post_search, post_words, posts
from app.storage.engine import Row
from app.storage.post_index import MOST_OUTSIDE
from app.storage.post_search import MOST_COUNTED
from app.storage.post_words import wanted_words

MOST_SHOWN = 60
"""So many of the posts that were found are told of."""
MOST_RANKED = 300
"""Among so many of the nearest, those in which words begin as it was typed come first."""
AT_ONCE = 1_000
"""So many posts get their words together: a save waits for no more than that."""
STEPS_TO_CATCH_UP = MOST_OUTSIDE // post_index.AT_ONCE
"""So often `catch_up` has something to do where the index is behind."""
_BEFORE, _EXCERPT = 24, 100
"""Letters of an excerpt before the word that was found, and in all."""


@dataclass(frozen=True, slots=True)
class Found:
    """A post that a search has found: what it is, and where it is."""

    post: PostId
    name: str
    """Market code and number, such as DE-0142."""
    market: str
    network: str
    local: datetime | None
    """Nothing in the tray."""
    headline: str
    excerpt: str
    """The words around what was found, where the headline does not show it."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search came to."""

    typed: str
    posts: tuple[Found, ...] = ()
    """First those in which words begin as it was typed, then those that have it inside of words.

    Both from today on by time, then the tray, then the past from its end; not all of very many.
    """
    count: int = 0
    """How many were found in all."""
    unread: int = 0
    """How many posts the search does not know yet."""
    has_more: bool = False
    """Whether there are more than `count`: so many that nobody would look through them."""


def search(
    reader: Reader,
    typed: str,
    *,
    today: date,
    checked: Callable[[], None] = lambda: None,
    limit: int = MOST_SHOWN,
    knows_all: bool = False,
) -> Findings:
    """Return the posts in which all that was typed stands; between slices `checked` is called.

    Who has learned that no post is unread need not have that counted again: it stays so.
    """
    unread = 0 if knows_all else post_words.count_missing(reader.engine)
    wanted = wanted_words(typed)
    if not wanted:
        return Findings(typed, unread=unread)
    named = _named(reader, typed)
    hits = post_search.search(
        reader.engine, wanted, today=today, most=max(limit, MOST_RANKED), but=named, checked=checked
    )
    nearest = _beginnings_first(reader, [hit.post for hit in hits.nearest], wanted)
    ids = [*filter(None, [named]), *nearest]
    return Findings(
        typed,
        _found(reader, ids[:limit], wanted),
        min(hits.total, MOST_COUNTED) + bool(named),
        unread,
        has_more=hits.total > MOST_COUNTED,
    )


def campaigns(reader: Reader) -> tuple[str, ...]:
    """Return the campaigns that posts belong to."""
    return tuple(post_words.campaigns(reader.engine))


# --- words of older calendars ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MissingWords:
    """The words of some posts that lacked them, as rows that keep them."""

    rows: tuple[Row, ...]


def lacks_words(reader: Reader) -> bool:
    """Tell whether there are posts that the search does not know."""
    return post_words.count_missing(reader.engine) > 0


def missing_words(reader: Reader) -> MissingWords:
    """Return the words of some posts that lack them; none when all have them."""
    ids = post_words.missing(reader.engine, limit=AT_ONCE)
    return MissingWords(tuple(post_words.rows_of(posts.by_ids(reader.engine, ids))))


def keep_words(session: Session, *, words: MissingWords) -> ChangeSet:
    """Store words that were worked out elsewhere; nothing that anybody sees is changed."""
    post_words.keep_missing(session.engine, words.rows)
    return ChangeSet("")


def is_behind(reader: Reader) -> bool:
    """Tell whether so many posts are outside of the index that they should come into it."""
    return post_index.is_behind(reader.engine, most=MOST_OUTSIDE)


def catch_up(session: Session) -> ChangeSet:
    """Bring some posts into the index; nothing that anybody sees is changed."""
    post_index.catch_up(session.engine)
    return ChangeSet("")


# --- inside ---------------------------------------------------------------------------------------


def _named(reader: Reader, typed: str) -> PostId | None:
    """Return the post whose short name was typed, which stands first."""
    post_id = reader.find_post(typed)
    named = [] if post_id is None else posts.by_ids(reader.engine, [post_id])
    return next((post.id for post in named if not post.cancelled), None)


def _beginnings_first(
    reader: Reader, post_ids: Sequence[PostId], wanted: Sequence[str]
) -> list[PostId]:
    words = post_words.of_posts(reader.engine, post_ids)

    def has_one_inside(post_id: PostId) -> bool:
        return not all(begins_in(words.get(post_id, ""), word) for word in wanted)

    return sorted(post_ids, key=has_one_inside)


def _found(reader: Reader, ids: Iterable[PostId], wanted: Sequence[str]) -> tuple[Found, ...]:
    setting = Setting.of(reader.engine)
    return tuple(_told(post, setting, wanted) for post in posts.by_ids(reader.engine, ids))


def _told(post: Post, setting: Setting, wanted: Sequence[str]) -> Found:
    market = setting.markets[post.content.market]
    headline = headline_of(post)
    return Found(
        post=post.id,
        name=short_name(market.code, post.number),
        market=market.name,
        network=setting.channels[post.content.channel].network,
        local=post.content.local,
        headline=headline,
        excerpt=_excerpt(post, headline, wanted),
    )


def _excerpt(post: Post, headline: str, wanted: Sequence[str]) -> str:
    shown = Folded(headline).text
    unseen = [word for word in wanted if word not in shown]
    for word in unseen:
        for part in filter(None, post_words.parts_of(post)):
            text = Folded(part)
            start = best_place(text.text, word)
            if start >= 0:
                return _around(text, start)
    return ""


def _around(text: Folded, start: int) -> str:
    first = max(0, start - _BEFORE)
    if first:  # a whole word begins it, where one begins before what was found
        first = text.text.find(" ", first, start) + 1 or first
    piece = text.written(first, min(len(text.text), first + _EXCERPT))
    return f"{'…' if first else ''}{' '.join(piece.split())}"
