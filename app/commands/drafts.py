"""What a person types is kept while they type; it is no version, and changes nothing that counts.

A draft is offered again to the person who typed it, and only to them. What comes of it goes through
the same commands as anything else that is typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.change import ChangeSet
from app.domain.market import MarketId
from app.domain.medium import Medium
from app.domain.person import PersonId
from app.domain.post import EDITABLE_FIELDS, Post, PostId, short_name
from app.storage import drafts, posts
from app.storage.engine import Engine
from app.storage.rows import readable_rows

_NEW = "new:"
_BESIDE = "|"
"""Stands between a post and the name of what was typed into it in another window."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Fields that a person has changed and not saved, with what they were typed upon."""

    key: PostId
    """The post, or a name of its own where the post has never been saved."""
    market: MarketId
    base_revision: int
    """The version that stood in the form; 0 for a new post."""
    values: Mapping[str, object]
    """By field."""
    at: datetime | None = None
    """When it was typed last; set as it is kept."""

    @property
    def is_new(self) -> bool:
        """Whether its post has never been saved."""
        return is_new(self.key)

    def is_saved_in(self, versions: Iterable[Post]) -> bool:
        """Tell whether one of the versions since says all that was typed."""
        return any(
            all(version.value(field) == value for field, value in self.values.items())
            for version in versions
            if version.revision >= self.base_revision
        )


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A draft with the short name of its post, such as DE-0142; a new one has none."""

    draft: Draft
    name: str


def new_key() -> PostId:
    """Return a name for the draft of a post that has never been saved."""
    return PostId(f"{_NEW}{uuid4()}")


def is_new(key: PostId) -> bool:
    """Tell whether a draft of this name belongs to a post that has never been saved."""
    return key.startswith(_NEW)


def keep_draft(
    session: Session, *, draft: Draft, known: Mapping[str, object] | None = None
) -> ChangeSet:
    """Keep what was typed, in place of what the person had typed there before.

    `known` is what the window had kept there last: what the same person typed into the post in
    another window stays beside it.
    """
    values = _all_written(draft.values)
    data = {
        "market": draft.market,
        "base": draft.base_revision,
        "at": session.clock().isoformat(),
        "values": values,
    }
    person = session.actor().id
    with session.engine.write():
        key = draft.key if known is None else _free_key(session.engine, draft.key, person, known)
        drafts.keep_draft(session.engine, key, person, data)
    return ChangeSet("")


def drop_draft(
    session: Session, *, key: PostId, known: Mapping[str, object] | None = None
) -> ChangeSet:
    """Forget what the person had typed into a post; of several windows only what one had kept."""
    person = session.actor().id
    with session.engine.write():
        for place, data in _kept_at(session.engine, key, person).items():
            if known is None or data.get("values") == _all_written(known):
                drafts.drop_draft(session.engine, place, person)
    return ChangeSet("")


def draft_of(engine: Engine, post_id: PostId, person: PersonId) -> Draft | None:
    """Return what a person typed last into a post and did not save, or nothing."""
    kept = [_read(post_id, data) for data in _kept_at(engine, post_id, person).values()]
    if not kept:
        return None
    versions = posts.versions(engine, post_id)
    unsaved = [draft for draft in kept if not draft.is_saved_in(versions)]
    return max(unsaved, key=_typed_at, default=None)


def unsaved_of(engine: Engine, person: PersonId) -> tuple[Unsaved, ...]:
    """Return all that a person typed and did not save, by post, the latest first."""
    markets = Setting.of(engine).markets
    found = []
    for key in {_post_of(place) for place in drafts.drafts_of(engine, person)}:
        draft, versions = draft_of(engine, key, person), posts.versions(engine, key)
        if draft is not None and draft.is_new and draft.market in markets:
            found.append(Unsaved(draft, ""))
        elif draft is not None and versions:
            newest = versions[-1]
            code = markets[newest.content.market].code
            found.append(Unsaved(draft, short_name(code, newest.number)))
    return tuple(sorted(found, key=lambda one: _typed_at(one.draft), reverse=True))


def _typed_at(draft: Draft) -> str:
    return draft.at.isoformat() if draft.at else ""


def _kept_at(engine: Engine, key: PostId, person: PersonId) -> dict[PostId, dict[str, Any]]:
    """Return what a person typed into one post, by place: one of each window."""
    found = drafts.drafts_of(engine, person)
    return {place: data for place, data in found.items() if _post_of(place) == key}


def _free_key(engine: Engine, key: PostId, person: PersonId, known: Mapping[str, object]) -> PostId:
    """Return where words are kept so that none of another window are lost."""
    kept, versions = _kept_at(engine, key, person), posts.versions(engine, key)
    for place, data in kept.items():
        if data.get("values") == _all_written(known) or _read(key, data).is_saved_in(versions):
            return place
    return PostId(f"{key}{_BESIDE}{uuid4()}") if kept else key


def _post_of(place: PostId) -> PostId:
    return PostId(place.partition(_BESIDE)[0])


def _all_written(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _written(value) for name, value in values.items()}


def _written(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case tuple():
            return [_written(one) for one in value]
        case Medium():
            return {"url": value.url, "digest": value.digest, "alt": value.alt}
    return value


def _read(key: PostId, data: Mapping[str, Any]) -> Draft:
    with readable_rows():
        return Draft(
            key,
            MarketId(data["market"]),
            int(data["base"]),
            {
                name: _value(name, value)
                for name, value in data["values"].items()
                if name in EDITABLE_FIELDS
            },
            datetime.fromisoformat(data["at"]),
        )


def _value(field: str, value: Any) -> object:  # noqa: ANN401 - what JSON can hold
    if field == "local":
        return datetime.fromisoformat(value) if value else None
    if field == "media":
        return tuple(Medium(**one) for one in value)
    return tuple(value) if isinstance(value, list) else value
