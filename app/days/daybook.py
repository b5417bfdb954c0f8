"""What a day means in a market: solemn days with eve and moments, and public holidays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from pathlib import Path

from app.days.public import public_holidays, region_name
from app.days.rules import Daily, Islamic, dates_in
from app.days.solemn import SOLEMN_DAYS, SolemnDay, SolemnDays, read_solemn_days
from app.domain.canonical import length_prefixed, sha256
from app.domain.flag import Severity
from app.domain.market import Market
from app.domain.observance import Observance, Part, Tone
from app.domain.wall_time import instant_of, local_at
from app.errors import InvalidInputError
from app.wording import _

EVE_STARTS = time(16)
MIDNIGHT = time(0)
LONGEST_SPAN = 14
"""Days; what lasts longer is shown as a band and puts no flag on a post by itself."""

_LIBRARIES = ("babel", "hijridate", "holidays", "pyluach")
_PARTS = (Part.MOMENT, Part.DAY, Part.EVE, Part.BAND)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """All of a market on which its days depend."""

    country: str
    subdivisions: tuple[str, ...]
    languages: tuple[str, ...]
    zone: str


Observances = dict[date, tuple[Observance, ...]]


@dataclass(frozen=True, slots=True)
class _Year:
    """One year in one place."""

    days: Observances
    bands: Observances


@dataclass(frozen=True, slots=True)
class DayBook:
    """Everything known about days; safe to read from several threads."""

    solemn: SolemnDays = field(compare=False, repr=False)
    language: str
    """The reader's; public holidays are named in it where they can be."""
    version: str
    """Knowledge version: the edition of the data, then a digest of the data and the libraries."""
    _years: dict[tuple[Place, int], _Year] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, language: str = "en", path: Path = SOLEMN_DAYS) -> "DayBook":
        """Return the book of a data file; InvalidInputError if that cannot be read at all."""
        solemn = read_solemn_days(path)
        libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
        digest = sha256(length_prefixed([solemn.digest, *libraries]))[:12]
        return cls(solemn=solemn, language=language, version=f"{solemn.edition}.{digest}")

    @property
    def problems(self) -> tuple[InvalidInputError, ...]:
        """What is wrong with entries that could not be read."""
        return self.solemn.problems

    def on(self, market: Market, day: date) -> tuple[Observance, ...]:
        """Return what a day means in a market: days, eves and moments, the worst first."""
        return self._year(market, day.year).days.get(day, ())

    def between(self, market: Market, first: date, last: date) -> Observances:
        """Return `on` for each day from the first to the last, both included."""
        return {day: self.on(market, day) for day in _days(first, last)}

    def bands(self, market: Market, first: date, last: date) -> Observances:
        """Return the month-long occasions of each day from the first to the last."""
        return {day: self._year(market, day.year).bands.get(day, ()) for day in _days(first, last)}

    def _year(self, market: Market, year: int) -> _Year:
        place = Place(market.country, market.subdivisions, market.languages, market.zone)
        known = self._years.get((place, year))
        if known is None:  # two threads may both work it out; the result is the same
            known = self._years[place, year] = self._work_out(place, year)
        return known

    def _work_out(self, place: Place, year: int) -> _Year:
        kept = [entry for entry in self.solemn.entries if _counts(entry, place)]
        replaced = {name for entry in kept for name in entry.replaces}
        solemn = [
            part
            for entry in kept
            if entry.id not in replaced
            for part in _parts(entry, place, year)
            if part.day.year == year
        ]
        names = {(part.day, name.casefold()) for part in solemn for name in _names(part)}
        public = [
            holiday
            for holiday in public_holidays(
                country=place.country,
                subdivisions=place.subdivisions,
                languages=place.languages,
                reader=self.language,
                year=year,
            )
            if not any((holiday.day, name.casefold()) in names for name in _names(holiday))
        ]
        bands = [part for part in solemn if part.part is Part.BAND]
        days = [part for part in solemn if part.part is not Part.BAND]
        return _Year(days=_by_day((*days, *public)), bands=_by_day(bands))


def _names(part: Observance) -> tuple[str, str]:
    return part.name, part.local_name


def _by_day(parts: Iterable[Observance]) -> Observances:
    days: defaultdict[date, list[Observance]] = defaultdict(list)
    for part in parts:
        days[part.day].append(part)
    return {day: tuple(sorted(found, key=_worst_first)) for day, found in days.items()}


def _worst_first(part: Observance) -> tuple[int, bool, int, str, time]:
    is_holiday = part.tone is Tone.HOLIDAY
    order = _PARTS.index(part.part)
    return -part.severity, is_holiday, order, part.id, part.starts or MIDNIGHT


def _days(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def _counts(entry: SolemnDay, place: Place) -> bool:
    """Tell whether an entry is for this place, or for a part of it that may be meant."""
    if not entry.counts_in(place.country):
        return False
    if not entry.subdivisions or not place.subdivisions:
        return True
    return not set(entry.subdivisions).isdisjoint(place.subdivisions)


def _parts(entry: SolemnDay, place: Place, year: int) -> Iterator[Observance]:
    """Yield each part of an occasion that may touch a year."""
    day = _whole_day(entry, place)
    if isinstance(entry.rule, Daily):
        first, last = date(year, 1, 1), date(year, 12, 31)
        for each in _days(first, last) if year >= entry.since else ():
            yield from _moments(entry, place, replace(day, day=each))
        return
    for near in (year - 1, year, year + 1):
        for start in dates_in(entry.rule, near) if near >= entry.since else ():
            yield from _occasion(entry, place, replace(day, day=start))


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
        is_evening_before = entry.has_eve and starts >= EVE_STARTS
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
    if entry.tone is Tone.CAREFUL:
        severity = _one_step_lower(severity)
    if entry.subdivisions and not place.subdivisions:
        severity = _one_step_lower(severity)
        regions = ", ".join(region_name(code) for code in entry.subdivisions)
        why = _("{why} It is kept in {regions} only.").format(why=why, regions=regions)
    return Observance(
        id=entry.id,
        day=date.min,
        part=Part.DAY,
        name=entry.name,
        local_name=entry.name_in(place.languages),
        tone=entry.tone,
        severity=severity,
        why=why,
        source=entry.source,
        source_url=entry.source_url,
        is_checked=entry.is_checked,
        terms=entry.terms,
        clash=entry.clash,
        legal=entry.legal,
        is_estimate=isinstance(entry.rule, Islamic),
        subdivisions=entry.subdivisions,
    )


def _one_step_lower(severity: Severity) -> Severity:
    return Severity(max(Severity.NOTE, severity - 1))
