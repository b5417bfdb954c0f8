"""Days for which people wish each other well, and when they are in a country.

The data stands in resources/greetings.toml; its head explains the fields.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.days.data_file import entries_by_id, tables_under
from app.days.fields import Fields
from app.days.rules import Rule, dates_in, parse_rule
from app.errors import InvalidInputError
from app.risks.language_codes import known_as
from app.risks.meaning import ANY_LANGUAGE, Meaning, Phrase
from app.wording import _

GREETINGS = Path(__file__).resolve().parents[2] / "resources" / "greetings.toml"

NAME, FULL = "occasion.called", "occasion.wished"
"""Kinds of phrases: a name of the day, and a greeting that needs no further word."""

EVERYWHERE = "*"
_FIELDS = (
    *("id", "dates", "none", "silent", "before", "after", "names", "full", "with"),
    *("source", "source_url", "source_checked"),
)
_LONGEST = range(61)


@dataclass(frozen=True, slots=True)
class Dating:
    """A rule, and the countries in which the day follows it."""

    rule: Rule
    countries: frozenset[str]
    unless: Rule | None = None
    """Where the rule gives a date of this one …"""
    then: Rule | None = None
    """… the date of this rule counts instead."""

    @property
    def is_default(self) -> bool:
        """Whether it counts in every country that stands in no rule."""
        return EVERYWHERE in self.countries

    def dates(self, year: int) -> tuple[date, ...]:
        """Return the dates in a year; none where a library does not know it."""
        found = dates_in(self.rule, year)
        if self.unless and self.then and not set(found).isdisjoint(dates_in(self.unless, year)):
            return dates_in(self.then, year)
        return found


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day of good wishes."""

    id: str
    datings: tuple[Dating, ...]
    none: frozenset[str]
    before: int
    after: int
    names: tuple[tuple[str, tuple[str, ...]], ...]
    full: tuple[tuple[str, tuple[str, ...]], ...]
    silent: frozenset[str]
    """Countries of which another entry with the same names speaks."""
    others: frozenset[str]
    """Occasions whose name in the same text explains the wish."""
    source: str
    source_url: str
    is_checked: bool

    def dates_in(self, country: str, year: int) -> tuple[date, ...]:
        """Return the dates in a country; none where it is not known or there is none."""
        found = {
            day
            for dating in self.datings
            if country in dating.countries or (self._is_default(country) and dating.is_default)
            for day in dating.dates(year)
        }
        return tuple(sorted(found))

    def is_known_in(self, country: str) -> bool:
        """Tell whether a rule speaks of a country."""
        is_default = any(dating.is_default for dating in self.datings)
        return is_default or not self._is_default(country)

    def is_missing_in(self, country: str) -> bool:
        """Tell whether a country is known to have no such day."""
        is_unnamed = EVERYWHERE in self.none and not self.is_known_in(country)
        return country in self.none or is_unnamed

    def dates_anywhere(self, year: int) -> Iterator[tuple[date, frozenset[str]]]:
        """Yield each date of a year with the countries that have it."""
        for dating in self.datings:
            for day in dating.dates(year):
                yield day, dating.countries

    def _is_default(self, country: str) -> bool:
        return not any(country in dating.countries for dating in self.datings)


@dataclass(frozen=True, slots=True)
class Occasions:
    """All entries of a file that could be read, and what is wrong with the others."""

    entries: Mapping[str, Occasion]
    problems: tuple[InvalidInputError, ...]


def phrases(language: str) -> Iterator[Phrase]:
    """Yield the names of all occasions in a language, and whole greetings; English is for any."""
    wanted = {"en"} if language == ANY_LANGUAGE else {language, known_as(language)} - {"en"}
    for occasion in read_occasions().entries.values():
        for kind, table in ((NAME, occasion.names), (FULL, occasion.full)):
            for spoken, words in table:
                if spoken in wanted:
                    yield from ((word, Meaning(kind, occasion.id)) for word in words)


@lru_cache(maxsize=8)
def read_occasions(path: Path = GREETINGS) -> Occasions:
    """Return the occasions of a file; InvalidInputError if it cannot be read as a whole."""
    return Occasions(*entries_by_id(path, tables_under(path, "occasion"), _entry))


def _entry(fields: Fields) -> Occasion:
    fields.refuse_others_than(_FIELDS)
    return Occasion(
        id=fields.text("id"),
        datings=tuple(_datings(fields)),
        none=frozenset(fields.text("none", "").split()),
        before=fields.number("before", 0, _LONGEST),
        after=fields.number("after", 0, _LONGEST),
        names=tuple(_by_language(fields, "names")),
        full=tuple(_by_language(fields, "full")),
        silent=frozenset(fields.text("silent", "").split()),
        others=frozenset(fields.texts("with")),
        source=fields.text("source"),
        source_url=fields.text("source_url"),
        is_checked=fields.truth("source_checked"),
    )


def _datings(fields: Fields) -> Iterator[Dating]:
    for written, countries in fields.named_texts("dates"):
        plain, _unless, rest = written.partition(" unless ")
        unless, _then, then = rest.partition(" then ")
        try:
            yield Dating(
                parse_rule(plain),
                frozenset(countries.split()),
                parse_rule(unless) if rest else None,
                parse_rule(then) if rest else None,
            )
        except InvalidInputError as error:
            raise fields.wrong("dates", str(error).rstrip(".")) from error


def _by_language(fields: Fields, field: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    table = fields.table.get(field, {})
    if not isinstance(table, dict):
        raise fields.wrong(field, _("a list of texts for each language is expected"))
    each = Fields(fields.file, f"{fields.entry}, {field}", table)
    for language in table:
        yield language, each.texts(language)
