"""Which posts have to do with each other: alike, close in time, with one picture, of one idea.

The library that compares texts is loaded by whoever first compares two.
"""
# ruff: noqa: PLC0415

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from heapq import nsmallest

from app.domain.channel import ChannelId
from app.domain.companion import Companion
from app.domain.post import Content, Post, PostId

TWINS_WITHIN = timedelta(days=90)
"""Posts of one channel that lie further apart may say the same again."""
PICTURES_WITHIN = timedelta(days=365)
CLOSE = timedelta(minutes=60)
"""Within this time one post may stand too close to another of its channel."""
TWINS_FROM = 92.0
"""Percent of likeness: copies have 90 to 100, different posts of one pattern 89 at most."""

MOST_MET = 12
"""A file that says one sentence all year is told so by its nearest posts, not by each of them."""

_FEWEST_LETTERS = 8
"""Shorter texts are alike by chance."""
_SHORTER_BY = TWINS_FROM / (200 - TWINS_FROM)
"""A text that is shorter than this share of another one cannot be as like it."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """As much of a dated post as tells which others it has to do with."""

    id: PostId
    channel: ChannelId
    local: datetime
    words: str
    pictures: tuple[str, ...] = ()
    """Digests of its media."""


def glimpse_of(post: Post) -> Glimpse | None:
    """Return the glimpse of a post; of one that is cancelled or in the tray there is none."""
    content = post.content
    if post.cancelled or content.local is None:
        return None
    digests = tuple(medium.digest for medium in content.media if medium.digest)
    return Glimpse(post.id, content.channel, content.local, words_of(content), digests)


def words_of(content: Content) -> str:
    """Return the words of title and text as two posts are compared by them: plain, small."""
    return plain(content.title, content.text)


# Whoever saves one post compares it with the same neighbours again and again.
@lru_cache(maxsize=2048)
def plain(title: str, text: str) -> str:
    """Return letters and digits of a title and a text, small, with one blank for all else.

    Without the hashtags and addresses at the end: with others there it still says the same.
    """
    from rapidfuzz.utils import default_process

    words = f"{title} {text}".split()
    said = list(words)
    while said and (said[-1][0] in "#＃" or "://" in said[-1]):
        said.pop()
    return " ".join(default_process(" ".join(said or words)).split())


def likeness(one: str, other: str) -> float:
    """Return how like two texts of `words_of` are, in percent; 0 where they are no twins."""
    if min(len(one), len(other)) < _FEWEST_LETTERS:
        return 0.0
    from rapidfuzz.fuzz import ratio

    return ratio(one, other, score_cutoff=TWINS_FROM)


class Company:
    """Many posts, among which those are found quickly that have to do with one."""

    def __init__(self, glimpses: Iterable[Glimpse]) -> None:
        self._channels: defaultdict[ChannelId, list[Glimpse]] = defaultdict(list)
        self._pictures: defaultdict[tuple[ChannelId, str], list[Glimpse]] = defaultdict(list)
        for one in sorted(glimpses, key=_moment):
            self._channels[one.channel].append(one)
            for digest in one.pictures:
                self._pictures[one.channel, digest].append(one)

    def met_by(self, one: Glimpse) -> frozenset[PostId]:
        """Return the posts of its channel that a post is like, stands close to, or looks like."""
        return _ids(one, *self._met(one))

    def nearest_to(self, one: Glimpse) -> frozenset[PostId]:
        """Return those of them that lie nearest: a dozen of each kind say all there is to say."""
        return _ids(one, *(_nearest(one, met) for met in self._met(one)))

    def _met(self, one: Glimpse) -> Iterator[Sequence[Glimpse]]:
        """Yield those that say the same, those close in time, and those with one picture."""
        there = self._channels.get(one.channel, ())
        yield _twins(one, _around(there, one.local, TWINS_WITHIN))
        yield _around(there, one.local, CLOSE)
        for digest in one.pictures:
            shown = self._pictures.get((one.channel, digest), ())
            yield _around(shown, one.local, PICTURES_WITHIN)


def idea_of(post: Post) -> str:
    """Return what siblings share: an idea that began with one post is called by its id."""
    return post.idea or post.id


def companions_in(
    posts: Sequence[Post], name: Callable[[Post], str]
) -> Mapping[PostId, tuple[Companion, ...]]:
    """Return for each of these posts those of them that it has to do with; for most none.

    For posts that stand in no calendar yet, such as those of one file: nobody has approved them,
    and nobody knows what they said before. `name` is what people call a post.
    """
    seen = {post.id: glimpse for post in posts if (glimpse := glimpse_of(post))}
    company = Company(seen.values())
    ideas: defaultdict[str, list[Post]] = defaultdict(list)
    for post in posts:
        if not post.cancelled:
            ideas[idea_of(post)].append(post)
    by_id = {post.id: post for post in posts}
    found: dict[PostId, tuple[Companion, ...]] = {}
    for post in posts:
        siblings = {other.id for other in ideas[idea_of(post)]} - {post.id}
        glimpse = seen.get(post.id)
        met = siblings | (company.nearest_to(glimpse) if glimpse else frozenset())
        if met:
            others = (by_id[post_id] for post_id in met)
            made = (Companion(one, name(one), is_sibling=one.id in siblings) for one in others)
            found[post.id] = tuple(sorted(made, key=lambda one: one.name))
    return found


def _nearest(one: Glimpse, met: Collection[Glimpse]) -> Iterable[Glimpse]:
    """Return the others that lie nearest in time, as many as there is something to say of."""
    if len(met) <= MOST_MET:
        return met
    return nsmallest(MOST_MET, met, key=lambda other: (abs(other.local - one.local), other.id))


def _moment(one: Glimpse) -> datetime:
    return one.local


def _around(there: Sequence[Glimpse], local: datetime, reach: timedelta) -> Sequence[Glimpse]:
    """Return those of a channel, in order of time, that lie within reach before and after."""
    first, last = shifted(local, -reach), shifted(local, reach)
    start = bisect_left(there, first, key=_moment)
    return there[start : bisect_right(there, last, start, key=_moment)]


def shifted(local: datetime, by: timedelta) -> datetime:
    """Return another moment, or the end of the calendar where there is none."""
    try:
        return local + by
    except OverflowError:
        return datetime.min if by < timedelta() else datetime.max


def _twins(one: Glimpse, near: Sequence[Glimpse]) -> list[Glimpse]:
    """Return which of these say nearly the same, of all of them in one call."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    size = len(one.words)
    if size < _FEWEST_LETTERS:
        return []
    shortest, longest = size * _SHORTER_BY, size / _SHORTER_BY
    likely = [other for other in near if shortest <= len(other.words) <= longest]
    words = [other.words for other in likely]
    found = extract(
        one.words, words, scorer=ratio, processor=None, score_cutoff=TWINS_FROM, limit=None
    )
    twins = (likely[place] for _words, _score, place in found)
    return [other for other in twins if other.id != one.id]


def _ids(one: Glimpse, *met: Iterable[Glimpse]) -> frozenset[PostId]:
    return frozenset(other.id for others in met for other in others) - {one.id}
