"""Posts that came from planners' own sheets, with all their versions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.channel import ChannelId
from app.domain.post import Post, PostId
from app.storage.engine import Engine
from app.storage.planned import slices
from app.storage.post_rows import posts_of
from app.storage.posts import RESTORE
from app.storage.rows import read_for

BY_IMPORT = "import"
"""What the audit calls the writing of a version by an import."""


@dataclass(frozen=True, slots=True)
class Past:
    """Every version of a post, oldest first, and which of them an import wrote."""

    versions: tuple[Post, ...]
    imported: frozenset[int]
    """Numbers of revisions."""
    restored: frozenset[int] = frozenset()
    """By which revisions a person brought an older one back."""


def ids_by_source(engine: Engine, source_ids: Iterable[str]) -> dict[str, tuple[PostId, ...]]:
    """Return the posts, cancelled ones too, of which any version came from these rows."""
    sql = """
        SELECT DISTINCT source_id, post_id FROM revision
        WHERE source_id IN {these} AND source_id <> ''
    """
    found: dict[str, tuple[PostId, ...]] = {}
    for row in read_for(engine, sql, source_ids):
        known = found.get(row["source_id"], ())
        found[row["source_id"]] = (*known, PostId(row["post_id"]))
    return found


def ids_near(
    engine: Engine, channels: Iterable[ChannelId], first: date, last: date
) -> tuple[PostId, ...]:
    """Return the imported posts of these channels that stand in a span of days or in the tray."""
    wanted = set(channels)
    dated = slices(engine, first.isoformat(), f"{last.isoformat()}T24")
    rows = (
        row
        for condition, span in (*dated, ("local IS NULL", {}))
        for row in engine.read(
            f"SELECT post_id, channel FROM current_post WHERE {condition} AND source_id <> ''",
            **span,
        )
    )
    return tuple(PostId(row["post_id"]) for row in rows if row["channel"] in wanted)


def moments_of(engine: Engine, ids: Iterable[PostId]) -> dict[PostId, tuple[str, str]]:
    """Return when and by whom the import was done that brought each post; not those made here."""
    sql = f"""
        SELECT r.post_id, a.at, a.actor FROM revision r JOIN audit a ON a.seq = r.seq
        WHERE r.post_id IN {{these}} AND r.revision = 1 AND a.action = '{BY_IMPORT}'
    """
    rows = read_for(engine, sql, ids)
    return {PostId(row["post_id"]): (row["at"], row["actor"]) for row in rows}


def pasts(engine: Engine, ids: Iterable[PostId]) -> dict[PostId, Past]:
    """Return all versions of each post."""
    wanted = list(ids)
    rows = read_for(
        engine,
        "SELECT * FROM numbered_revision WHERE post_id IN {these} ORDER BY post_id, revision",
        wanted,
    )
    versions: dict[PostId, list[Post]] = {}
    for post in posts_of(rows):
        versions.setdefault(post.id, []).append(post)
    imported = _written_as(engine, wanted, BY_IMPORT)
    restored = _written_as(engine, wanted, RESTORE)
    nothing: frozenset[int] = frozenset()
    return {
        post_id: Past(tuple(found), imported.get(post_id, nothing), restored.get(post_id, nothing))
        for post_id, found in versions.items()
    }


def _written_as(engine: Engine, ids: Iterable[PostId], action: str) -> dict[PostId, frozenset[int]]:
    sql = f"""
        SELECT r.post_id, r.revision FROM revision r JOIN audit a ON a.seq = r.seq
        WHERE r.post_id IN {{these}} AND a.action = '{action}'
    """
    found: dict[PostId, frozenset[int]] = {}
    for row in read_for(engine, sql, ids):
        post_id = PostId(row["post_id"])
        found[post_id] = found.get(post_id, frozenset()) | {int(row["revision"])}
    return found
