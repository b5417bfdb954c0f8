"""Changing a post together with its siblings that say the same, as one step."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.commands.cards import card_of
from app.commands.cases import gather
from app.commands.flags import stored_flags
from app.commands.idea import SAID
from app.commands.knowledge import Knowledge
from app.commands.posts import edited
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.views import Card
from app.domain.change import ChangeSet
from app.domain.gate import sound_approvals
from app.domain.person import PersonId
from app.domain.post import Post, PostId, short_name
from app.errors import ConflictError
from app.storage import posts
from app.storage.engine import Engine
from app.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Alike:
    """A sibling that says the same in some fields that are to change."""

    card: Card
    market: str
    """What its market is called."""
    fields: tuple[str, ...]
    """Which fields would change with it."""
    approvers: tuple[PersonId, ...]
    """Whose approval would end."""


def same_fields(post: Post, other: Post, names: Collection[str]) -> tuple[str, ...]:
    """Return in which fields two posts say the same; nothing said is nothing in common."""
    return tuple(
        name
        for name in SAID
        if name in names and post.value(name) and post.value(name) == other.value(name)
    )


def alike_of(
    engine: Engine,
    knowledge: Knowledge,
    post_id: PostId,
    names: Collection[str],
    now: datetime,
) -> tuple[Alike, ...]:
    """Return the siblings that would change with these fields, by name."""
    (post,) = posts.by_ids(engine, [post_id])
    shared = {
        other: fields
        for other in posts.siblings(engine, post.idea or post.id)
        if other.id != post_id and (fields := same_fields(post, other, names))
    }
    setting = Setting.of(engine)
    found = list(shared)
    flags = stored_flags(engine, setting, knowledge, found)
    cases = gather(engine, setting, knowledge, found, flags, now=now, with_edits=True)
    alike = (
        Alike(
            card_of(case, flags),
            case.market.name,
            shared[case.post],
            tuple(approval.reviewer for approval in sound_approvals(case)),
        )
        for case in cases
    )
    return tuple(sorted(alike, key=lambda one: one.card.name))


def edit_alike(
    session: Session,
    *,
    post_id: PostId,
    base_revision: int,
    changes: Mapping[str, object],
    others: Mapping[PostId, int],
) -> ChangeSet:
    """Save changed fields, in siblings too where they said the same; one step of undo.

    `others` names each sibling with the version that the person saw: ConflictError when somebody
    saved one of them, or the post itself, since.
    """
    before, after = edited(session, post_id, base_revision, changes)
    setting = Setting.of(session.engine)
    old, new = [before], [after]
    for other in posts.by_ids(session.engine, others):
        if other.revision != others[other.id]:
            code = setting.markets[other.content.market].code
            raise ConflictError(
                _("{post} was changed by somebody else: look at the siblings again.").format(
                    post=short_name(code, other.number)
                )
            )
        shared = same_fields(before, other, changes)
        old.append(other)
        new.append(other.changed(**{name: after.value(name) for name in shared}))
    code = setting.markets[before.content.market].code
    label = ngettext(
        "Change {post} and {count} sibling", "Change {post} and {count} siblings", len(others)
    )
    name = short_name(code, before.number)
    return session.write(label.format(post=name, count=f"{len(others):,}"), old, new)
