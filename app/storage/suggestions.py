"""What reviewers would write instead, and what became of it."""

from app.domain import wall_time
from app.domain.canonical import canonical_json
from app.domain.person import PersonId
from app.domain.post import Fingerprint, PostId
from app.domain.suggestion import Answer, Reply, Suggestion, SuggestionId, Words
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows, tuple_of

_SUGGESTIONS = """
    SELECT s.*, e.actor, e.at, a.answer, a.seq AS answer_seq, a.revision AS became,
      a.note AS answer_note, t.actor AS answered_by, t.at AS answered_at
    FROM suggestion s JOIN audit e ON e.seq = s.seq
    LEFT JOIN suggestion_answer a ON a.suggestion_id = s.suggestion_id
    LEFT JOIN audit t ON t.seq = a.seq
"""


def of_post(engine: Engine, post_id: PostId) -> tuple[Suggestion, ...]:
    """Return the suggestions for a post, oldest first."""
    rows = engine.read(f"{_SUGGESTIONS} WHERE s.post_id = :id ORDER BY s.seq", id=post_id)
    with readable_rows():
        return tuple(map(_suggestion_of, rows))


def open_for(engine: Engine, person: PersonId) -> tuple[Suggestion, ...]:
    """Return the open suggestions for posts that a person edited last, newest first."""
    rows = engine.read(
        f"""
        {_SUGGESTIONS} JOIN current_post p ON p.post_id = s.post_id
        WHERE a.seq IS NULL AND p.editor = :person AND p.cancelled = 0 AND e.actor <> :person
        ORDER BY s.seq DESC
        """,
        person=person,
    )
    with readable_rows():
        return tuple(map(_suggestion_of, rows))


def suggest(engine: Engine, stamp: Stamp, suggestion: Suggestion, fingerprint: Fingerprint) -> None:
    """Keep a suggestion; `fingerprint` is that of the post with the suggested words.

    Raises ConflictError where the post has another version by now.
    """
    row = {
        "suggestion_id": suggestion.id,
        "post_id": suggestion.post,
        "revision": suggestion.revision,
        "fields": canonical_json([[one.field, one.before, one.after] for one in suggestion.words]),
        "fingerprint": fingerprint,
        "note": suggestion.note,
    }
    record(engine, stamp, "suggest", "suggestion", row)


def answer(
    engine: Engine,
    stamp: Stamp,
    suggestion: Suggestion,
    answer: Answer,
    *,
    revision: int = 0,
    note: str = "",
) -> None:
    """Keep the one answer to a suggestion; `revision` is the version that took the words over."""
    row = {
        "suggestion_id": suggestion.id,
        "post_id": suggestion.post,
        "answer": answer.value,
        "revision": revision,
        "note": note,
    }
    record(engine, stamp, answer.value, "suggestion_answer", row)


def answers_of_post(engine: Engine, post_id: PostId) -> list[tuple[int, Answer, str]]:
    """Return place in the audit, answer and note of each answer on a post, oldest first."""
    rows = engine.read(
        "SELECT * FROM suggestion_answer WHERE post_id = :id ORDER BY seq", id=post_id
    )
    with readable_rows():
        return [(row["seq"], Answer(row["answer"]), row["note"]) for row in rows]


def _suggestion_of(row: Row) -> Suggestion:
    return Suggestion(
        id=SuggestionId(row["suggestion_id"]),
        post=PostId(row["post_id"]),
        author=PersonId(row["actor"]),
        seq=row["seq"],
        at=wall_time.from_stamp(row["at"]),
        revision=row["revision"],
        words=tuple(Words(*one) for one in tuple_of(row["fields"])),
        note=row["note"],
        reply=_reply_of(row) if row["answer"] else None,
    )


def _reply_of(row: Row) -> Reply:
    return Reply(
        Answer(row["answer"]),
        PersonId(row["answered_by"]),
        wall_time.from_stamp(row["answered_at"]),
        row["answer_note"],
        row["became"],
    )
