"""The words of all posts, folded for searching: kept beside each version that is saved."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from app.domain.post import Post, PostId
from app.risks.folding import folded
from app.storage.engine import Engine, Row
from app.storage.rows import read_for

VERSION = 1
"""Goes up whenever `parts_of` or `folded` change: then the words are made anew."""
_QUOTES = '"“”„«»'
_KEEP = """
    INSERT INTO post_words (seq, post_id, local, campaign, version, words)
    SELECT p.seq, p.id, :local, :campaign, :version, :words FROM post p WHERE p.id = :post_id
    ON CONFLICT (seq) DO UPDATE
    SET local = excluded.local, campaign = excluded.campaign,
      version = excluded.version, words = excluded.words
"""
_IS_OLD = f"version BETWEEN 0 AND {VERSION - 1}"


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
        engine.run_many(f"{_KEEP} WHERE post_words.version < {VERSION}", rows)


def missing(engine: Engine, *, limit: int) -> list[PostId]:
    """Return posts whose words are not kept yet, the newest first."""
    rows = engine.read(
        f"""
        SELECT post_id FROM post_words WHERE {_IS_OLD}
        ORDER BY version DESC, seq DESC LIMIT :limit
        """,
        limit=limit,
    )
    return [PostId(row["post_id"]) for row in rows]


def count_missing(engine: Engine) -> int:
    """Return how many posts a search does not know yet."""
    (row,) = engine.read(f"SELECT count(*) AS posts FROM post_words WHERE {_IS_OLD}")
    count: int = row["posts"]
    return count


def of_posts(engine: Engine, post_ids: Collection[PostId]) -> dict[PostId, str]:
    """Return the folded words of some posts."""
    rows = read_for(
        engine,
        """
        SELECT w.post_id, w.words FROM post p JOIN post_words w ON w.seq = p.seq
        WHERE p.id IN {these}
        """,
        post_ids,
    )
    return {PostId(row["post_id"]): row["words"] for row in rows}


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
