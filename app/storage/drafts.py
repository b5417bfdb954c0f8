"""What a person has begun to write and not saved yet: one draft per place and person.

A place is a post, or a name of its own: of a new post, or of another window at the same post.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.canonical import canonical_json, length_prefixed, sha256
from app.domain.person import PersonId
from app.domain.post import PostId
from app.storage.engine import Engine
from app.storage.rows import readable_rows


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What one person has begun at one place."""

    place: PostId
    person: PersonId
    data: Mapping[str, Any]


def keep_draft(
    engine: Engine, post_id: PostId, person: PersonId, draft: Mapping[str, object]
) -> None:
    """Keep a draft, in place of the person's earlier one; its values are what JSON can hold."""
    with engine.write():
        engine.run(
            """
            INSERT INTO draft (post_id, person_id, data) VALUES (:post_id, :person, :data)
            ON CONFLICT (post_id, person_id) DO UPDATE SET data = excluded.data
            """,
            post_id=post_id,
            person=person,
            data=canonical_json(dict(draft)),
        )


def drop_draft(engine: Engine, post_id: PostId, person: PersonId) -> None:
    """Forget the person's draft of a post."""
    with engine.write():
        engine.run(
            "DELETE FROM draft WHERE post_id = :post_id AND person_id = :person",
            post_id=post_id,
            person=person,
        )


def drafts_of(engine: Engine, person: PersonId) -> dict[PostId, dict[str, Any]]:
    """Return all that a person has begun and not saved, by post."""
    rows = engine.read(
        "SELECT post_id, data FROM draft WHERE person_id = :person ORDER BY post_id", person=person
    )
    with readable_rows():
        return {PostId(row["post_id"]): dict(json.loads(row["data"])) for row in rows}


def drafts_at(engine: Engine, place: PostId, *, beside: str) -> list[KeptDraft]:
    """Return what anybody has begun at one place, or beside it, and not saved.

    `beside` stands between the place and what tells its neighbours apart.
    """
    rows = engine.read(
        """
        SELECT post_id, person_id, data FROM draft
        WHERE post_id = :place OR substr(post_id, 1, length(:start)) = :start
        ORDER BY post_id
        """,
        place=place,
        start=f"{place}{beside}",
    )
    with readable_rows():
        return [
            KeptDraft(
                PostId(row["post_id"]), PersonId(row["person_id"]), dict(json.loads(row["data"]))
            )
            for row in rows
        ]


def state_of_drafts(engine: Engine) -> str:
    """Return a digest that is another one as soon as anybody's draft is."""
    rows = engine.read("SELECT post_id, person_id, data FROM draft ORDER BY post_id, person_id")
    return sha256(length_prefixed(str(value) for row in rows for value in row.values()))
