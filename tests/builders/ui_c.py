"""A real calendar behind real operations and jobs, for tests of exchange and settings."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pytestqt.qtbot import QtBot

from app.commands.people import choose_person
from app.commands.reader import Reader
from app.commands.session import Session
from app.commands.views import CalendarView
from app.domain.person import PersonId
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    FR_INSTAGRAM,
    NORA,
    NOW,
    QUIET_DAY,
    act_as,
    approve_as,
    knowledge,
    reader_of,
    ready_post,
    team_session,
)
from ui.operations import Operations

FRENCH = "Le pain du matin, tout juste sorti du four, vous attend chez nous dès huit heures."


def team_calendar(path: Path) -> None:
    """Make a calendar of a small team without a post."""
    path.write_bytes(_team())


def calendar_with_posts(path: Path) -> None:
    """Make one with a post that Marc approved and one that nobody approved."""
    path.write_bytes(_team_with_posts())


@cache
def _team() -> bytes:
    """Return the bytes of the calendar: made once, for all tests."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "team.countersign"
        team_session(made).close()
        return made.read_bytes()


@cache
def _team_with_posts() -> bytes:
    with TemporaryDirectory() as folder:
        made = Path(folder) / "posts.countersign"
        session = team_session(made)
        reader = reader_of(made)
        approved = ready_post(session, BREAD, QUIET_DAY, DE_INSTAGRAM)
        approve_as(session, reader, approved)
        ready_post(session, FRENCH, QUIET_DAY, FR_INSTAGRAM)
        reader.close()
        session.close()
        return made.read_bytes()


@contextmanager
def operations_on(path: Path, qtbot: QtBot, me: PersonId | None) -> Iterator[Operations]:
    """Give operations on a calendar whose clock stands still, with somebody who acts."""

    def open_session() -> Session:
        session = Session.open(path, knowledge(), origin="test@here")
        session.clock = lambda: NOW
        return session

    operations = Operations(open_session)
    if me is not None:
        become(operations, qtbot, me)
    yield operations
    operations.close()


def become(operations: Operations, qtbot: QtBot, person_id: PersonId) -> None:
    """Let somebody else act."""
    operations.run(partial(choose_person, person_id=person_id))
    qtbot.waitUntil(lambda: operations.me is not None and operations.me.id == person_id)


def calendar_of(path: Path) -> CalendarView:
    """Return what a calendar holds now beside its posts."""
    reader = Reader.open(path, knowledge())
    found = reader.calendar()
    reader.close()
    return found


def settle(operations: Operations, qtbot: QtBot) -> None:
    """Wait until every command has come home."""
    qtbot.waitUntil(lambda: not operations.is_busy)


def meanwhile(path: Path, command: Callable[[Session], object], by: PersonId = NORA) -> None:
    """Let somebody at another computer save something."""
    other = Session.open(path, knowledge(), origin="test@there")
    other.clock = lambda: NOW
    act_as(other, by)
    command(other)
    other.close()
