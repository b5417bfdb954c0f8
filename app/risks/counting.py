"""How long a text is for a network: each one counts in its own way."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import assert_never
from unicodedata import normalize

import regex


class Unit(StrEnum):
    """What a network counts."""

    WEIGHTED = "weighted"
    """X: 1 for most Latin characters, 2 for others and for a whole emoji."""
    GRAPHEMES = "graphemes"
    """What people see as one character."""
    UTF16 = "utf-16"
    """Most emoji count 2."""
    BYTES = "bytes"
    """In UTF-8."""
    CODE_POINTS = "code-points"

    @property
    def most(self) -> int:
        """What a single character of Python counts at most."""
        return 4 if self is Unit.BYTES else 2


_BEYOND_ASCII = "À-ÖØ-öø-ɏЀ-ӿ"
"""What paths of addresses may have too, as X reads them: Latin and Cyrillic letters."""
URL = regex.compile(
    rf"https?://[!-~{_BEYOND_ASCII}]*[\w/=#&~{_BEYOND_ASCII}-]", regex.ASCII | regex.IGNORECASE
)
"""An address up to the last character that can belong to it."""

_MAY_BE_ADDRESS = re.compile(r"\.\w|://")
"""The full stop of a sentence has a blank behind it: few texts are looked at more closely."""
_HASHTAG = regex.compile(r"(?<![\w&/])[#＃](?=[\d_]*\p{L})[\w\u200c\u200d\p{M}]+")
_REMOTE_MENTION = regex.compile(r"(?<![\w/])(@\w+)@[\w.-]+\w")
_MENTION = regex.compile(r"(?<![\w/.@])@\w[\w.]*")
_EMOJI = regex.compile(
    r"\p{RI}\p{RI}"
    r"|[0-9#*]\uFE0F?\u20E3"
    r"|\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?(?:[\U000E0020-\U000E007E]+\U000E007F)?"
    r"(?:\u200D\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?)*"
)
_HEAVY = regex.compile(r"[^\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]")
"""Code points that weigh 2 (twitter-text, configuration v3)."""


def count(text: str, unit: Unit, url_length: int = 0, endings: tuple[str, ...] = ()) -> int:
    """Return the length of a text; with `url_length`, every web address counts as that many."""
    match unit:
        case Unit.UTF16:
            return len(text.encode("utf-16-le", "surrogatepass")) // 2
        case Unit.BYTES:
            return len(text.encode("utf-8", "surrogatepass"))
        case Unit.CODE_POINTS:
            return len(text)
        case Unit.GRAPHEMES:
            if url_length:
                text = _REMOTE_MENTION.sub(r"\1", URL.sub("-" * url_length, text))
            return len(regex.findall(r"\X", text))
        case Unit.WEIGHTED:
            return _weight(text, url_length, endings)
        case never:
            assert_never(never)


def hashtags(text: str) -> list[str]:
    """Return the hashtags of a text; digits alone make none."""
    return _HASHTAG.findall(text) if "#" in text or "＃" in text else []


def mentions(text: str) -> list[str]:
    """Return the accounts that a text names by an @, each once."""
    return list(dict.fromkeys(_MENTION.findall(text)))


def _weight(text: str, url_length: int, endings: tuple[str, ...]) -> int:
    """Return the weighted length (developer.x.com/en/docs/counting-characters)."""
    text, addresses = normalize("NFC", text), 0
    if _MAY_BE_ADDRESS.search(text):
        text, addresses = _addresses(endings).subn("", text)
    if text.isascii():
        return len(text) + url_length * addresses
    text, emoji = _EMOJI.subn("", text)
    heavy = len(_HEAVY.findall(text))
    return len(text) + heavy + 2 * emoji + url_length * addresses


@lru_cache(maxsize=8)
def _addresses(endings: tuple[str, ...]) -> "regex.Pattern[str]":
    """Return the pattern of addresses, also of those without "https://" that X makes a link."""
    if not endings:
        return URL
    label, path = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", r"/(?:[!-~]*[\w/=#&~-])?"
    known = "|".join(endings)
    bare = (
        rf"(?<![@\w.-])(?:(?:{label}\.){{1,5}}(?:{known})(?![\w-]|\.\w)(?:{path})?"
        rf"|(?:{label}\.){{2,5}}[a-z]{{2}}(?![\w-]|\.\w)(?:{path})?"
        rf"|{label}\.[a-z]{{2}}{path})"
    )
    return regex.compile(f"{URL.pattern}|{bare}", regex.ASCII | regex.IGNORECASE)
