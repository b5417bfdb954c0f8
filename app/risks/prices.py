"""Numbers that sell: percentages off, and prices."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.risks.folding import UNSPACED, Folded, folded
from app.risks.tone_words import price_words

_NOTHING = r"(?!)"
_MINUS = r"(?:(?<![\w)])[-\u2212]\s?)"
_PERCENT = r"(?:\d{1,3}(?:[.,]\d{1,2})?\s?[%\u066a]|[%\u066a]\s?\d{1,3})"
_TENTHS = r"[\d一二三四五六七八九]{1,2}(?:\.\d)?\s?折(?![叠疊磨返断斷])|\d\s?割(?:引|オフ|off)"
"""Eighty percent of a price is 8折; twenty percent off is 2割引."""


def offers(text: Folded, languages: frozenset[str]) -> tuple[str, ...]:
    """Return the percentages off, as they are written; one that is no offer is left alone."""
    return tuple(text.written(*match.span()) for match in _offers(text.text, languages))


def _offers(text: str, languages: frozenset[str]) -> Iterator[re.Match[str]]:
    if "%" in text or "\u066a" in text:
        for match in _percentage(languages).finditer(text):
            if match["before"] or match["minus"] or match["after"]:
                yield match
    if _DIGIT.search(text):
        yield from _MORE_FOR_LESS.finditer(text)
    if "折" in text or "割" in text:
        yield from _TENTHS_OFF.finditer(text)


def prices(text: Folded, languages: frozenset[str]) -> tuple[str, ...]:
    """Return the amounts of money, as they are written."""
    if not _DIGIT.search(text.text):
        return ()
    return tuple(
        text.written(_start_of_amount(text.text, match.start()), match.end())
        for match in _price(languages).finditer(text.text)
    )


def _start_of_amount(text: str, last_digit: int) -> int:
    """Return where a number begins that ends at a digit, or that place if none does."""
    start = last_digit
    while start > max(0, last_digit - _LONGEST_AMOUNT) and text[start - 1] in _OF_AMOUNTS:
        start -= 1
    return start + len(text[start:last_digit]) - len(text[start:last_digit].lstrip(" .,'"))


_LONGEST_AMOUNT = 12
_OF_AMOUNTS = frozenset("0123456789.,' ")
_DIGIT = re.compile(r"\d")
_MORE_FOR_LESS = re.compile(
    r"(?<![\d+.,:/-])(?:[1-9]\s?\+\s?[1-3]|2\s?x\s?1|3\s?x\s?[12]|4\s?x\s?3"
    r"|[2-4][\s-](?:for|fur|voor|pour|por|per|za|till|til)[\s-][1-3])(?![\d+.,:/=]|\s?[=+])"
)
"""2+1, 3x2, two for one: so many pieces for the price of fewer."""
_TENTHS_OFF = re.compile(_TENTHS)


@lru_cache(maxsize=256)
def _percentage(languages: frozenset[str]) -> re.Pattern[str]:
    words = price_words(languages)
    before, after = _any_of(words.before), _any_of(words.after)
    return re.compile(
        rf"(?:(?P<before>{before})[\s:]{{0,2}})?(?P<minus>{_MINUS})?{_PERCENT}"
        rf"(?:[\s-]{{0,2}}(?P<after>{after}))?"
    )


@lru_cache(maxsize=256)
def _price(languages: frozenset[str]) -> re.Pattern[str]:
    words = price_words(languages)
    sign = "|".join(_parts(words.signs)) or _NOTHING
    word = _any_of(words.words)
    return re.compile(
        rf"(?:{sign})\s?\d+(?:[.,]\d+)*"
        rf"|(?<!\w){word}\.?\s?\d+(?:[.,]\d+)*"
        rf"|\d\s?(?:(?:{sign})(?![^\W{UNSPACED.pattern[1:-1]}])|{word})"
    )


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words; its ends are those of words, where there are any."""
    return "(?:" + ("|".join(map(_bounded, _parts(words))) or _NOTHING) + ")"


def _bounded(part: str) -> str:
    return f"(?<!\\w){part}(?!\\w)" if not UNSPACED.search(part) else part


def _parts(words: Iterable[str]) -> Iterator[str]:
    """Yield the words folded and escaped, the longest first, so that none hides another."""
    each = {folded(word) for word in words}
    for word in sorted(each, key=lambda word: (-len(word), word)):
        yield re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")
