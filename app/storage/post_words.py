"""The words of all posts, folded for searching: kept beside each version that is saved."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.domain.post import Post, PostId
from app.risks.folding import folded
from app.storage.engine import Engine, Row

VERSION = 1
"""Goes up whenever `parts_of` or `folded` change: then the words are made anew."""
SLICE = 25_000
"""So many places of the audit one statement looks at: no reader keeps a writer waiting for long."""
MOST_OF_SLICE = 3_000
"""So many posts a slice tells of: whoever has typed one letter types on."""
_QUOTES = '"“”„«»'
_KEEP = """
    INSERT INTO post_words (seq, post_id, local, campaign, version, words)
    SELECT p.seq, p.id, :local, :campaign, :version, :words FROM post p WHERE p.id = :post_id
    ON CONFLICT (seq) DO UPDATE
    SET local = excluded.local, campaign = excluded.campaign,
      version = excluded.version, words = excluded.words
"""
_IS_KEPT = f"SELECT 1 FROM post_words w WHERE w.seq = p.seq AND w.version = {VERSION}"


class Hit(NamedTuple):
    """A post that a search has found, and its local time; nothing in the tray."""

    post: PostId
    local: str | None
    """As it is stored: such texts sort by time."""


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
    (row,) = engine.read(f"SELECT count(*) AS posts FROM post p WHERE NOT EXISTS ({_IS_KEPT})")
    count: int = row["posts"]
    return count


def campaigns(engine: Engine) -> list[str]:
    """Return the campaigns that posts belong to, in the order of their letters."""
    rows = engine.read("SELECT DISTINCT campaign FROM post_words WHERE campaign <> ''")
    return sorted((row["campaign"] for row in rows), key=folded)


def search(
    engine: Engine, wanted: Sequence[str], *, size: int = SLICE, part: int = 0, parts: int = 1
) -> Iterator[list[Hit]]:
    """Yield the posts in which all words stand, wherever in them, slice by slice in no order.

    At least one word must be wanted. Of several `parts` each has its own slices: they can be
    searched side by side.
    """
    condition, parameters = _condition(wanted)
    for first, last in list(_slices(engine, size))[part::parts]:
        rows = engine.read(
            f"""
            SELECT post_id, local FROM post_words
            WHERE seq > :first AND seq <= :last AND {condition} LIMIT :most
            """,
            first=first,
            last=last,
            most=MOST_OF_SLICE,
            **parameters,
        )
        yield [Hit(row["post_id"], row["local"]) for row in rows]


def _slices(engine: Engine, size: int) -> Iterator[tuple[int, int]]:
    (row,) = engine.read("SELECT coalesce(max(seq), 0) AS newest FROM post_words")
    newest: int = row["newest"]
    for first in range(0, newest, size):
        yield first, first + size


def _condition(wanted: Sequence[str]) -> tuple[str, dict[str, object]]:
    parts = [f"words LIKE :word_{place} ESCAPE '\\'" for place, _word in enumerate(wanted)]
    values: dict[str, object] = {
        f"word_{place}": f"%{_escaped(word)}%" for place, word in enumerate(wanted)
    }
    return " AND ".join(parts), values


def _escaped(word: str) -> str:
    for sign in ("\\", "%", "_"):
        word = word.replace(sign, f"\\{sign}")
    return word
