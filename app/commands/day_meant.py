"""The day that somebody means who types `12 Jan`, `next Friday`, `in 3 days` or `2027-01-12`.

Names of days and months are understood in each language that is handed in, and in English.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.risks.date_shapes import FILLERS
from app.risks.date_words import MONTH, RELATIVE, WEEKDAY, date_words
from app.risks.folding import folded
from app.wording import _

_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?")
_WEEK_NUMBER = re.compile(r"(?:(?P<year>\d{4})-?)?(?:w|kw|week|cw)\s?(?P<week>\d{1,2})")
_SIGNS = re.compile(
    r"(?:(?P<year>\d{4})[年년]\s?)?(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]?"
)
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2})?)?")
_OFFSET = re.compile(r"(?P<sign>[+-])\s?(?P<count>\d{1,4})")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|e|\.|a|o|日|일)?")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_DAYS_OF = {"yesterday": -1, "today": 0, "tonight": 0, "this_morning": 0, "tomorrow": 1}
_DAYS_OF |= {"overmorrow": 2}
_WEEK = timedelta(days=7)
_CENTURY = 2000
_RARE = 8
"""Years within which there is a 29 February."""


def days_meant(typed: str, today: date, languages: Iterable[str] = ()) -> tuple[date, ...]:
    """Return the days that may be meant, the likeliest first; none where it names no day."""
    text = " ".join(folded(typed).split())
    words = _vocabulary(frozenset({"en", *languages}), tuple(_own_forms().items()))
    if not text:
        return ()
    for read in _WAYS:
        try:
            found = tuple(dict.fromkeys(read(text, today, words)))
        except (ValueError, OverflowError):  # a day that no calendar has
            continue
        if found:
            return found
    return ()


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """What words mean in some languages, folded."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative: Mapping[str, int]
    """Days from today."""
    forms: Mapping[str, frozenset[str]]
    """The forms of the words around a day, by the English one."""

    def of(self, word: str) -> frozenset[str]:
        """Return the forms of a word."""
        return self.forms[word]

    def step(self, way: str) -> int:
        """Return 1 for what says the next, -1 for what says the last, 0 for other words."""
        return 1 if way in self.of("next") else -1 if way in self.of("last") else 0

    def lengths(self, unit: str) -> Iterator[timedelta]:
        """Yield how long a unit is; nothing for other words."""
        if unit in self.of("day"):
            yield timedelta(days=1)
        elif unit in self.of("week"):
            yield _WEEK


def _own_forms() -> Mapping[str, str]:
    """Return the words around a day in the reader's language; a bar stands between forms."""
    return {
        "day|days": _("day|days"),
        "week|weeks": _("week|weeks"),
        "month": _("month"),
        "in": _("in"),
        "ago": _("ago"),
        "this|on": _("this|on"),
        "next|coming": _("next|coming"),
        "last|past|previous": _("last|past|previous"),
    }


@lru_cache(maxsize=32)
def _vocabulary(languages: frozenset[str], own: tuple[tuple[str, str], ...]) -> _Vocabulary:
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    relative: dict[str, int] = {}
    for language in sorted(languages, key=lambda one: (one != "en", one)):
        known = date_words(language)
        for word, meaning in known.phrases:
            if meaning.kind == MONTH:
                months.setdefault(_bare(word), int(meaning.of))
            elif meaning.kind == WEEKDAY:
                weekdays.setdefault(_bare(word), int(meaning.of))
            elif meaning.kind == RELATIVE and meaning.of in _DAYS_OF:
                relative.setdefault(_bare(word), _DAYS_OF[meaning.of])
        for word, number in known.short_weekdays:
            weekdays.setdefault(_bare(word), number)
    forms = {
        english.split("|")[0]: frozenset(map(folded, f"{english}|{said}".split("|")))
        for english, said in own
    }
    return _Vocabulary(months, weekdays, relative, forms)


# --- the ways of saying a day ---------------------------------------------------------------------


def _iso(text: str, _today: date, _words: _Vocabulary) -> Iterator[date]:
    if match := _ISO.fullmatch(text):
        yield date(int(match["year"]), int(match["month"]), int(match["day"] or 1))


def _week(text: str, today: date, _words: _Vocabulary) -> Iterator[date]:
    if match := _WEEK_NUMBER.fullmatch(text):
        number = int(match["week"])
        if match["year"]:
            yield date.fromisocalendar(int(match["year"]), number, 1)
            return
        this_year, next_year = (
            date.fromisocalendar(today.year + step, number, 1) for step in (0, 1)
        )
        yield this_year if this_year + _WEEK > today else next_year


