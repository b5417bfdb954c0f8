"""The words of all posts, folded for searching: kept beside each version that is saved."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app.domain.post import Post, PostId
from app.risks.folding import folded
from app.storage.engine import Engine, Row

VERSION = 1
"""Goes up whenever `parts_of` or `folded` change: then the words are made anew."""
SLICE = 25_000
"""So many places of the audit one statement looks at: no reader keeps a writer waiting for long."""
MOST_COUNTED = 1_000
"""Whoever has found more types on, and never asks how many there were."""
_QUOTES = '"“”„«»'
_KEEP = """
    INSERT INTO post_words (seq, post_id, local, campaign, version, words)
    SELECT p.seq, p.id, :local, :campaign, :version, :words FROM post p WHERE p.id = :post_id
    ON CONFLICT (seq) DO UPDATE
    SET local = excluded.local, campaign = excluded.campaign,
      version = excluded.version, words = excluded.words
"""
_NEAREST_FIRST = """
    CASE WHEN local >= :today THEN 0 WHEN local IS NULL THEN 1 ELSE 2 END,
    CASE WHEN local >= :today THEN local END, local DESC, post_id
"""
_IS_KEPT = f"SELECT 1 FROM post_words w WHERE w.seq = p.seq AND w.version = {VERSION}"


class Hit(NamedTuple):
    """A post that a search has found, and its local time; nothing in the tray."""

    post: PostId
    local: str | None
    """As it is stored: such texts sort by time."""


class Hits(NamedTuple):
    """What a search has found."""

    nearest: list[Hit]
    """From today on by time, then the tray, then the past from its end; not all of very many."""
    total: int
    """How many there are; beyond MOST_COUNTED nobody has counted on."""


def parts_of(post: Post) -> tuple[str, ...]:
    """Return all of a post that a search looks through, apart from its number."""
    content = post.content
    return (
        post.name,
        content.title,
        content.text,
        content.first_comment,
        content.campaign,
        content.link,
        *content.tags,
        *post.labels,
        post.gloss,
        post.notes,
    )


@lru_cache(maxsize=16_384)
def folded_parts(parts: Sequence[str]) -> str:
    """Return the parts of a post as they are searched: a phrase never runs over two of them."""
    return folded("\n".join(filter(None, parts)))


@lru_cache(maxsize=64)
def wanted_words(typed: str) -> tuple[str, ...]:
    """Return what must stand in a post, the longest first; words in quotes stay together."""
    for mark in _QUOTES:
        typed = typed.replace(mark, '"')
    loose, *rest = typed.split('"')
    wanted = [*loose.split()]
    for number, piece in enumerate(rest):
        is_quoted = number % 2 == 0
        wanted += [" ".join(piece.split())] if is_quoted else piece.split()
    return tuple(sorted({folded(word) for word in wanted} - {""}, key=lambda word: -len(word)))


def rows_of(posts: Iterable[Post]) -> list[Row]:
    """Return the rows that keep the words of posts; cancelled ones are never found."""
    return [
        {
            "post_id": post.id,
            "local": post.content.parts()["local"],
            "campaign": "" if post.cancelled else post.content.campaign,
            "version": VERSION,
            "words": "" if post.cancelled else f"{post.number:04d}\n{folded_parts(parts_of(post))}",
        }
        for post in posts
    ]


def keep(engine: Engine, rows: Iterable[Row]) -> None:
    """Keep the words of the versions that are being saved."""
    with engine.write():
        engine.run_many(_KEEP, rows)


def keep_missing(engine: Engine, rows: Iterable[Row]) -> None:
    """Keep words that were missing; those that came with a version since then stay."""
    with engine.write():
        engine.run_many(f"{_KEEP} WHERE post_words.version <> {VERSION}", rows)


def missing(engine: Engine, *, limit: int) -> list[PostId]:
    """Return posts whose words are not kept yet, the newest first."""
    rows = engine.read(
        f"""
        SELECT p.id FROM post p WHERE NOT EXISTS ({_IS_KEPT})
        ORDER BY p.seq DESC LIMIT :limit
        """,
        limit=limit,
    )
    return [PostId(row["id"]) for row in rows]


def count_missing(engine: Engine) -> int:
    """Return how many posts a search does not know yet."""
    (row,) = engine.read(
        f"""
        SELECT (SELECT count(number) FROM post)
          - (SELECT count(*) FROM post_words WHERE version = {VERSION}) AS posts
        """
    )
    count: int = row["posts"]
    return count


def campaigns(engine: Engine) -> list[str]:
    """Return the campaigns that posts belong to, in the order of their letters."""
    return sorted(_each_campaign(engine), key=folded)


def _each_campaign(engine: Engine) -> Iterator[str]:
    """Go from each to the next by the index: DISTINCT would look at every post."""
    campaign = ""
    while True:
        (row,) = engine.read(
            "SELECT min(campaign) AS next FROM post_words WHERE campaign > :campaign",
            campaign=campaign,
        )
        if row["next"] is None:
            return
        yield (campaign := row["next"])


def search(
    engine: Engine,
    wanted: Sequence[str],
    *,
    today: date,
    most: int,
    but: PostId | None = None,
    checked: Callable[[], None] = lambda: None,
    size: int = SLICE,
) -> Hits:
    """Return the posts, all but one, in which all words stand, wherever in them.

    At least one word must be wanted, and `most` are told of; between slices `checked` is called.
    """
    condition, asked = _condition(wanted)
    asked |= {"today": today.isoformat(), "but": but or "", "most": most}
    nearest: list[Hit] = []
    total = 0
    for first, last in _slices(engine, size):
        checked()
        asked |= {"first": first, "last": last, "farthest": _farthest(nearest, asked)}
        some = _nearest_of_slice(engine, condition, asked)
        if total <= MOST_COUNTED:
            is_all = len(some) < most and not asked["farthest"]
            total += len(some) if is_all else _count_of_slice(engine, condition, asked)
        nearest = _nearest_first([*nearest, *some], asked["today"])[:most]
    return Hits(nearest, total)


def _nearest_of_slice(engine: Engine, condition: str, asked: Row) -> list[Hit]:
    """Return the nearest hits of a slice; none behind the farthest that would be told of."""
    nearer = "AND local >= :today AND local <= :farthest" if asked["farthest"] else ""
    rows = engine.read(
        f"""
        SELECT post_id, local FROM post_words
        WHERE seq > :first AND seq <= :last {nearer} AND {condition}
        ORDER BY {_NEAREST_FIRST} LIMIT :most
        """,
        **asked,
    )
    return [Hit(row["post_id"], row["local"]) for row in rows]


def _count_of_slice(engine: Engine, condition: str, asked: Row) -> int:
    (row,) = engine.read(
        f"""
        SELECT count(*) AS count FROM post_words
        WHERE seq > :first AND seq <= :last AND {condition}
        """,
        **asked,
    )
    count: int = row["count"]
    return count


def _nearest_first(hits: Iterable[Hit], today: str) -> list[Hit]:
    """Return hits in the order of _NEAREST_FIRST."""
    dated = sorted((hit for hit in hits if hit.local), key=lambda hit: (hit.local, hit.post))
    border = bisect_left(dated, today, key=lambda hit: hit.local or "")
    undated = [hit for hit in hits if not hit.local]
    return [*dated[border:], *undated, *reversed(dated[:border])]


def _farthest(nearest: Sequence[Hit], asked: Row) -> str:
    """Return the time of the last post that is told of, where as many as can be are to come."""
    last = nearest[-1].local if len(nearest) == asked["most"] else None
    return last if last and last >= asked["today"] else ""


def _slices(engine: Engine, size: int) -> Iterator[tuple[int, int]]:
    (row,) = engine.read("SELECT coalesce(max(seq), 0) AS newest FROM post_words")
    newest: int = row["newest"]
    for first in range(0, newest, size):
        yield first, first + size


def _condition(wanted: Sequence[str]) -> tuple[str, Row]:
    """Return what must be so of a row. LIKE would do, but is slow where letters are not Latin."""
    parts = [f"instr(words, :word_{place}) > 0" for place, _word in enumerate(wanted)]
    words: Row = {f"word_{place}": word for place, word in enumerate(wanted)}
    return " AND ".join(["post_id <> :but", *parts]), words
