"""What a day means in a market: solemn days with eve and moments, and public holidays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time
from pathlib import Path

from app.days.neighbours import neighbours
from app.days.occasions import EDGE, MIDNIGHT, Place, counts, parts_of
from app.days.public import public_holidays, slug, slug_of
from app.days.solemn import SOLEMN_DAYS, SolemnDays, edition_of, read_solemn_days
from app.days.team_days import entry_of
from app.domain.canonical import length_prefixed, sha256
from app.domain.flag import Severity
from app.domain.market import Market
from app.domain.observance import Observance, Part, Tone
from app.domain.team_day import NO_CALENDAR, DaySwitch, TeamCalendar, TeamDay
from app.errors import InvalidInputError
from app.libraries import release_of
from app.wording import _

_MOST_ASKED = 2_000
_LIBRARIES = ("babel", "hijridate", "holidays", "pyluach")
_PARTS = (Part.MOMENT, Part.DAY, Part.EVE, Part.BAND, Part.AFTER, Part.SIGHTING, Part.WEEKEND)

Observances = dict[date, tuple[Observance, ...]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the program itself knows of a year in one place, the edges of its neighbours too."""

    solemn: tuple[Observance, ...]
    public: tuple[Observance, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    """One year in one place, with what a team has decided."""

    days: Observances
    bands: Observances
    beside: Observances


@dataclass(frozen=True, slots=True)
class _Asked:
    """A year as it was found for these very objects, which it keeps alive."""

    market: Market
    team: TeamCalendar
    found: _Year


@dataclass(frozen=True, slots=True)
class DayBook:
    """Everything known about days; safe to read from several threads."""

    path: Path = field(compare=False, repr=False)
    language: str
    """The reader's; public holidays are named in it where they can be."""
    version: str
    """Knowledge version: the edition of the data, then a digest of the data and the libraries."""
    _known: dict[tuple[Place, int], _Known] = field(default_factory=dict, compare=False, repr=False)
    _years: dict[tuple[Place, int, TeamCalendar], _Year] = field(
        default_factory=dict, compare=False, repr=False
    )
    _asked: dict[tuple[int, int, int], _Asked] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def load(cls, language: str = "en", path: Path = SOLEMN_DAYS) -> "DayBook":
        """Return the book of a data file, of which only the head is read before anybody asks more.

        InvalidInputError if it cannot be read at all.
        """
        edition = edition_of(path)
        libraries = [f"{name} {release_of(name)}" for name in _LIBRARIES]
        digest = sha256(length_prefixed([edition.digest, *libraries]))[:12]
        return cls(path=path, language=language, version=f"{edition.number}.{digest}")

    @property
    def solemn(self) -> SolemnDays:
        """All solemn days; read once, when they are needed first."""
        return read_solemn_days(self.path)

    @property
    def problems(self) -> tuple[InvalidInputError, ...]:
        """What is wrong with entries that could not be read."""
        return self.solemn.problems

    def on(
        self, market: Market, day: date, team: TeamCalendar = NO_CALENDAR
    ) -> tuple[Observance, ...]:
        """Return what a day means in a market: days, eves and moments, the worst first.

        `team` is what the team has decided for this market.
        """
        return self._year(market, day.year, team).days.get(day, ())

    def beside(
        self, market: Market, day: date, team: TeamCalendar = NO_CALENDAR
    ) -> tuple[Observance, ...]:
        """Return what a day stands beside: the day after, by sighting, the long weekend before."""
        return self._year(market, day.year, team).beside.get(day, ())

    def between(
        self, market: Market, first: date, last: date, team: TeamCalendar = NO_CALENDAR
    ) -> Observances:
        """Return `on` for each day from the first to the last, both included."""
        return {day: self.on(market, day, team) for day in _days(first, last)}

    def bands(
        self, market: Market, first: date, last: date, team: TeamCalendar = NO_CALENDAR
    ) -> Observances:
        """Return the month-long occasions of each day from the first to the last."""
        return {
            day: self._year(market, day.year, team).bands.get(day, ()) for day in _days(first, last)
        }

    def _year(self, market: Market, year: int, team: TeamCalendar) -> _Year:
        """Return a year; every rule asks for it with every post, so nothing is compared twice."""
        name = id(market), year, id(team)
        asked = self._asked.get(name)
        if asked is None or asked.market is not market or asked.team is not team:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            asked = self._asked[name] = _Asked(market, team, self._found(market, year, team))
        return asked.found

    def _found(self, market: Market, year: int, team: TeamCalendar) -> _Year:
        place = Place(market.country, market.subdivisions, market.languages, market.zone)
        found = self._years.get((place, year, team))
        if found is None:  # two threads may both work it out; the result is the same
            found = self._years[place, year, team] = self._decided(place, year, team)
        return found

    def _decided(self, place: Place, year: int, team: TeamCalendar) -> _Year:
        """Lay what a team has decided over what the program knows of a year."""
        known = self._known.get((place, year))
        if known is None:
            known = self._known[place, year] = self._work_out(place, year)
        own = [part for day in team.days for part in _own_parts(day, place, year)]
        off = {switch.observance: switch for switch in team.switches}
        parts = [_switched(part, off.get(part.id)) for part in (*known.solemn, *own)]
        public = [_switched(part, off.get(part.id)) for part in known.public]
        beside = neighbours(parts, {holiday.day for holiday in public})
        parts = [part for part in parts if part.day.year == year]
        told = {
            (part.day, name)
            for part in parts
            for name in (slug(part.name), part.local_name.casefold())
        }
        holidays = [
            holiday
            for holiday in public
            if (holiday.day, slug_of(holiday)) not in told
            and (holiday.day, holiday.local_name.casefold()) not in told
        ]
        bands = [part for part in parts if part.part is Part.BAND]
        days = [part for part in parts if part.part is not Part.BAND]
        return _Year(
            days=_by_day((*days, *holidays)),
            bands=_by_day(bands),
            beside=_by_day(part for part in beside if part.day.year == year),
        )

    def _work_out(self, place: Place, year: int) -> _Known:
        kept = [entry for entry in self.solemn.entries if counts(entry, place)]
        replaced = {name for entry in kept for name in entry.replaces}
        edge = range(date(year, 1, 1).toordinal() - EDGE, date(year, 12, 31).toordinal() + EDGE)
        solemn = [
            part
            for entry in kept
            if entry.id not in replaced
            for part in parts_of(entry, place, year)
            if part.day.toordinal() in edge
        ]
        public = public_holidays(
            country=place.country,
            subdivisions=place.subdivisions,
            languages=place.languages,
            reader=self.language,
            year=year,
        )
        return _Known(tuple(solemn), public)


def _own_parts(day: TeamDay, place: Place, year: int) -> Iterator[Observance]:
    """Yield the parts of a team day; one that a newer program has written may not be readable."""
    try:
        entry = entry_of(day)
    except InvalidInputError:
        return
    yield from parts_of(entry, place, year)


def _switched(part: Observance, switch: DaySwitch | None) -> Observance:
    """Return a part as it counts: one that was switched off stays in sight as a note."""
    if switch is None:
        return part
    words = _("Switched off by {name}: {reason}").format(name=switch.by, reason=switch.reason)
    return replace(part, severity=Severity.NOTE, switched_off=words)


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
