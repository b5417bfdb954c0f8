"""Words with which a text says when: from Unicode CLDR, and from resources/dates.

Fields of a file in resources/dates, one for each language; all are lists of phrases
    mon … sun       forms of weekdays that CLDR does not have
    months          the same for months, by number
    today, tonight, this_morning, tomorrow, overmorrow, yesterday, weekend
                    days told from the one on which the text is read
    none            phrases that hold one of these words and do not mean it
    morning, evening  greetings of a time of day
    until, until_after  what makes a date a deadline, before it or behind it
    upcoming, past  what says that something is still to come, or is over
    event           what people are invited to
    is              what stands before a day that is said to be today
    wish, belated   words of good wishes, and of those that come late
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from app.days.data_file import tables_of
from app.days.fields import Fields
from app.days.rules import WEEKDAYS
from app.risks.folding import UNSPACED, folded
from app.risks.matching import Matcher
from app.risks.meaning import ANY_LANGUAGE, Meaning, Phrase
from app.wording import _

DATES = Path(__file__).resolve().parents[2] / "resources" / "dates"
"""One file for each language that has more to say than CLDR knows."""

WEEKDAY, MONTH = "said.weekday", "said.month"
"""Kinds of words; `of` is the number, and Monday is 0."""
RELATIVE, NONE, HOUR = "said.day", "said.nothing", "said.hour"
"""Kinds of words; `of` is the field of the file."""

_DAYS = ("today", "tonight", "this_morning", "tomorrow", "overmorrow", "yesterday", "weekend")
_HOURS = ("morning", "evening")
_CUES = ("until", "until_after", "upcoming", "past", "event", "is", "wish", "belated")
_FIELDS = (*WEEKDAYS, *_DAYS, "none", *_HOURS, *_CUES)
_SHORTEST = 4
"""Letters of a weekday that is looked for everywhere; shorter ones count beside a date only."""
_SEMITIC, _SHORTEST_SEMITIC = re.compile("[\u0590-\u06ff]"), 3
"""Hebrew and Arabic are written without vowels: their whole names are short."""
_SHORTEST_MONTH = 3
_VARIANTS = {
    "ar": ("ar", "ar_LB", "ar_DZ", "ar_MA"),
    "de": ("de", "de_AT"),
    "no": ("nb",),
    "sr": ("sr", "sr_Latn"),
    "zh": ("zh", "zh_Hant"),
}


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language, as people write them."""

    phrases: tuple[Phrase, ...] = ()
    """What is looked for in every text."""
    cues: tuple[Phrase, ...] = ()
    """What is looked for in a sentence that has a date; the kind is the field of the file."""
    short_weekdays: tuple[tuple[str, int], ...] = ()
    """Folded abbreviations, which mean a weekday only beside a date."""


def phrases(language: str) -> tuple[Phrase, ...]:
    """Return the names of weekdays and months, words such as “tomorrow”, greetings of the hour."""
    return () if language == ANY_LANGUAGE else date_words(language).phrases


@lru_cache(maxsize=256)
def cues(languages: frozenset[str]) -> Matcher[Meaning]:
    """Return what finds the words around a date: common ones, for one sentence at a time."""
    return Matcher(cue for language in sorted(languages) for cue in date_words(language).cues)


@lru_cache(maxsize=256)
def short_weekdays(languages: frozenset[str]) -> Mapping[str, frozenset[int]]:
    """Return the weekdays that each folded abbreviation may mean; Monday is 0."""
    found: dict[str, frozenset[int]] = {}
    for language in languages:
        for name, number in date_words(language).short_weekdays:
            found[name] = found.get(name, frozenset()) | {number}
    return found


@lru_cache(maxsize=256)
def date_words(language: str) -> DateWords:
    """Return the words of a language (`de`, `pt` …); none for one that nobody knows."""
    return read_date_words(language, DATES / f"{language}.toml")


def read_date_words(language: str, path: Path) -> DateWords:
    """Return the words of a language with those of its file; InvalidInputError if that is wrong."""
    fields = _fields(path)
    weekdays = [*_weekdays(language)]
    for number, name in enumerate(WEEKDAYS):
        weekdays += ((word, number) for word in fields.texts(name))
    months = [*_months(language), *_more_months(fields)]
    said = [(word, Meaning(RELATIVE, name)) for name in _DAYS for word in fields.texts(name)]
    said += ((word, Meaning(NONE)) for word in fields.texts("none"))
    said += ((word, Meaning(HOUR, name)) for name in _HOURS for word in fields.texts(name))
    long, short = _by_length(weekdays)
    said += ((word, Meaning(WEEKDAY, str(number))) for word, number in long)
    said += ((word, Meaning(MONTH, str(number))) for word, number in months)
    return DateWords(
        phrases=tuple(dict.fromkeys(said)),
        cues=tuple((word, Meaning(name)) for name in _CUES for word in fields.texts(name)),
        short_weekdays=tuple(short),
    )


def _fields(path: Path) -> Fields:
    if not path.exists():
        return Fields(path.name, path.stem, {})
    fields = Fields(path.name, path.stem, tables_of(path))
    fields.refuse_others_than((*_FIELDS, "months"))
    return fields


def _more_months(fields: Fields) -> Iterator[tuple[str, int]]:
    table = fields.table.get("months", {})
    numbers = {str(number): number for number in range(1, 13)}
    if not isinstance(table, dict) or not set(table) <= set(numbers):
        raise fields.wrong("months", _("a list of names for each month from 1 to 12 is expected"))
    each = Fields(fields.file, f"{fields.entry}, months", table)
    for name, number in numbers.items():
        yield from ((word, number) for word in each.texts(name))


def _weekdays(language: str) -> Iterator[tuple[str, int]]:
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.days[context][width].items():
                    yield name.rstrip("."), number
                    if name.endswith("-feira"):
                        yield name.removesuffix("-feira"), number


def _months(language: str) -> Iterator[tuple[str, int]]:
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    plain = name.rstrip(".")
                    is_name = not plain[:1].isdigit() and len(folded(plain)) >= _SHORTEST_MONTH
                    if is_name:
                        yield plain, number


def _locales(language: str) -> Iterator[Locale]:
    for code in _VARIANTS.get(language, (language,)):
        try:
            yield Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue


def _by_length(
    weekdays: Iterable[tuple[str, int]],
) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return the names to look for everywhere, and folded those that count beside a date only."""
    long: list[tuple[str, int]] = []
    short: list[tuple[str, int]] = []
    for name, number in weekdays:
        plain = folded(name)
        shortest = _SHORTEST_SEMITIC if _SEMITIC.match(plain) else _SHORTEST
        is_long = len(plain) >= shortest or (len(plain) > 1 and UNSPACED.match(plain))
        if is_long:
            long.append((name, number))
        elif len(plain) > 1:
            short.append((plain, number))
    return long, short
