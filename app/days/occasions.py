"""An occasion in a place: its days, eves, moments and bands of a year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from app.days.public import region_name
from app.days.rules import Daily, Islamic, dates_in
from app.days.solemn import SolemnDay
from app.domain.flag import Severity
from app.domain.observance import Observance, Part, Tone
from app.domain.wall_time import instant_of, local_at
from app.wording import _

EDGE = 4
"""Days of the years before and after that a year must know, for its own neighbours."""
_ASTRAY = 2
"""Days by which an eve, or a moment by the clocks of another zone, may lie off its day."""
EVE_STARTS = time(16)
MIDNIGHT = time(0)
LONGEST_SPAN = 14
"""Days; what lasts longer is shown as a band and puts no flag on a post by itself."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """All of a market on which its days depend."""

    country: str
    subdivisions: tuple[str, ...]
    languages: tuple[str, ...]
    zone: str


def counts(entry: SolemnDay, place: Place) -> bool:
    """Tell whether an entry is for this place, or for a part of it that may be meant."""
    if not entry.counts_in(place.country):
        return False
    if not entry.subdivisions or not place.subdivisions:
        return True
    return not set(entry.subdivisions).isdisjoint(place.subdivisions)


def parts_of(entry: SolemnDay, place: Place, year: int) -> Iterator[Observance]:
    """Yield each part of an occasion that may touch a year."""
    day = _whole_day(entry, place)
    if isinstance(entry.rule, Daily):
        for each in _days_of(year) if year >= entry.since else ():
            yield from _moments(entry, place, replace(day, day=each))
        return
    starts = _starts(entry, year)
    for near in (year - 1, year, year + 1):
        for start in dates_in(entry.rule, near) if near >= entry.since else ():
            if start.toordinal() in starts:
                yield from _occasion(entry, place, replace(day, day=start))


def _starts(entry: SolemnDay, year: int) -> range:
    """Return the days on which an occasion can start that touches a year or its neighbours."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return range(first - EDGE - entry.duration - _ASTRAY, last + EDGE + _ASTRAY)


def _occasion(entry: SolemnDay, place: Place, first: Observance) -> Iterator[Observance]:
    """Yield the days of one occasion with its eve and moments."""
    is_band = entry.duration > LONGEST_SPAN
    for number in range(entry.duration):
        day = replace(first, day=first.day + number * _ONE_DAY)
        if is_band:
            yield replace(day, part=Part.BAND)
        else:
            yield day
            yield from _moments(entry, place, day)
    if entry.has_eve and not is_band:
        eve = first.day - _ONE_DAY
        yield replace(first, day=eve, part=Part.EVE, starts=EVE_STARTS, ends=MIDNIGHT)


def _moments(entry: SolemnDay, place: Place, day: Observance) -> Iterator[Observance]:
    for starts, ends in entry.moments:
        is_evening_before = entry.has_eve and not entry.is_own and starts >= EVE_STARTS
        meant = day.day - _ONE_DAY if is_evening_before else day.day
        first, last = datetime.combine(meant, starts), datetime.combine(meant, ends)
        if entry.moments_zone:
            first = local_at(instant_of(first, entry.moments_zone), place.zone)
            last = local_at(instant_of(last, entry.moments_zone), place.zone)
        yield replace(
            day, day=first.date(), part=Part.MOMENT, starts=first.time(), ends=last.time()
        )


def _whole_day(entry: SolemnDay, place: Place) -> Observance:
    """Return the occasion without its date, as it counts in a place."""
    severity, why = entry.severity, entry.why
    if entry.tone is Tone.CAREFUL and not entry.is_own:
        severity = one_step_lower(severity)
    if entry.subdivisions and not place.subdivisions:
        severity = one_step_lower(severity)
        regions = ", ".join(region_name(code) for code in entry.subdivisions)
        why = _("{why} It is kept in {regions} only.").format(why=why, regions=regions)
    return Observance(
        id=entry.id,
        day=date.min,
        part=Part.DAY,
        name=entry.name,
        short=entry.short,
        local_name=entry.name_in(place.languages),
        tone=entry.tone,
        severity=severity,
        why=why,
        source=entry.source,
        source_url=entry.source_url,
        is_checked=entry.is_checked,
        incident=entry.incident,
        incident_url=entry.incident_url,
        terms=entry.terms,
        clash=entry.clash,
        legal=entry.legal,
        is_estimate=isinstance(entry.rule, Islamic),
        subdivisions=entry.subdivisions,
        replaces=entry.replaces,
        is_own=entry.is_own,
    )


def one_step_lower(severity: Severity) -> Severity:
    """Return the next milder severity; a note stays one."""
    return Severity(max(Severity.NOTE, severity - 1))


def _days_of(year: int) -> Iterator[date]:
    for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
        yield date.fromordinal(ordinal)
