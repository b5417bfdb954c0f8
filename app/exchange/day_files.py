"""Days of a team from a table or a calendar file: what is wrong is named, the rest is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.market import Market
from app.domain.team_day import MOST_DAYS, TeamDay
from app.errors import InvalidInputError
from app.exchange.calendar_events import events_of
from app.exchange.calendar_file import is_calendar
from app.exchange.file_bytes import file_bytes
from app.exchange.headed_rows import Headings, headed_rows
from app.exchange.team_day_fields import Usual, markets_by_name, team_day
from app.wording import _

MOST_DAY_BYTES = 2_000_000
_COLUMNS = ("id", "name", "rule", "markets", "tone", "severity", "why", "terms", "clash", "source")
_ALSO_CALLED = {"date": "rule", "day": "rule", "title": "name", "market": "markets"}
_HEADINGS = Headings(_COLUMNS, _ALSO_CALLED, needed=("name", "rule"))


@dataclass(frozen=True, slots=True)
class DaysFile:
    """The days of a file that can be read, and what is wrong with the others."""

    days: tuple[TeamDay, ...]
    problems: tuple[InvalidInputError, ...]


def read_days(path: Path, markets: Iterable[Market], usual: Usual) -> DaysFile:
    """Return the days of a .csv or .ics file; InvalidInputError if it cannot be read as a whole."""
    data = file_bytes(path)
    if len(data) > MOST_DAY_BYTES:
        raise InvalidInputError(
            _("“{file}” is larger than {size} MB; no list of days is as long.").format(
                file=path.name, size=MOST_DAY_BYTES // 1_000_000
            )
        )
    known = markets_by_name(markets)
    days: dict[str, TeamDay] = {}
    problems: list[InvalidInputError] = []
    entries = (
        events_of(data, path.name, known)
        if is_calendar(data)
        else headed_rows(data, path.name, _HEADINGS)
    )
    for entry in entries:
        if len(days) + len(problems) == MOST_DAYS:
            problems.append(_too_many(path.name))
            break
        try:
            if isinstance(entry, InvalidInputError):
                raise entry
            day = team_day(entry, known, usual)
            if day.id in days:
                raise entry.wrong("id", _("it is used twice"))
            days[day.id] = day
        except InvalidInputError as problem:
            problems.append(problem)
    return DaysFile(tuple(days.values()), tuple(problems))


def _too_many(name: str) -> InvalidInputError:
    return InvalidInputError(
        _("“{file}” has more than {count} days; the first ones were read.").format(
            file=name, count=f"{MOST_DAYS:,}"
        )
    )
