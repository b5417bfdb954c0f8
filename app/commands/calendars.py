"""New calendars: an empty one with its owner, or the sample."""

from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from app.commands.knowledge import Knowledge
from app.commands.sample import fill_sample
from app.commands.session import Session, now_utc, this_computer
from app.commands.unfinished import is_cut_short
from app.domain.person import NOBODY, Person, PersonId, Role
from app.errors import InvalidInputError
from app.storage import people, sqlite
from app.storage.audit import Stamp
from app.wording import _


def create_calendar(
    path: Path, *, name: str, owner_name: str, clock: Callable[[], datetime] = now_utc
) -> PersonId:
    """Make an empty calendar with its first owner; return who that is.

    CalendarFileError when the file exists already or cannot be written.
    """
    if not name.strip() or not owner_name.strip():
        raise InvalidInputError(_("Give the calendar a name and say who owns it."))
    owner = Person(PersonId(str(uuid4())), owner_name.strip(), Role.OWNER)
    stamp = Stamp(owner.id, this_computer(), clock())
    engine = sqlite.create_calendar(path, name=name.strip(), stamp=stamp)
    try:
        people.save_person(engine, stamp, owner)
    finally:
        engine.close()
    return owner.id


def create_sample(
    path: Path, today: date, knowledge: Knowledge, *, clock: Callable[[], datetime] = now_utc
) -> Path:
    """Make the sample calendar around the next 9 November; it is marked SAMPLE for ever.

    The file has its name only when all is in it: half a sample would be opened for ever after.
    """
    sqlite.check_is_free(path)
    stamp = Stamp(NOBODY, "", clock())
    unfinished = sqlite.unfinished_of(path)
    try:
        engine = sqlite.create_calendar(
            unfinished, name=_("Sample: Solvane"), is_sample=True, stamp=stamp
        )
        with closing(Session(engine, knowledge, this_computer(), clock)) as session:
            fill_sample(session, today)
        sqlite.give_name(unfinished, path)
        sqlite.give_up_others(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def make_sample_anew(
    path: Path, today: date, knowledge: Knowledge, *, clock: Callable[[], datetime] = now_utc
) -> Path:
    """Make the sample in the place of one that was cut short; CalendarFileError of any other."""
    if is_cut_short(path, knowledge):
        sqlite.remove_unfinished(path)
    return create_sample(path, today, knowledge, clock=clock)
