"""A list of the team's own, such as its days or its roster: what counts, and what no longer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from app.commands.session import Session
from app.domain.change import ChangeSet
from app.errors import InvalidInputError, MissingError
from app.storage.chain import Stamp
from app.storage.engine import Engine
from app.wording import _


class Entry(Protocol):
    """Something that the team has written down."""

    @property
    def id(self) -> str:
        """By which it is known, however often it is changed."""


AnEntry = TypeVar("AnEntry", bound=Entry)
Words = tuple[str, str]
"""What undo calls a change, and what one is told of it."""


@dataclass(frozen=True, slots=True)
class OwnList(Generic[AnEntry]):
    """What tells one list of the team's own from the others."""

    known: Callable[[Session], Iterable[AnEntry]]
    """What counts now."""
    check: Callable[[Session, Sequence[AnEntry]], None]
    """Raises InvalidInputError or MissingError for an entry that is not possible."""
    compare: Callable[[Session, AnEntry, AnEntry | None, AnEntry | None], None]
    """Takes an entry as it was shown, is now and is wanted; raises ConflictError."""
    save: Callable[[Engine, Stamp, AnEntry, str], None]
    retire: Callable[[Engine, Stamp, AnEntry, str], None]
    words: Callable[[Sequence[AnEntry], Sequence[AnEntry], Sequence[AnEntry]], Words]
    """Takes what is saved, what is retired, and what the saved was before; nothing if it is new."""
    most: int
    too_many: Callable[[], str]
    why_changed: Callable[[], str]
    """Asks for the reason of a change."""
    why_retired: Callable[[], str]
    gone: Callable[[], str]
    """Says that an entry counts no more."""
    asks_why: bool = True
    """Whether taking a change back needs a reason: it guards posts."""


def save_entries(
    session: Session,
    own: OwnList[AnEntry],
    entries: Sequence[AnEntry],
    reason: str,
    base: Iterable[AnEntry],
) -> ChangeSet:
    """Add entries, or change those whose id is known, all or none; a change needs a reason.

    ConflictError where somebody has changed one since it was as in `base`.
    """
    session.reviewer()
    known, shown = _by_id(own.known(session)), _by_id(base)
    for one in entries:
        if one.id in shown:
            own.compare(session, shown[one.id], known.get(one.id), one)
    fresh = [one for one in entries if known.get(one.id) != one]
    if any(one.id in known for one in fresh) and not reason.strip():
        raise InvalidInputError(own.why_changed())
    return _keep(session, own, fresh, (), reason.strip())


def retire_entries(
    session: Session,
    own: OwnList[AnEntry],
    ids: Sequence[str],
    reason: str,
    base: Iterable[AnEntry],
) -> ChangeSet:
    """Let entries count no longer, all or none, with a reason.

    ConflictError where somebody has changed one since it was as in `base`.
    """
    session.reviewer()
    known, shown = _by_id(own.known(session)), _by_id(base)
    if any(one not in known for one in ids):
        raise MissingError(own.gone())
    for one in ids:
        if one in shown:
            own.compare(session, shown[one], known[one], None)
    if not reason.strip():
        raise InvalidInputError(own.why_retired())
    return _keep(session, own, (), [known[one] for one in ids], reason.strip())


def _keep(
    session: Session,
    own: OwnList[AnEntry],
    saved: Sequence[AnEntry],
    retired: Sequence[AnEntry],
    reason: str,
) -> ChangeSet:
    """Let some entries count as they are given, and others no longer: all of it or nothing."""
    session.reviewer()
    known = _by_id(own.known(session))
    own.check(session, saved)
    if len(known.keys() | {one.id for one in saved}) > own.most:
        raise InvalidInputError(own.too_many().format(count=f"{own.most:,}"))
    if not saved and not retired:
        return ChangeSet(_("Nothing to change"))
    former = [known[one.id] for one in saved if one.id in known]
    added = [one for one in saved if one.id not in known]
    label, done = own.words(saved, retired, former)
    with session.changing(
        label,
        lambda later, why: _keep(later, own, [*former, *retired], added, why),
        by=Session.reviewer,
        asks_why=own.asks_why and bool(saved),
    ) as stamp:
        for one in saved:
            own.save(session.engine, stamp, one, reason)
        for one in retired:
            own.retire(session.engine, stamp, one, reason)
    return ChangeSet.of_setting(label, done)


def _by_id(entries: Iterable[AnEntry]) -> Mapping[str, AnEntry]:
    return {one.id: one for one in entries}
