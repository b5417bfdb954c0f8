"""A sample whose making was cut short by an earlier version: it has its name, and nothing in it."""

from contextlib import closing
from pathlib import Path

from app.commands.knowledge import Knowledge
from app.commands.reader import Reader
from app.errors import AppError
from app.storage import audit
from app.storage.calendar import calendar_facts


def is_unfinished_sample(reader: Reader) -> bool:
    """Tell whether a calendar is marked as a sample, and nothing was ever written in it.

    A sample is written as a whole or not at all, and all that a person does is an event: where
    there is none but its making, nobody loses anything.
    """
    return calendar_facts(reader.engine).is_sample and len(audit.events(reader.engine, 0, 2)) == 1


def is_cut_short(path: Path, knowledge: Knowledge) -> bool:
    """Tell the same of a file, in which there may be nothing at all."""
    if path.stat().st_size == 0:
        return True
    try:
        with closing(Reader.open(path, knowledge)) as reader:
            return is_unfinished_sample(reader)
    except AppError:
        return False  # what cannot be read is nobody's to take away
