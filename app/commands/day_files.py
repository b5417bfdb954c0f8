"""Reading the days of a file before they are saved: a screen shows what would come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from app.exchange.day_files import read_days
from app.exchange.team_day_fields import Usual


@dataclass(frozen=True, slots=True)
class DaysInFile:
    """The days that a file would bring, and what is wrong with the others."""

    days: tuple[TeamDay, ...]
    problems: tuple[str, ...]


def days_in_file(
    path: Path,
    *,
    markets: Iterable[Market],
    usual_markets: tuple[MarketId, ...] = (),
    usual_tone: Tone = Tone.SOLEMN,
    usual_severity: Severity = Severity.NOTE,
) -> DaysInFile:
    """Return the days of a .csv or .ics file and what is wrong with the others.

    The usual ones count where the file says nothing. InvalidInputError if it cannot be read.
    """
    usual = Usual(usual_markets, usual_tone, usual_severity)
    found = read_days(path, markets, usual)
    return DaysInFile(found.days, tuple(str(problem) for problem in found.problems))
