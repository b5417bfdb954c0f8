"""Posts as rows and rows as posts."""

import json
from collections.abc import Iterable
from datetime import datetime
from itertools import starmap
from sys import intern

from app.domain.canonical import canonical_json
from app.domain.channel import ChannelId
from app.domain.market import MarketId
from app.domain.medium import Medium
from app.domain.person import PersonId
from app.domain.post import FINGERPRINT_VERSION, Content, Fingerprint, Post
from app.storage.chain import Stamp, unkeepable
from app.storage.engine import Row
from app.storage.rows import readable_rows, tuple_of


def posts_of(rows: Iterable[Row]) -> list[Post]:
    """Return the posts that rows of `numbered_revision` hold."""
    with readable_rows():
        return [_post_of(row) for row in rows]


def revision_row(stamp: Stamp, post: Post) -> Row:
    """Return the row for the next version of a post."""
    return {
        "post_id": post.id,
        "revision": post.revision + 1,
        "editor": stamp.actor,
        "at": stamp.moment,
        **post.content.parts(),
        "fingerprint": _fingerprint_of(post),
        "fp_version": FINGERPRINT_VERSION,
        "name": post.name,
        "ready": int(post.ready),
        "cancelled": int(post.cancelled),
        "idea": post.idea,
        "gloss": post.gloss,
        "labels": canonical_json(post.labels),
        "notes": post.notes,
        "source_id": post.source_id,
        "series": post.series,
        "occurrence": post.occurrence,
        "copied_from": post.copied_from,
        "undo_of": post.undo_of,
    }


def _fingerprint_of(post: Post) -> Fingerprint:
    try:
        return post.fingerprint
    except UnicodeEncodeError as error:
        raise unkeepable() from error


def _post_of(row: Row) -> Post:
    return Post(
        id=row["post_id"],
        number=row["number"],
        content=_content_of(row),
        revision=row["revision"],
        editor=PersonId(intern(row["editor"])),
        seq=row["seq"],
        name=row["name"],
        ready=bool(row["ready"]),
        cancelled=bool(row["cancelled"]),
        idea=row["idea"],
        gloss=row["gloss"],
        labels=tuple_of(row["labels"]),
        notes=row["notes"],
        source_id=row["source_id"],
        series=row["series"],
        occurrence=row["occurrence"],
        copied_from=row["copied_from"],
        undo_of=row["undo_of"],
    )


def _content_of(row: Row) -> Content:
    """Return the content of a row; what thousands of posts share is in memory once."""
    local = row["local"]
    return Content(
        market=MarketId(intern(row["market"])),
        channel=ChannelId(intern(row["channel"])),
        language=intern(row["language"]),
        zone=intern(row["zone"]),
        local=None if local is None else datetime.fromisoformat(local),
        title=row["title"],
        text=row["text"],
        link=row["link"],
        first_comment=row["first_comment"],
        tags=tuple_of(row["tags"]),
        campaign=intern(row["campaign"]),
        post_type=row["post_type"],
        options=_options_of(row["options"]),
        media=tuple(starmap(Medium, tuple_of(row["media"]))),
    ).stored_as(row["fingerprint"])


def _options_of(text: str) -> tuple[tuple[str, str], ...]:
    return () if text == "{}" else tuple(sorted(json.loads(text).items()))
