"""Dates as a text writes them: a day with its month or alone, and the weekday beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.risks import date_shapes as shapes
from app.risks.date_shapes import Partial
from app.risks.date_words import MONTH, WEEKDAY, short_weekdays
from app.risks.matching import Hit
from app.risks.meaning import Meaning
from app.risks.reading import Reading

_DIGIT = re.compile(r"\d")
LONGEST_GAP = 18
_ABBREVIATION = 5
"""Letters of a word that is none any more."""
_LONGEST_SUFFIX = 8
_LONGEST_LIST = 6
_NEAR = 16
_ENDS_OF_THOUGHT = frozenset(";!?&+/|。！？")
_MONTH_FIRST_COUNTRIES = frozenset({"US", "PH", "PR", "GU"})
_MOST_DATES = 40
"""A text with more is a table, and no reader compares all of them."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date that stands in a text, in the places of its folded form."""

    start: int
    end: int
    readings: tuple[Partial, ...]
    """All that it can mean, the usual first: 3/5 is the third of May, or the fifth of March."""
    also: tuple[int, ...] = ()
    """Other days of the same month, where it is a list or a span."""
    weekdays: frozenset[int] = frozenset()
    """The weekday that stands beside it, or those that its abbreviation can mean; Monday is 0."""
    first: int = 0
    """Where it starts with its weekday."""
    last: int = 0
    """Where it ends with its weekday."""
    is_sure: bool = True
    """Whether it cannot be an hour, a price or a score."""

    def days(self, near: date) -> tuple[date, ...]:
        """Return each day that it can mean, the usual reading first and in it the nearest day."""
        return tuple(day for reading in self.readings for day in reading.near(near))


@lru_cache(maxsize=32)
def written_dates(text: Reading, country: str) -> tuple[WrittenDate, ...]:
    """Return the dates of a text from left to right; at most forty with a month."""
    if not has_digit(text.folded.text):
        return ()
    return _Finder(text, country).found()


@lru_cache(maxsize=32)
def weekday_hits(text: Reading) -> tuple[Hit[Meaning], ...]:
    """Return the names of weekdays in a text, from left to right."""
    return text.of(WEEKDAY)


