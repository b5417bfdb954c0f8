"""Public holidays and other observed days of a market, as the `holidays` package knows them.

Every name is asked for in a language that the package supports for the country: without one, or
with one that it lacks, it would follow the environment of the process.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

from app.domain.flag import Severity
from app.domain.observance import Observance, Part, Tone
from app.wording import _

if TYPE_CHECKING:
    from holidays import HolidayBase

_URL = "https://holidays.readthedocs.io/"
_COUNTRIES = "holidays.countries"
_PUBLIC = "public"
_SEASONS = frozenset({"school"})
"""Categories that say nothing about a single day."""
_ESTIMATED = " (estimated)"
_HOLIDAY = "-holiday-"
"""Stands in the id of a public holiday between its country and its name."""
_CHINESE_SCRIPTS = {"hant": "zh_tw", "hans": "zh_cn"}


def public_holidays(
    *,
    country: str,
    subdivisions: tuple[str, ...],
    languages: tuple[str, ...],
    reader: str,
    year: int,
) -> tuple[Observance, ...]:
    """Return the public holidays of a year, and days observed without being one, as notes.

    `name` is in the reader's language where the package has it, else in English; `local_name` in
    the first of the market's languages that it has. Years that it does not know give nothing.
    """
    kind = kind_of(country)
    if kind is None:
        return ()
    codes = (code.removeprefix(f"{country}-") for code in subdivisions)
    found: dict[tuple[date, str], Observance] = {}
    for region in ("", *(code for code in codes if code in kind.subdivisions)):
        names = _Names(country, region, year, languages, reader)
        for day in names.observances():
            known = found.get((day.day, day.id))
            if known is None:
                found[day.day, day.id] = day
            elif known.subdivisions:
                both = (*known.subdivisions, *day.subdivisions)
                found[day.day, day.id] = replace(known, subdivisions=both)
    return tuple(sorted(found.values(), key=lambda day: (day.day, day.id)))


def dates_of(country: str, language: str, name: str, year: int) -> Iterator[date]:
    """Yield the days that bear exactly this name, in any category; none beyond the known years."""
    kind = kind_of(country)
    if kind is None:
        return
    calendar = _library().country_holidays(
        country,
        years=year,
        expand=False,
        language=supported_language((language,), kind.supported_languages, kind.default_language),
        categories=kind.supported_categories,
    )
    for day in sorted(calendar):
        if name in {known.removesuffix(_ESTIMATED) for known in calendar.get_list(day)}:
            yield day


def region_name(code: str) -> str:
    """Return what a subdivision such as DE-BY calls itself, or the code where nobody knows."""
    country, _dash, region = code.partition("-")
    kind = kind_of(country)
    names = kind.get_subdivision_aliases().get(region) if kind else None
    return names[0] if names else code


@lru_cache(maxsize=64)
def regions_of(country: str) -> Mapping[str, str]:
    """Return the regions of a country, by name and by code, with the second half of their code."""
    kind = kind_of(country)
    if kind is None:
        return {}
    named = kind.get_subdivision_aliases()
    codes = {code: code for code in (*named, *kind.subdivisions)}
    return codes | {name: code for code, names in named.items() for name in names}


def supported_language(
    wanted: Iterable[str], supported: Iterable[str], default: str | None
) -> str | None:
    """Return the best supported locale for languages in order of preference, else the default."""
    by_tag = {tag.lower(): tag for tag in sorted(supported)}
    for language in wanted:
        tag = language.replace("-", "_").lower()
        base, _mark, script = tag.partition("_")
        first_choices = [tag, _CHINESE_SCRIPTS.get(script.partition("_")[0], "")]
        if default and default.lower().partition("_")[0] == base:
            first_choices.append(default.lower())
        relatives = [other for other in by_tag if other.partition("_")[0] == base]
        for choice in (*first_choices, "en_us" if base == "en" else "", *relatives):
            if choice in by_tag:
                return by_tag[choice]
    return default


@dataclass(frozen=True, slots=True)
class _Names:
    """The days of one country or region, in the languages that the package has for it."""

    country: str
    region: str
    year: int
    languages: tuple[str, ...]
    reader: str

    def observances(self) -> Iterator[Observance]:
        """Yield the public holidays, then what is observed on other days."""
        supported = set(kind_of(self.country).supported_categories)
        public = {day.day: day for day in self._of({_PUBLIC} & supported, is_public=True)}
        yield from public.values()
        for day in self._of(supported - _SEASONS - {_PUBLIC}, is_public=False):
            if day.day not in public:
                yield day

    def _of(self, categories: set[str], *, is_public: bool) -> Iterator[Observance]:
        """Yield one observance for each day; several names of a day stand side by side."""
        if not categories:
            return
        choices = (("en",), self.languages, (self.reader, "en"))
        spoken = [self._spoken(languages) for languages in choices]
        calendars = {language: self._calendar(categories, language) for language in set(spoken)}
        english, local, read = (calendars[language] for language in spoken)
        for day, name in english.items():
            plain = name.removesuffix(_ESTIMATED)
            is_estimate = plain != name
            yield Observance(
                id=f"{self.country.lower()}{_HOLIDAY}{slug(plain)}",
                day=day,
                part=Part.DAY,
                name=_without_mark(read[day]) if is_estimate else read[day],
                local_name=_without_mark(local[day]) if is_estimate else local[day],
                tone=Tone.HOLIDAY,
                severity=Severity.NOTE,
                why=_why(is_public=is_public),
                source=f"holidays {_library().__version__}",
                source_url=_URL,
                is_estimate=is_estimate,
                subdivisions=(f"{self.country}-{self.region}",) if self.region else (),
            )

    def _spoken(self, languages: tuple[str, ...]) -> str | None:
        kind = kind_of(self.country)
        return supported_language(languages, kind.supported_languages, kind.default_language)

    def _calendar(self, categories: set[str], language: str | None) -> "HolidayBase":
        calendar: HolidayBase = _library().country_holidays(
            self.country,
            subdiv=self.region or None,
            years=self.year,
            expand=False,
            language=language,
            categories=tuple(sorted(categories)),
        )
        return calendar


def kind_of(country: str) -> Any:  # noqa: ANN401  a class of a package whose classes come late
    """Return the calendar of a country by its ISO code, or nothing where the package has none.

    The package's own list of countries loads all of them, which takes a while.
    """
    library = _library()
    known = library.registry.EntityLoader.get_country_codes(include_aliases=False)
    return getattr(library, country) if country in known else None


def slug_of(holiday: Observance) -> str:
    """Return the slug of a public holiday's English name, whatever its reader speaks."""
    return holiday.id.partition(_HOLIDAY)[2]


def _library() -> ModuleType:
    import holidays  # noqa: PLC0415  a tenth of a second, not needed before the first day is asked

    _load_countries_one_by_one()
    return holidays


def _load_countries_one_by_one() -> None:
    """Leave out what loads all 250 countries with the first one: each of them stands alone too."""
    spec = None if _COUNTRIES in sys.modules else find_spec(_COUNTRIES)
    if spec is not None:
        sys.modules[_COUNTRIES] = module_from_spec(spec)  # it has its folder, and nothing is run


def _why(*, is_public: bool) -> str:
    if is_public:
        return _("A public holiday in this market.")
    return _("Observed in this market, but not a public holiday.")


def slug(name: str) -> str:
    """Return the letters and digits of a name, small, with one dash for all else."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def _without_mark(name: str) -> str:
    """Return a name without the mark in brackets that says “estimated” in its language."""
    return re.sub(r"\s*[(（][^()（）]*[)）]$", "", name)
