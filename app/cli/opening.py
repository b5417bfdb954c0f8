"""A calendar while a word works with it: opened, the person found, closed again."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.commands.finding import find_market, find_person
from app.commands.knowledge import Knowledge
from app.commands.reader import Reader
from app.commands.recovery import recover_exports
from app.commands.session import Session
from app.domain.market import MarketId


@dataclass(frozen=True, slots=True)
class Desk:
    """An open calendar with the person who acts."""

    session: Session
    reader: Reader
    said: tuple[str, ...]
    """What became of exports that were interrupted before."""


@contextmanager
def reading(path: Path, clock: Callable[[], datetime]) -> Iterator[Reader]:
    """Open a calendar for reading; CalendarFileError says why it cannot be opened."""
    reader = Reader.open(path, Knowledge.load(), clock=clock)
    try:
        yield reader
    finally:
        reader.close()


@contextmanager
def working(path: Path, person: str, clock: Callable[[], datetime]) -> Iterator[Desk]:
    """Open a calendar for somebody who changes it; nothing is written before they are known."""
    with reading(path, clock) as reader:
        who = find_person(reader.calendar().people, person)
        session = Session.open(path, reader.knowledge)
        try:
            session.clock = clock
            session.me = who
            yield Desk(session, reader, recover_exports(session))
        finally:
            session.close()


def markets_of(reader: Reader, names: Sequence[str]) -> Collection[MarketId]:
    """Return the markets that were named, or all where none was."""
    markets = reader.calendar().markets
    return {market.id for market in markets if not names} | {
        find_market(markets, name).id for name in names
    }