def is_gap(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but signs and little words stands between two places."""
    if not 0 <= end - start <= LONGEST_GAP:
        return False
    between = text[start:end]
    if not _ENDS_OF_THOUGHT.isdisjoint(between) or between.count("\n") > 1 or has_digit(between):
        return False
    if between.startswith(". ") and not _is_abbreviation(text, start):
        return False
    return all(word in shapes.FILLERS for word in shapes.WORDS.findall(between))


def has_digit(text: str) -> bool:
    """Tell whether a text has a digit of any script."""
    return bool(_DIGIT.search(text))


class _Finder:
    """Looks for the dates of one text."""

    def __init__(self, text: Reading, country: str) -> None:
        self._text = text.folded.text
        self._languages = text.languages
        self._country = country
        self._months = text.of(MONTH)
        self._weekdays = weekday_hits(text)
        self._short = short_weekdays(text.languages)

    def found(self) -> tuple[WrittenDate, ...]:
        """Return all dates with their weekdays."""
        found: list[WrittenDate] = []
        for written in self._all():
            if len(found) < _MOST_DATES and not _is_inside(written, found):
                found.append(written)
        dated = [self._with_weekday(written) for written in found]
        spans = [first for written in dated for first in self._start_of_span(written)]
        alone = self._without_month(found)
        return tuple(sorted([*dated, *spans, *alone], key=lambda each: each.start))

    def _all(self) -> Iterator[WrittenDate]:
        yield from self._iso()
        yield from self._signs()
        yield from self._days_before_months()
        if self._writes(shapes.MONTH_FIRST):
            yield from self._days_behind_months()
        yield from self._numbers()

    def _writes(self, languages: frozenset[str]) -> bool:
        return not languages.isdisjoint(self._languages)

    # --- the shapes

    def _iso(self) -> Iterator[WrittenDate]:
        for match in shapes.ISO.finditer(self._text):
            parts = Partial(int(match["day"]), int(match["month"]), int(match["year"]))
            if parts.is_possible and not parts.is_of_another_calendar:
                yield WrittenDate(*match.span(), (parts,))

    def _signs(self) -> Iterator[WrittenDate]:
        if "月" not in self._text and "월" not in self._text:
            return
        for match in shapes.SIGNS.finditer(self._text):
            parts = Partial(int(match["day"]), int(match["month"]), int(match["year"] or 0))
            if parts.is_possible:
                yield WrittenDate(*match.span(), (parts,))

    def _days_before_months(self) -> Iterator[WrittenDate]:
        for hit in self._months:
            match = shapes.DAY_LEFT.search(self._text, max(0, hit.start - _NEAR), hit.start)
            if match is None:
                continue
            year, end = self._year_behind(hit.end)
            parts = Partial(int(match["day"]), int(hit.meaning.of), year)
            if parts.is_possible:
                start, also = self._list_before(match.start("day"), parts.day)
                yield WrittenDate(start, end, (parts,), also)

    def _days_behind_months(self) -> Iterator[WrittenDate]:
        for hit in self._months:
            match = shapes.DAY_RIGHT.match(self._text, hit.end)
            if match is None:
                continue
            also, end = self._list_behind(match.end())
            year, end = self._year_behind(end)
            start = hit.start
            before = shapes.YEAR_LEFT.search(self._text, max(0, start - _NEAR), start)
            if before and not year:
                year, start = int(before["year"]), before.start()
            parts = Partial(int(match["day"]), int(hit.meaning.of), year)
            if parts.is_possible:
                yield WrittenDate(start, end, (parts,), also)

    def _numbers(self) -> Iterator[WrittenDate]:
        is_signed = self._writes(shapes.SIGNED)
        pattern = shapes.NUMERIC_UNSPACED if is_signed else shapes.NUMERIC
        for match in pattern.finditer(self._text):
            mark, year = match["mark"], _full(match["year"])
            is_dotted = mark == "." and (is_signed or self._writes(shapes.DOTTED))
            is_date = year or mark == "/" or is_dotted
            if not is_date or match[0] in shapes.NO_DATES:
                continue
            readings = self._readings(int(match["first"]), int(match["second"]), mark, year)
            if readings:
                start, also = self._list_before(match.start(), readings[0].day)
                is_sure = bool(year or (is_dotted and match["end"]))
                yield WrittenDate(start, match.end(), readings, also, is_sure=is_sure)

    def _readings(self, first: int, second: int, mark: str, year: int) -> tuple[Partial, ...]:
        """Return what two numbers can mean, the usual order of the place first."""
        day_first, month_first = Partial(first, second, year), Partial(second, first, year)
        if not year and (self._writes(shapes.SIGNED) or "hu" in self._languages):
            order = [month_first]
        elif mark == ".":
            order = [day_first]
        elif self._country in _MONTH_FIRST_COUNTRIES:
            order = [month_first, day_first]
        else:
            order = [day_first, month_first]
        return tuple(dict.fromkeys(parts for parts in order if parts.is_possible))

    def _year_behind(self, end: int) -> tuple[int, int]:
        match = shapes.YEAR_RIGHT.match(self._text, end)
        return (0, end) if match is None else (_full(match["year"] or match["short"]), match.end())

    def _list_before(self, start: int, day: int) -> tuple[int, tuple[int, ...]]:
        """Return where a list or span of days begins, and its other days."""
        days: list[int] = []
        while len(days) < _LONGEST_LIST:
            near = max(0, start - _NEAR)
            match = shapes.BEFORE_IN_A_LIST.search(self._text, near, start)
            if match is None or not Partial(int(match["day"]), 1).is_possible:
                break
            days.append(int(match["day"]))
            start = match.start("day")
        between = range(min(days), day) if days else ()
        return start, tuple(dict.fromkeys([*days, *between]))

    def _list_behind(self, end: int) -> tuple[tuple[int, ...], int]:
        match = shapes.MORE_RIGHT.match(self._text, end)
        if match is None or not Partial(int(match["day"]), 1).is_possible:
            return (), end
        return (int(match["day"]),), match.end()

    # --- the weekday beside a date

    def _with_weekday(self, written: WrittenDate) -> WrittenDate:
        if before := self._weekday_before(written.start):
            return replace(written, weekdays=before[0], first=before[1], last=written.end)
        if behind := self._weekday_behind(written.end):
            return replace(written, weekdays=behind[0], first=written.start, last=behind[1])
        return replace(written, first=written.start, last=written.end)

    def _weekday_before(self, start: int) -> tuple[frozenset[int], int] | None:
        """Return the weekday before a place and where it starts; not where it ends a span."""
        near = [hit for hit in self._weekdays if hit.end <= start <= hit.end + LONGEST_GAP]
        names = [(hit.start, hit.end, _numbers_at(hit, near)) for hit in near]
        names += self._short_weekdays(max(0, start - LONGEST_GAP), start)
        for first, end, numbers in sorted(names, key=lambda name: -name[1]):
            if is_gap(self._text, end, start):
                return None if self._ends_span(first) else (numbers, first)
        return None

    def _short_weekdays(self, first: int, last: int) -> Iterator[tuple[int, int, frozenset[int]]]:
        """Yield the abbreviations between two places, with what they may mean."""
        for word in shapes.WORDS.finditer(self._text, first, last):
            is_whole = word.start() == 0 or not self._text[word.start() - 1].isalnum()
            if is_whole and (numbers := self._short.get(word[0])):
                yield word.start(), word.end(), numbers

    def _weekday_behind(self, end: int) -> tuple[frozenset[int], int] | None:
        """Return the weekday behind a place: in brackets, or where the language has it there."""
        if sign := shapes.SIGN_OF_A_WEEKDAY.match(self._text, end):
            return frozenset({shapes.SIGN_NUMBERS[sign["sign"]]}), sign.end()
        bracket = shapes.IN_BRACKETS.match(self._text, end)
        if bracket and bracket["word"] in self._short:
            return self._short[bracket["word"]], bracket.end()
        near = [hit for hit in self._weekdays if end <= hit.start <= end + _LONGEST_SUFFIX]
        for hit in near:
            between = self._text[end : hit.start]
            is_behind = self._writes(shapes.WEEKDAY_BEHIND) and shapes.BEHIND.fullmatch(between)
            if (is_behind or between.strip() == "(") and not self._starts_span(hit.end):
                return _numbers_at(hit, near), hit.end
        return None

    def _ends_span(self, start: int) -> bool:
        """Tell whether another weekday stands before this one, as in Monday to Friday."""
        names = [hit.end for hit in self._weekdays if hit.end <= start <= hit.end + _LONGEST_SUFFIX]
        names += (end for _first, end, _n in self._short_weekdays(max(0, start - _NEAR), start))
        return any(shapes.SPAN_OF_WEEKDAYS.fullmatch(self._text, end, start) for end in names)

    def _starts_span(self, end: int) -> bool:
        names = [hit.start for hit in self._weekdays if end <= hit.start <= end + _LONGEST_SUFFIX]
        return any(shapes.SPAN_OF_WEEKDAYS.fullmatch(self._text, end, start) for start in names)

    # --- dates that are only half written

    def _start_of_span(self, written: WrittenDate) -> Iterator[WrittenDate]:
        """Yield the first day of a span that has its month at the end: Mon 2 - Fri 6 November."""
        if written.first == written.start:
            return
        near = max(0, written.first - _NEAR)
        match = shapes.BEFORE_IN_A_LIST.search(self._text, near, written.first)
        before = match and self._weekday_before(match.start("day"))
        if match and before and int(match["day"]) < written.readings[0].day:
            parts = replace(written.readings[0], day=int(match["day"]))
            end = match.end("day")
            yield WrittenDate(match.start("day"), end, (parts,), (), before[0], before[1], end)

    def _without_month(self, others: Iterable[WrittenDate]) -> Iterator[WrittenDate]:
        """Yield a day with its weekday and no month, as in Friday the 13th."""
        for hit in self._weekdays:
            match = shapes.ORDINAL_ALONE.match(self._text, hit.end)
            if match is None:
                continue
            parts = Partial(int(match["day"] or match["dotted"]), 0)
            weekday = frozenset({int(hit.meaning.of)})
            end = match.end()
            written = WrittenDate(match.start(), end, (parts,), (), weekday, hit.start, end)
            if replace(parts, month=1).is_possible and not _is_inside(written, others):
                yield written


def _is_inside(written: WrittenDate, others: Iterable[WrittenDate]) -> bool:
    return any(other.start < written.end and written.start < other.end for other in others)


def _numbers_at(hit: Hit[Meaning], others: Iterable[Hit[Meaning]]) -> frozenset[int]:
    """Return all weekdays that the words of a hit may mean."""
    place = (hit.start, hit.end)
    return frozenset(int(one.meaning.of) for one in others if (one.start, one.end) == place)


def _is_abbreviation(text: str, end: int) -> bool:
    """Tell whether a short word ends here, whose full stop ends no sentence."""
    return end < _ABBREVIATION or not text[end - _ABBREVIATION : end].isalpha()


def _full(year: str | None) -> int:
    if not year:
        return 0
    return int(year) if len(year) == len("2026") else 2000 + int(year)
