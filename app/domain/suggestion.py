"""Other words that a reviewer would choose; they change nothing until a planner accepts them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from app.domain.person import PersonId
from app.domain.post import Post, PostId

SuggestionId = NewType("SuggestionId", str)

SUGGESTIBLE = ("title", "text", "link", "first_comment")
"""The fields that hold words, in the order in which they are read."""


class Answer(StrEnum):
    """What became of a suggestion."""

    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    """Whoever had suggested it took it back."""


@dataclass(frozen=True, slots=True)
class Words:
    """One field as it stood, and as it is suggested."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a suggestion."""

    answer: Answer
    person: PersonId
    at: datetime
    note: str = ""
    revision: int = 0
    """The version that an accepted suggestion became; 0 for any other answer."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one reviewer would write instead, in one or more fields of one version."""

    id: SuggestionId
    post: PostId
    author: PersonId
    seq: int
    """Its place in the audit sequence."""
    at: datetime
    revision: int
    """The version that it was made from."""
    words: tuple[Words, ...]
    note: str = ""
    reply: Reply | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.reply is None

    def fits(self, post: Post) -> bool:
        """Tell whether each field still says what it said when the suggestion was made."""
        return all(post.value(one.field) == one.before for one in self.words)

    def taken_over(self, post: Post) -> Post:
        """Return the post with the suggested words."""
        return post.changed(**{one.field: one.after for one in self.words})


def words_between(post: Post, wanted: Mapping[str, str]) -> tuple[Words, ...]:
    """Return the fields for which other words are wanted than those that stand there."""
    return tuple(
        Words(field, str(post.value(field)), wanted[field])
        for field in SUGGESTIBLE
        if field in wanted and wanted[field] != post.value(field)
    )
