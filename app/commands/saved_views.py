"""Looks at the calendar that a person keeps by name: what is shown, how, and for how long a time.

They are settings of a person in this calendar, no part of its history.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.commands.post_filter import EVERYTHING, PostFilter
from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.canonical import canonical_json
from app.domain.change import ChangeSet
from app.domain.person import PersonId
from app.errors import InvalidInputError, MissingError
from app.storage import settings
from app.storage.engine import Engine
from app.wording import _

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """One of them."""

    name: str
    filter: PostFilter = EVERYTHING
    kind: str = ""
    """Which view of the plan."""
    weeks: int = 2


def saved_views(reader: Reader, person: PersonId) -> tuple[SavedView, ...]:
    """Return the views that a person has kept, by name."""
    return _kept(reader.engine, person)


def save_view(session: Session, *, view: SavedView) -> ChangeSet:
    """Keep a view; one of the same name is replaced."""
    named = replace(view, name=_checked(view.name))
    others = [one for one in _mine(session) if not _is_called(one, named.name)]
    return _keep(session, [*others, named])


def rename_view(session: Session, *, name: str, new_name: str) -> ChangeSet:
    """Call a view otherwise; InvalidInputError where another one has that name."""
    wanted = _checked(new_name)
    view = _find(session, name)
    others = [one for one in _mine(session) if one is not view and one != view]
    if any(_is_called(one, wanted) for one in others):
        message = _("There is already a view called “{name}”: choose another name.")
        raise InvalidInputError(message.format(name=wanted))
    return _keep(session, [*others, replace(view, name=wanted)])


def delete_view(session: Session, *, name: str) -> ChangeSet:
    """Forget a view; no post is touched."""
    view = _find(session, name)
    return _keep(session, [one for one in _mine(session) if one != view])


def _find(session: Session, name: str) -> SavedView:
    found = next((one for one in _mine(session) if _is_called(one, name)), None)
    if found is None:
        raise MissingError(_("There is no view called “{name}” any more.").format(name=name))
    return found


def _checked(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise InvalidInputError(_("Give the view a name."))
    if len(plain) > LONGEST_NAME:
        message = _("Give the view a name of at most {count} letters.")
        raise InvalidInputError(message.format(count=LONGEST_NAME))
    return plain


def _is_called(view: SavedView, name: str) -> bool:
    return view.name.casefold() == " ".join(name.split()).casefold()


def _mine(session: Session) -> tuple[SavedView, ...]:
    return _kept(session.engine, session.actor().id)


def _keep(session: Session, views: Iterable[SavedView]) -> ChangeSet:
    text = canonical_json(
        [
            {
                "name": view.name,
                "filter": view.filter.as_text(),
                "kind": view.kind,
                "weeks": view.weeks,
            }
            for view in views
        ]
    )
    settings.keep_setting(session.engine, _key(session.actor().id), text)
    return ChangeSet("")


def _kept(engine: Engine, person: PersonId) -> tuple[SavedView, ...]:
    try:
        entries = json.loads(settings.setting(engine, _key(person)) or "[]")
        views = [
            SavedView(
                str(entry["name"]),
                PostFilter.of_text(str(entry["filter"])),
                str(entry["kind"]),
                int(entry["weeks"]),
            )
            for entry in entries
        ]
    except (ValueError, KeyError, TypeError):  # what is broken is no view any more
        return ()
    return tuple(sorted(views, key=lambda view: view.name.casefold()))


def _key(person: PersonId) -> str:
    return f"views/{person}"