def _signs(text: str, today: date, _words: _Vocabulary) -> Iterator[date]:
    if match := _SIGNS.fullmatch(text):
        yield from _in_years(match["year"], int(match["month"]), int(match["day"]), today)


def _numbers(text: str, today: date, _words: _Vocabulary) -> Iterator[date]:
    if match := _NUMBERS.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        for day, month in ((first, second), (second, first)):
            if _is_possible(day, month):
                yield from _in_years(match[3], month, day, today)


def _offset(text: str, today: date, _words: _Vocabulary) -> Iterator[date]:
    if match := _OFFSET.fullmatch(text):
        count = int(match["count"])
        yield today + timedelta(days=count if match["sign"] == "+" else -count)


def _relative(text: str, today: date, words: _Vocabulary) -> Iterator[date]:
    if text in words.relative:
        yield today + timedelta(days=words.relative[text])


def _ahead(text: str, today: date, words: _Vocabulary) -> Iterator[date]:
    """Read `in 3 days`, `2 weeks ago`, `next week`, `last month`."""
    match text.split():
        case [way, count, unit] if way in words.of("in") and count.isdecimal():
            yield from (today + int(count) * one for one in words.lengths(unit))
        case [count, unit, way] if way in words.of("ago") and count.isdecimal():
            yield from (today - int(count) * one for one in words.lengths(unit))
        case [way, unit] if unit in words.of("week") and words.step(way):
            yield today - timedelta(days=today.weekday()) + words.step(way) * _WEEK
        case [way, unit] if unit in words.of("month") and words.step(way):
            number = today.year * 12 + today.month - 1 + words.step(way)
            yield date(number // 12, number % 12 + 1, 1)


def _weekday(text: str, today: date, words: _Vocabulary) -> Iterator[date]:
    """Read `Friday`, `next Friday`, `last Friday`; the next one may be that of next week too."""
    names = [token for token in text.split() if _bare(token) in words.weekdays]
    ways = [token for token in text.split() if token not in names]
    if len(names) != 1 or any(not words.step(way) and way not in words.of("this") for way in ways):
        return
    number, step = words.weekdays[_bare(names[0])], sum(map(words.step, ways))
    ahead = timedelta(days=(number - today.weekday()) % 7)
    if step < 0:
        yield today + ahead - _WEEK
    elif step > 0:
        first = today + (ahead or _WEEK)
        yield from (first, first + _WEEK)
    else:
        yield today + ahead


def _written(text: str, today: date, words: _Vocabulary) -> Iterator[date]:
    """Read a day with the name of its month, in any order: `12 Jan`, `January 12th, 2027`."""
    day = month = 0
    year = ""
    for token in re.split(r"[\s,]+", text):
        bare = _bare(token)
        if not month and bare in words.months:
            month = words.months[bare]
        elif not year and _YEAR.fullmatch(token):
            year = token
        elif not day and (match := _DAY.fullmatch(token)):
            day = int(match[1])
        elif bare and bare not in FILLERS and bare not in words.weekdays:
            return
    if month:
        yield from _in_years(year, month, day or 1, today)


_WAYS: tuple[Callable[[str, date, _Vocabulary], Iterator[date]], ...] = (
    _iso,
    _week,
    _signs,
    _numbers,
    _offset,
    _relative,
    _ahead,
    _weekday,
    _written,
)


# --- small things ---------------------------------------------------------------------------------


def _in_years(year: str | None, month: int, day: int, today: date) -> Iterator[date]:
    """Yield the day in the year that was said, else the one to come and then the one before."""
    if year:
        yield date(int(year) if len(year) > len("27") else _CENTURY + int(year), month, day)
        return
    near = list(_every_year(month, day, today.year))
    yield from [one for one in near if one >= today][:1]
    yield from [one for one in near if one < today][-1:]


def _every_year(month: int, day: int, year: int) -> Iterator[date]:
    """Yield such days of the years around one: not every year has a 29 February."""
    for one in range(year - _RARE, year + _RARE + 1):
        with suppress(ValueError):
            yield date(one, month, day)


def _is_possible(day: int, month: int) -> bool:
    return month in range(1, 13) and day in range(1, 32)


def _bare(word: str) -> str:
    return folded(word).strip(".,")
