"""A roster from a table or a calendar file: what is wrong is named, the rest is read."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.duty import Duty
from app.errors import InvalidInputError
from app.exchange.calendar_file import is_calendar
from app.exchange.duty_events import duty_events
from app.exchange.duty_fields import COLUMNS, HOLIDAYS, Names, duty_of
from app.exchange.file_bytes import file_bytes
from app.exchange.headed_rows import Headings, headed_rows
from app.wording import _

MOST_DUTY = 5_000
"""Entries of one file: more are no roster."""
_ALSO_CALLED = {
    "name": "person",
    "who": "person",
    "on duty": "person",
    "country": "market",
    "where": "market",
    "day": "date",
    "start": "from",
    "starts": "from",
    "begin": "from",
    "end": "to",
    "ends": "to",
    "days": "weekdays",
    "time zone": "zone",
    "timezone": "zone",
}
_HEADINGS = Headings((*COLUMNS, HOLIDAYS), _ALSO_CALLED, needed=("person", "from", "to"))


@dataclass(frozen=True, slots=True)
class DutyFile:
    """The duty of a file that can be read, and what is wrong with the rest."""

    duty: tuple[Duty, ...]
    problems: tuple[InvalidInputError, ...]


def read_duty(path: Path, names: Names) -> DutyFile:
    """Return the duty of a .csv or .ics file; InvalidInputError if it cannot be read as a whole."""
    data = file_bytes(path)
    entries = (
        duty_events(data, path.name)
        if is_calendar(data)
        else headed_rows(data, path.name, _HEADINGS)
    )
    found: dict[str, Duty] = {}
    problems: list[InvalidInputError] = []
    for number, entry in enumerate(entries):
        if number == MOST_DUTY:
            problems.append(_too_many(path.name))
            break
        try:
            if isinstance(entry, InvalidInputError):
                raise entry
            duty = duty_of(entry, names)
            found[duty.id] = duty
        except InvalidInputError as problem:
            problems.append(problem)
    return DutyFile(tuple(found.values()), tuple(problems))


def _too_many(name: str) -> InvalidInputError:
    return InvalidInputError(
        _("“{file}” has more than {count} entries; the first ones were read.").format(
            file=name, count=f"{MOST_DUTY:,}"
        )
    )
