"""Names of solemn days: which of them a text speaks of, wherever it is scheduled."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.days.data_file import entries_by_id, tables_under
from app.days.fields import Fields
from app.days.solemn import SOLEMN_DAYS, SolemnDay, read_solemn_days
from app.domain.observance import Tone
from app.errors import InvalidInputError
from app.risks.folding import folded
from app.risks.matching import ANY_ENDING
from app.risks.meaning import ANY_LANGUAGE, Meaning, Phrase
from app.wording import _

NAMES = SOLEMN_DAYS.parents[1] / "day_names.toml"
"""More names of the days, beside those that the days have themselves."""

NAME = "day.name"
"""The text names a day: it counts in the markets of the day."""
KNOWN = "day.known"
"""The text names an atrocity or disaster that is known everywhere."""
HINT = "day.hint"
"""May name a day, or a plain date, a place, a word of everyday life: it needs another sign."""

_ENGLISH = "en"
_PLAIN_TONES = {Tone.CAREFUL, Tone.RESTRICTED}
"""Good Friday, Thanksgiving: shops name these days without speaking of the dead."""


@dataclass(frozen=True, slots=True)
class DayNames:
    """More names of one solemn day."""

    id: str
    names: tuple[str, ...] = ()
    everywhere: tuple[str, ...] = ()
    """Known in every market."""
    weak: tuple[str, ...] = ()
    """Names and terms that alone say nothing yet."""
    is_traded: bool = False
    """Shops name the day in their offers every year."""
    is_plain: bool = False
    """Shops and calendars use all names of the day in everyday life."""


@dataclass(frozen=True, slots=True)
class NamedDays:
    """All entries of a file of names that could be read, and what is wrong with the others."""

    entries: tuple[DayNames, ...]
    problems: tuple[InvalidInputError, ...]


def day_names(language: str) -> Iterator[Phrase]:
    """Yield every name of every solemn day for any language, and for English the English ones."""
    if language not in (ANY_LANGUAGE, _ENGLISH):
        return
    more = {entry.id: entry for entry in read_day_names().entries}
    for day in solemn_days().values():
        known = more.get(day.id, DayNames(day.id))
        yield from _english(day, known) if language == _ENGLISH else _phrases(day, known)


@lru_cache(maxsize=1)
def solemn_days() -> Mapping[str, SolemnDay]:
    """Return the days that come with the program, by id."""
    return {day.id: day for day in read_solemn_days(SOLEMN_DAYS).entries}


@lru_cache(maxsize=1)
def traded_days() -> frozenset[str]:
    """Return the ids of the days that shops name in their offers every year."""
    return frozenset(entry.id for entry in read_day_names().entries if entry.is_traded)


@lru_cache(maxsize=1)
def plain_days() -> frozenset[str]:
    """Return the ids of the days whose names are words of everyday life."""
    return frozenset(entry.id for entry in read_day_names().entries if entry.is_plain)


@lru_cache(maxsize=8)
def read_day_names(path: Path = NAMES) -> NamedDays:
    """Return the names of a file; InvalidInputError if it cannot be read as a whole."""
    entries, problems = entries_by_id(path, tables_under(path, "day"), _entry)
    return NamedDays(tuple(entries.values()), problems)


def _entry(fields: Fields) -> DayNames:
    fields.refuse_others_than(("id", "names", "everywhere", "weak", "trade", "plain"))
    name = fields.text("id")
    if name not in solemn_days():
        raise fields.wrong("id", _("no solemn day has this id"))
    return DayNames(
        name,
        names=fields.texts("names"),
        everywhere=fields.texts("everywhere"),
        weak=fields.texts("weak"),
        is_traded=fields.truth("trade"),
        is_plain=fields.truth("plain"),
    )


def _phrases(day: SolemnDay, more: DayNames) -> Iterator[Phrase]:
    own = [part for _language, name in day.names for part in name.split(" / ")]
    yield from _named(_once([*own, *day.terms, *more.names, *more.weak]), day, more)
    for name in _once(more.everywhere):
        yield name, Meaning(KNOWN, day.id)


def _english(day: SolemnDay, more: DayNames) -> Iterator[Phrase]:
    """Return the name that the data goes by: in other languages it may be a plain word."""
    return _named([day.name], day, more)


def _named(names: Iterable[str], day: SolemnDay, more: DayNames) -> Iterator[Phrase]:
    weak = set(map(folded, more.weak))
    is_plain = more.is_plain or day.tone in _PLAIN_TONES
    for name in names:
        is_hint = is_plain or folded(name) in weak
        yield name, Meaning(HINT if is_hint else NAME, day.id)


def _once(names: Iterable[str]) -> Iterator[str]:
    """Yield each name once; one that may go on stands for the same without an ending."""
    longest_last = sorted(names, key=len)
    return iter({folded(name).strip(ANY_ENDING): name for name in longest_last}.values())
