"""What people said about posts, and what of it is resolved."""

from app.domain import wall_time
from app.domain.canonical import canonical_json
from app.domain.comment import Comment, CommentId
from app.domain.person import NOBODY, PersonId
from app.domain.post import PostId
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows, tuple_of

_COMMENTS = """
    SELECT c.*, e.actor, e.at, coalesce(s.is_resolved, 0) AS is_resolved, t.actor AS settled_by
    FROM comment c JOIN audit e ON e.seq = c.seq
    LEFT JOIN comment_state s ON s.comment_id = c.comment_id AND s.seq = (
      SELECT max(n.seq) FROM comment_state n WHERE n.comment_id = c.comment_id)
    LEFT JOIN audit t ON t.seq = s.seq
"""


def of_post(engine: Engine, post_id: PostId) -> tuple[Comment, ...]:
    """Return the comments on a post, oldest first."""
    rows = engine.read(f"{_COMMENTS} WHERE c.post_id = :id ORDER BY c.seq", id=post_id)
    with readable_rows():
        return tuple(map(_comment_of, rows))


def open_for(engine: Engine, person: PersonId) -> tuple[Comment, ...]:
    """Return the open comments that mean a person and wait for their answer, newest first.

    An answer is a later comment of theirs on the same post.
    """
    rows = engine.read(
        f"""
        {_COMMENTS}
        WHERE c.mentions LIKE :named AND coalesce(s.is_resolved, 0) = 0 AND e.actor <> :person
          AND NOT EXISTS (
            SELECT 1 FROM comment l JOIN audit a ON a.seq = l.seq
            WHERE l.post_id = c.post_id AND l.seq > c.seq AND a.actor = :person)
        ORDER BY c.seq DESC
        """,
        named=f"%{canonical_json([person])[1:-1]}%",
        person=person,
    )
    with readable_rows():
        return tuple(one for one in map(_comment_of, rows) if person in one.mentions)


def add(engine: Engine, stamp: Stamp, comment: Comment) -> None:
    """Keep a comment."""
    row = {
        "comment_id": comment.id,
        "post_id": comment.post,
        "text": comment.text,
        "mentions": canonical_json(comment.mentions),
    }
    record(engine, stamp, "comment", "comment", row)


def settle(engine: Engine, stamp: Stamp, comment: Comment, *, is_resolved: bool) -> None:
    """Resolve a comment, or open it again."""
    row = {"comment_id": comment.id, "post_id": comment.post, "is_resolved": int(is_resolved)}
    record(engine, stamp, "resolve" if is_resolved else "reopen", "comment_state", row)


def states_of_post(engine: Engine, post_id: PostId) -> list[tuple[int, bool]]:
    """Return each time a comment on a post was resolved or opened again, by place in the audit."""
    rows = engine.read("SELECT * FROM comment_state WHERE post_id = :id ORDER BY seq", id=post_id)
    return [(row["seq"], bool(row["is_resolved"])) for row in rows]


def _comment_of(row: Row) -> Comment:
    return Comment(
        id=CommentId(row["comment_id"]),
        post=PostId(row["post_id"]),
        author=PersonId(row["actor"]),
        seq=row["seq"],
        at=wall_time.from_stamp(row["at"]),
        text=row["text"],
        mentions=tuple_of(row["mentions"]),
        is_resolved=bool(row["is_resolved"]),
        settled_by=PersonId(row["settled_by"]) if row["settled_by"] else NOBODY,
    )
