"""What people say to each other about a post; it never leaves, and changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from app.domain.person import NOBODY, Person, PersonId
from app.domain.post import PostId

CommentId = NewType("CommentId", str)

LONGEST_COMMENT = 4000
SIGN = "@"
"""What stands before the name of a person who is meant."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark about a post; it stays open until somebody resolves it."""

    id: CommentId
    post: PostId
    author: PersonId
    seq: int
    """Its place in the audit sequence."""
    at: datetime
    text: str
    mentions: tuple[PersonId, ...] = ()
    """Who is meant by an @."""
    is_resolved: bool = False
    settled_by: PersonId = NOBODY
    """Who resolved it or opened it again last."""


def mentioned(text: str, people: Iterable[Person]) -> tuple[PersonId, ...]:
    """Return who is meant by an @ with their name, in the order of the text; the longest name wins.

    Without regard to case. A sign within a word, as in an address, means nobody.
    """
    by_length = sorted(people, key=lambda person: len(person.name), reverse=True)
    plain = text.casefold()
    found: list[PersonId] = []
    start = plain.find(SIGN)
    while start != -1:
        if not plain[start - 1 : start].isalnum():
            meant = next((one for one in by_length if _is_named(plain, start + 1, one)), None)
            if meant is not None and meant.id not in found:
                found.append(meant.id)
        start = plain.find(SIGN, start + 1)
    return tuple(found)


def _is_named(plain: str, start: int, person: Person) -> bool:
    name = person.name.casefold()
    end = start + len(name)
    return bool(name) and plain[start:end] == name and not plain[end : end + 1].isalnum()
