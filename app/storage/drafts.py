"""What a person has begun to write and not saved yet: one draft per post and person."""

import json
from collections.abc import Mapping
from typing import Any

from app.domain.canonical import canonical_json
from app.domain.person import PersonId
from app.domain.post import PostId
from app.storage.engine import Engine
from app.storage.rows import readable_rows


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


def draft_of(engine: Engine, post_id: PostId, person: PersonId) -> dict[str, Any] | None:
    """Return the person's draft of a post, or nothing where there is none."""
    rows = engine.read(
        "SELECT data FROM draft WHERE post_id = :post_id AND person_id = :person",
        post_id=post_id,
        person=person,
    )
    if not rows:
        return None
    with readable_rows():
        return dict(json.loads(rows[0]["data"]))


def drop_draft(engine: Engine, post_id: PostId, person: PersonId) -> None:
    """Forget the person's draft of a post."""
    with engine.write():
        engine.run(
            "DELETE FROM draft WHERE post_id = :post_id AND person_id = :person",
            post_id=post_id,
            person=person,
        )
