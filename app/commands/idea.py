"""All versions of one idea, comparable: what each says, and which were left as they were."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from app.commands.cards import cards_of
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.commands.views import Card
from app.domain.person import PersonId
from app.domain.post import Post, PostId
from app.storage import audit, posts
from app.storage.engine import Engine

SAID = ("text", "title", "link", "first_comment", "media")
"""What a version says; where and when it says it is its own affair."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The newest change of a sibling that a version has not followed."""

    name: str
    """The sibling's short name, such as DE-0142."""
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an idea."""

    post: Post
    card: Card
    market: str
    """What its market is called."""
    ahead: Ahead | None
    """Nothing where no sibling was changed since this one was written or changed."""


def versions_of_idea(
    engine: Engine, knowledge: Knowledge, post_id: PostId, now: datetime
) -> tuple[Version, ...]:
    """Return all versions of a post's idea, itself first; MissingError when it is unknown."""
    (post,) = posts.by_ids(engine, [post_id])
    found = [one for one in posts.siblings(engine, post.idea or post.id) if one.id != post_id]
    setting = Setting.of(engine)
    together = sorted(found, key=lambda one: _place(setting, one))
    together.insert(0, post)
    cards = cards_of(engine, knowledge, together, now)
    names = {card.id: card.name for card in cards}
    spoken = {one.id: posts.versions(engine, one.id) for one in together}
    newest = [(change, _ahead(engine, change, names)) for change in _newest(spoken.values())]
    return tuple(
        Version(
            one,
            card,
            setting.markets[one.content.market].name,
            _missed(one.id, _last_said(spoken[one.id]), newest),
        )
        for one, card in zip(together, cards, strict=True)
    )


def _place(setting: Setting, post: Post) -> tuple[str, str, int]:
    content = post.content
    return setting.markets[content.market].name, content.channel, post.number


def _newest(spoken: Iterable[Sequence[Post]]) -> list[Post]:
    """Return the two newest changes: one of them is of another post, whichever asks."""
    changes = [change for versions in spoken if (change := _last_change(versions)) is not None]
    return sorted(changes, key=lambda change: change.seq, reverse=True)[:2]


def _ahead(engine: Engine, change: Post, names: Mapping[PostId, str]) -> Ahead:
    events = audit.events_of_post(engine, change.id)
    at = next(event.at for event in events if event.seq == change.seq)
    return Ahead(names[change.id], change.editor, at)


def _missed(post_id: PostId, own: Post, newest: Sequence[tuple[Post, Ahead]]) -> Ahead | None:
    """Return the newest change of another post, where it came after all that this one says."""
    others = ((change, ahead) for change, ahead in newest if change.id != post_id)
    return next((ahead for change, ahead in others if change.seq > own.seq), None)


def _last_said(versions: Sequence[Post]) -> Post:
    """Return the version since which a post says what it says."""
    return _last_change(versions) or versions[0]


def _last_change(versions: Sequence[Post]) -> Post | None:
    """Return the newest version that says something else than the one before."""
    changes = [after for before, after in pairwise(versions) if says(before) != says(after)]
    return changes[-1] if changes else None


def says(post: Post) -> tuple[object, ...]:
    """Return all that a version says."""
    return tuple(post.value(name) for name in SAID)
