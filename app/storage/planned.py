"""Posts that are still to come, found by what a hold can be aimed at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.channel import ChannelId
from app.domain.post import Post
from app.domain.wall_time import instant_of
from app.storage.engine import Engine
from app.storage.post_rows import posts_of

Aim = tuple[ChannelId, str]
"""A channel and a campaign: posts that share them are caught by the same holds."""

SLICE = 4_000
"""Versions that one statement looks at: no reader keeps a writer waiting for long."""
_WHOLE_SLICE = 1_000
"""The same where the statement returns posts whole."""
_YESTERDAY = timedelta(days=1)
"""Somewhere the clocks still show it."""
_AFTER_ALL = "9999-12-31T24"
_APPROVAL = """
    FROM decision d
    WHERE d.post_id = p.post_id AND d.fingerprint = p.fingerprint AND d.verdict = 'approve'
"""


@dataclass(frozen=True, slots=True)
class Within:
    """Channels and campaigns that posts are looked for in; nothing means all of them."""

    channels: frozenset[ChannelId] | None = None
    campaigns: frozenset[str] | None = None

    def condition(self) -> tuple[str, dict[str, object]]:
        """Return the condition on a post with its parameters."""
        parts: list[str] = ["cancelled = 0"]
        parameters: dict[str, object] = {}
        for column, values in (("channel", self.channels), ("campaign", self.campaigns)):
            if values is not None:
                named = {f"{column}_{place}": one for place, one in enumerate(sorted(values))}
                parts.append(f"{column} IN ({', '.join(f':{name}' for name in named)})")
                parameters |= named
        return " AND ".join(parts), parameters


EVERYWHERE = Within()


def to_come(
    engine: Engine, now: datetime, within: Within, *, size: int = _WHOLE_SLICE
) -> Iterator[list[Post]]:
    """Yield the posts that are to come by local time, some at a time, and the tray at the end."""
    condition, parameters = within.condition()
    for span, bounds in slices(engine, first_day(now), size=size):
        sql = f"SELECT * FROM current_post WHERE {span} AND {condition} ORDER BY local, post_id"
        rows = engine.read(sql, **bounds, **parameters)
        yield [post for post in posts_of(rows) if is_to_come(post, now)]
    sql = f"SELECT * FROM current_post WHERE local IS NULL AND {condition} ORDER BY seq"
    yield posts_of(engine.read(sql, **parameters))


def approved_before(
    engine: Engine, now: datetime, seq: int, within: Within = EVERYWHERE
) -> Iterator[list[Post]]:
    """Yield the posts to come whose present content was approved, but by nobody since a place.

    By fewer than were asked, where more than one was.
    """
    condition, parameters = within.condition()
    for span, bounds in slices(engine, first_day(now), size=_WHOLE_SLICE):
        rows = engine.read(
            f"""
            SELECT * FROM current_post p
            WHERE {span} AND {condition} AND ready = 1
              AND EXISTS (SELECT 1 {_APPROVAL} AND d.seq < :seq)
              AND (NOT EXISTS (SELECT 1 {_APPROVAL} AND d.seq > :seq)
                OR EXISTS (SELECT 1 {_APPROVAL} AND d.required > 1))
            ORDER BY local, post_id
            """,
            seq=seq,
            **bounds,
            **parameters,
        )
        yield [post for post in posts_of(rows) if is_to_come(post, now)]


def slices(
    engine: Engine, start: str, end: str = _AFTER_ALL, *, size: int = 0
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield conditions on spans of local time that hold some `size` versions each, else SLICE."""
    while True:
        rows = engine.read(
            """
            SELECT local FROM revision WHERE local >= :start ORDER BY local LIMIT 1 OFFSET :size
            """,
            start=start,
            size=size or SLICE,
        )
        border = rows[0]["local"] if rows else end
        if border == start:  # so many at the same minute
            border = f"{border}~"
        border = min(border, end)
        yield "local >= :start AND local < :end", {"start": start, "end": border}
        if border == end:
            return
        start = border


def first_day(now: datetime) -> str:
    """Return the first local day on which a post can still be to come, in whatever zone."""
    return (now - _YESTERDAY).date().isoformat()


def is_to_come(post: Post, now: datetime) -> bool:
    """Tell whether a dated post has not gone out yet."""
    local, zone = post.content.local, post.content.zone
    return local is not None and instant_of(local, zone) > now
