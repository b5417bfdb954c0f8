"""Words of calendars in the languages of the columns: months, weekdays, and "not yet known"."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from app.exchange.cells import folded

_LANGUAGES = ("en", "de", "fr", "es", "pt", "it")

WORDS = re.compile(r"[^\W\d_]+")
"""A run of letters."""

_FIRST_WORD = re.compile(r"([^\W\d_]+)(?:-feira)?[\s.,–|-]*", re.IGNORECASE)
_LAST_WORD = re.compile(r"[\s(,]{1,9}([^\W\d_]+)\.?\)?$")
_ARTICLE = re.compile(r"^(?:le|am|el|il|on|den|the|día|dia|em|do)\s+(?=\d)", re.IGNORECASE)

_UNDATED = (
    *("tbd", "tba", "tbc", "to be defined", "to be confirmed", "open", "flexible", "any time"),
    *("anytime", "evergreen", "later", "offen", "folgt", "flexibel", "später", "à définir", "na"),
    *("à confirmer", "por definir", "por confirmar", "a definir", "da definire", "n a", "none"),
    *("unscheduled", "ungeplant", "no date", "kein datum", "launch", "launch day", "release"),
    *("release day", "go live", "go live day", "d day", "starttag", "jour j", "dia d", "asap"),
    *("next week", "nächste woche", "la semaine prochaine", "semaine prochaine", "next month"),
    *("próxima semana", "la próxima semana", "nächsten monat", "le mois prochain", "weekend"),
)
_RELATIVE = re.compile(
    r"(?:(?:day|tag|jour|dia|día|giorno|t|d|j|week|woche|semaine|semana|settimana|kw|w|cw|sem)"
    r"\s?[-+]?\s?\d{1,3}|(?:launch|release|start|go[- ]?live)(?:\s?day)?\s?[-+]\s?\d{1,3}"
    r"(?:\s?d(?:ays?)?)?|[qt][1-4](?:[\s/-]*20\d{2})?)(?:\s*[-(:,–].*)?",
    re.IGNORECASE,
)
_PART_OF_MONTH = frozenset(
    {"early", "mid", "middle", "late", "end", "beginning", "start", "of", "in", "around"}
    | {"anfang", "mitte", "ende", "im", "debut", "mi", "fin", "courant", "en", "de"}
    | {"principios", "mediados", "finales", "a", "inizio", "meta", "fine", "inicio", "meados"}
)
_DASHES = str.maketrans("‐‑‒–—−", "------")


def names_no_day(text: str) -> bool:
    """Tell whether a text leaves the day open, as `TBD`, `day 3`, `T-2`, `mid March` or `?` do."""
    plain = folded(text)
    return (
        not plain
        or plain in _undated()
        or bool(_RELATIVE.fullmatch(text.translate(_DASHES)))
        or _is_month_or_weekday(plain.split())
    )


def _is_month_or_weekday(words: list[str]) -> bool:
    """Tell whether nothing but a weekday is named, or a month with its part and year."""
    if len(words) == 1 and words[0] in weekday_names():
        return True
    left = [word for word in words if word not in _PART_OF_MONTH]
    if left and re.fullmatch(r"20\d{2}", left[-1]):
        left.pop()
    return len(left) == 1 and left[0] in month_names()


def without_weekday(text: str) -> tuple[frozenset[int], str]:
    """Return the weekdays that the first or the last word may name, and the rest of the text.

    Monday is 0. There can be several: `Di` is Tuesday in German and Sunday in French. There is
    none where the word is a month: `Mar 9`.
    """
    weekdays = weekday_names()
    first = _FIRST_WORD.match(text)
    if first and (found := weekdays.get(folded(first[1]))):
        rest = text[first.end() :]
        if folded(first[1]) not in month_names() or _is_dated(rest):
            return found, _ARTICLE.sub("", rest, count=1)
    last = _LAST_WORD.search(text)
    if last and (found := weekdays.get(folded(last[1]))):
        rest = text[: last.start()]
        if folded(last[1]) not in month_names() or _is_dated(rest):
            return found, _ARTICLE.sub("", rest, count=1)
    return frozenset(), _ARTICLE.sub("", text, count=1)


def _is_dated(text: str) -> bool:
    """Tell whether a text still names a month, by a word or by a second number."""
    words = (folded(word) for word in WORDS.findall(text))
    return any(word in month_names() for word in words) or bool(re.match(r"\d+\s?[-/.]\s?\d", text))


@cache
def month_names() -> Mapping[str, int]:
    """Return the number of each month by its folded names and abbreviations."""
    names = {"sept": 9, "mrz": 3, "jän": 1, "jänner": 1, "janv": 1, "avr": 4, "set": 9}
    for language in _LANGUAGES:
        months = Locale(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names |= {name: number for number, name in months[context][width].items()}
    return {folded(name): number for name, number in names.items()}


@cache
def weekday_names() -> Mapping[str, frozenset[int]]:
    """Return the weekdays that each folded name or abbreviation may mean; Monday is 0."""
    names: dict[str, set[int]] = {"tues": {1}, "weds": {2}, "thur": {3}, "thurs": {3}}
    for language in _LANGUAGES:
        days = Locale(language).days["format"]
        for width in ("wide", "abbreviated", "short"):
            for number, name in days[width].items():
                names.setdefault(folded(name), set()).add(number)
                names.setdefault(folded(name).removesuffix(" feira"), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in names.items()}


@cache
def _undated() -> frozenset[str]:
    return frozenset(map(folded, _UNDATED))
