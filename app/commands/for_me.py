"""What waits for the answer of one person: comments that name them, and edits suggested to them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.person import PersonId
from app.domain.post import PostId, short_name
from app.storage import comments, markets, posts, suggestions
from app.storage.engine import Engine


class NoticeKind(StrEnum):
    """What a notice tells of."""

    COMMENT = "comment"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that waits for a person."""

    kind: NoticeKind
    post_id: PostId
    name: str
    """What people call the post, such as DE-0142."""
    who: PersonId
    at: datetime
    words: str
    """What was said, or why it was suggested."""


def for_me(engine: Engine, person: PersonId) -> tuple[Notice, ...]:
    """Return what waits for a person, the newest first."""
    said = [
        (NoticeKind.COMMENT, one.post, one.author, one.at, one.text)
        for one in comments.open_for(engine, person)
    ]
    suggested = [
        (NoticeKind.SUGGESTION, one.post, one.author, one.at, one.note)
        for one in suggestions.open_for(engine, person)
    ]
    waiting = sorted((*said, *suggested), key=lambda one: one[3], reverse=True)
    about = {post.id: post for post in posts.by_ids(engine, {one[1] for one in waiting})}
    codes = {market.id: market.code for market in markets.all_markets(engine)}
    return tuple(
        Notice(
            kind,
            post_id,
            short_name(codes[about[post_id].content.market], about[post_id].number),
            who,
            at,
            words,
        )
        for kind, post_id, who, at, words in waiting
    )
