"""Flags that posts have because of others, as last worked out; the gate never uses them.

Whoever changes a post forgets, in the same transaction, the flags of those that it touches. Flags
that were worked out meanwhile in another place, from the posts as they were before, are not kept.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.flag import Flag
from app.domain.post import PostId
from app.storage.engine import Engine, Row
from app.storage.flag_cache import flags_of, text_of
from app.storage.rows import tuples_for

_NONE = text_of(())
_ANEW = ""
"""The version of a row that says: work them out anew."""


def cached(engine: Engine, wanted: Mapping[PostId, str]) -> dict[PostId, tuple[Flag, ...]]:
    """Return the flags that are kept for each post at the version of the facts asked for."""
    sql = "SELECT post_id, version, flags FROM comparison_cache WHERE post_id IN {these}"
    found: dict[PostId, tuple[Flag, ...]] = {}
    for post_id, version, flags in tuples_for(engine, sql, wanted):
        if wanted[post_id] == version:
            try:
                found[post_id] = () if flags == _NONE else flags_of(flags)
            except (ValueError, TypeError, KeyError):
                continue  # what is broken is worked out anew
    return found


def kept_row(post_id: PostId, version: str, as_of: int, flags: Sequence[Flag]) -> Row:
    """Return the row that keeps the flags of a post as they were at a place in the audit."""
    return {"post_id": post_id, "version": version, "as_of": as_of, "flags": text_of(flags)}


def keep(engine: Engine, rows: Iterable[Row]) -> None:
    """Keep rows, but none whose post has been touched since they were worked out."""
    fresh = list(rows)
    with engine.write():
        engine.run_many(
            """
            INSERT INTO comparison_cache (post_id, version, as_of, flags)
            SELECT :post_id, :version, :as_of, :flags
            WHERE NOT EXISTS (
              SELECT 1 FROM comparison_cache k WHERE k.post_id = :post_id AND k.as_of > :as_of)
            ON CONFLICT (post_id, version)
              DO UPDATE SET as_of = excluded.as_of, flags = excluded.flags
            """,
            fresh,
        )
        engine.run_many(
            f"""
            DELETE FROM comparison_cache
            WHERE post_id = :post_id AND version = '{_ANEW}' AND as_of <= :as_of
            """,
            ({"post_id": row["post_id"], "as_of": row["as_of"]} for row in fresh),
        )


def forget(engine: Engine, ids: Iterable[PostId], as_of: int) -> None:
    """Forget the flags of posts that something has touched at a place in the audit."""
    touched = [{"post_id": post_id} for post_id in dict.fromkeys(ids)]
    with engine.write():
        engine.run_many("DELETE FROM comparison_cache WHERE post_id = :post_id", touched)
        engine.run_many(
            """
            INSERT INTO comparison_cache (post_id, version, as_of, flags)
            VALUES (:post_id, :version, :as_of, :flags)
            """,
            ({**row, "version": _ANEW, "as_of": as_of, "flags": _NONE} for row in touched),
        )
