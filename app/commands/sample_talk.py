"""What the people of the sample say about its posts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.commands.session import Session
from app.days.data_file import tables_of
from app.domain.assignment import Assignment
from app.domain.comment import Comment, CommentId, mentioned
from app.domain.person import Person, PersonId
from app.domain.post import Post
from app.domain.suggestion import Suggestion, SuggestionId, words_between
from app.storage import assignments, comments, suggestions
from app.storage.audit import Stamp

Entry = Mapping[str, Any]


def write_talk(
    session: Session, path: Path, made: Mapping[str, Post], team: Mapping[str, Person]
) -> None:
    """Write what stands in a file about posts and people that are known by their sample keys."""
    said: Entry = tables_of(path)
    engine = session.engine

    def by(entry: Entry) -> Stamp:
        return Stamp(PersonId(entry["by"]), session.origin, session.clock())

    for entry in said["comment"]:
        comments.add(engine, by(entry), _comment(entry, by(entry), made[entry["post"]], team))
    for entry in said["suggestion"]:
        post = made[entry["post"]]
        suggestion = _suggestion(entry, by(entry), post)
        becomes = suggestion.taken_over(post).fingerprint
        suggestions.suggest(engine, by(entry), suggestion, becomes)
    for entry in said["assignment"]:
        asked = Assignment(PersonId(entry["of"]))
        assignments.assign(engine, by(entry), made[entry["post"]].id, asked)


def _comment(entry: Entry, by: Stamp, post: Post, team: Mapping[str, Person]) -> Comment:
    text = entry["text"]
    name = CommentId(str(uuid4()))
    return Comment(name, post.id, by.actor, 0, by.at, text, mentioned(text, team.values()))


def _suggestion(entry: Entry, by: Stamp, post: Post) -> Suggestion:
    text = post.content.text.replace(entry["before"], entry["after"])
    return Suggestion(
        SuggestionId(str(uuid4())),
        post.id,
        by.actor,
        seq=0,
        at=by.at,
        revision=post.revision,
        words=words_between(post, {"text": text}),
        note=entry["note"],
    )
