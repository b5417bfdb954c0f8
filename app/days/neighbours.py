"""Days that are ordinary by themselves, but stand beside one that is not."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.domain.flag import Severity
from app.domain.observance import Observance, Part

_MONDAY = 0
_ONE_DAY = timedelta(days=1)


def neighbours(parts: Iterable[Observance], free: Collection[date]) -> Iterator[Observance]:
    """Yield the days after, before and around occasions, as notes; `free` are public holidays."""
    days = [part for part in parts if part.part is Part.DAY]
    kept = {(day.id, day.day) for day in days}
    for day in days:
        for beside in (*_after(day), *_by_sighting(day), *_long_weekend(day, free)):
            if (beside.id, beside.day) not in kept:
                yield beside


def _after(day: Observance) -> Iterator[Observance]:
    """Yield the day after a gravest one: a wrong post of the evening is read at breakfast."""
    if day.severity is Severity.STOP and not day.is_estimate:
        yield _beside(day, 1, Part.AFTER)


def _by_sighting(day: Observance) -> Iterator[Observance]:
    """Yield both neighbours of a day that depends on the sighting of the moon."""
    if day.is_estimate and day.severity >= Severity.CAUTION:
        yield _beside(day, -1, Part.SIGHTING)
        yield _beside(day, 1, Part.SIGHTING)


def _long_weekend(day: Observance, free: Collection[date]) -> Iterator[Observance]:
    """Yield Saturday and Sunday before a grave Monday off work, such as US Memorial Day."""
    if day.severity >= Severity.CAUTION and day.day.weekday() == _MONDAY and day.day in free:
        yield _beside(day, -2, Part.WEEKEND)
        yield _beside(day, -1, Part.WEEKEND)


def _beside(day: Observance, days: int, part: Part) -> Observance:
    return replace(day, day=day.day + days * _ONE_DAY, part=part, severity=Severity.NOTE)
