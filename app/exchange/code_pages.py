"""In which alphabet a text file was written: told by its first bytes, else guessed by its words.

Programs that know no Unicode write one byte per letter and do not say which letter it is. The
languages of the calendar's markets decide where several alphabets fit equally well.
"""

import codecs
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from charset_normalizer import from_bytes

from app.exchange.alphabets import share_of_letters
from app.wording import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset({"ca", "da", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "pt", "sv"})
_PAGES: Mapping[str, frozenset[str]] = {
    "cp1252": _WESTERN,
    "mac_roman": _WESTERN,
    "cp1250": frozenset({"bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"}),
    "cp1251": frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"}),
    "cp1253": frozenset({"el"}),
    "cp1254": frozenset({"az", "tr"}),
    "cp1255": frozenset({"he", "yi"}),
    "cp1256": frozenset({"ar", "fa", "ps", "ur"}),
    "cp1257": frozenset({"et", "lt", "lv"}),
    "cp1258": frozenset({"vi"}),
    "cp874": frozenset({"th"}),
    "cp932": frozenset({"ja"}),
    "gb18030": frozenset({"zh"}),
    "big5": frozenset({"zh"}),
    "cp949": frozenset({"ko"}),
    "koi8_r": frozenset(),
    "cp850": _WESTERN,
}
"""Alphabets by what Python calls them, the likelier ones first, with the languages they serve."""

_MOSTLY = 0.9
"""How many of the letters must be of the market's languages for its alphabet to be believed."""
_TEN_TO_ONE = 10


@dataclass(frozen=True, slots=True)
class Decoded:
    """The letters of a file."""

    text: str
    encoding: str
    is_guessed: bool = False
    example: str = ""
    """A word by which a person sees whether the guess is right."""


def encodings() -> Mapping[str, str]:
    """Return what people call the alphabets that can be chosen, by what Python calls them."""
    return {
        "utf-8": _("Unicode (UTF-8)"),
        "utf-16": _("Unicode (UTF-16)"),
        "utf-32": _("Unicode (UTF-32)"),
        "cp1252": _("Western European (Windows-1252)"),
        "mac_roman": _("Western European (Mac)"),
        "cp850": _("Western European (DOS)"),
        "cp1250": _("Central European (Windows-1250)"),
        "cp1251": _("Cyrillic (Windows-1251)"),
        "koi8_r": _("Cyrillic (KOI8-R)"),
        "cp1253": _("Greek (Windows-1253)"),
        "cp1254": _("Turkish (Windows-1254)"),
        "cp1255": _("Hebrew (Windows-1255)"),
        "cp1256": _("Arabic (Windows-1256)"),
        "cp1257": _("Baltic (Windows-1257)"),
        "cp1258": _("Vietnamese (Windows-1258)"),
        "cp874": _("Thai (Windows-874)"),
        "cp932": _("Japanese (Shift-JIS)"),
        "gb18030": _("Chinese, simplified (GB 18030)"),
        "big5": _("Chinese, traditional (Big5)"),
        "cp949": _("Korean (Windows-949)"),
    }


def decoded(data: bytes, *, languages: Iterable[str] = ()) -> Decoded:
    """Return the letters of a file; UnicodeError where it is no text in any known alphabet.

    `languages` are BCP 47 tags of what is probably in it, the likeliest first.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data.decode(encoding), encoding.removesuffix("-sig"))
    half = _utf_16_without_bom(data)
    if half:
        return Decoded(data.decode(half), "utf-16")
    if b"\0" in data:
        raise UnicodeError
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data, languages)


def decoded_as(data: bytes, encoding: str) -> Decoded:
    """Return the letters of a file in the alphabet that a person chose; UnicodeError if it cannot.

    A mark at its beginning is none of its letters.
    """
    return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)


def _guessed(data: bytes, languages: Iterable[str]) -> Decoded:
    damaged = data.decode(errors="replace")
    bad = damaged.count("\ufffd")
    if sum(letter > "\x7f" for letter in damaged) > _TEN_TO_ONE * bad:
        return Decoded(damaged, "utf-8", is_guessed=True, example=_example(damaged, "\ufffd"))
    encoding = _of_the_markets(data, tuple(languages)) or _likeliest(data)
    text = data.decode(encoding)
    return Decoded(text, encoding, is_guessed=True, example=_example(text))


def _of_the_markets(data: bytes, languages: tuple[str, ...]) -> str:
    """Return the alphabet that makes letters of the markets' languages out of a text, if any."""
    shares = {}
    for page in _pages_of(languages):
        served = [tag for tag in languages if tag.split("-")[0] in _PAGES[page]]
        with suppress(UnicodeDecodeError):
            shares[page] = share_of_letters(data.decode(page), served)
    best = max(shares, key=lambda page: shares[page], default="")
    return best if best and shares[best] >= _MOSTLY else ""


def _likeliest(data: bytes) -> str:
    """Return the alphabet in which a text is tidy and has the letters of its languages."""
    scores: dict[str, float] = {}
    for match in from_bytes(data, cp_isolation=list(_PAGES)):
        for page in match.could_be_from_charset:
            share = share_of_letters(data.decode(page), _PAGES[page])
            scores.setdefault(page, share - match.chaos)
    if not scores:
        raise UnicodeError
    return max(_PAGES, key=lambda page: scores.get(page, -1.0))


def _pages_of(languages: Iterable[str]) -> Iterable[str]:
    """Return the alphabets of languages, each once; Taiwan and Hong Kong have one of their own."""
    pages: list[str] = []
    for tag in languages:
        language, *rest = tag.split("-")
        if language == "zh" and {"Hant", "TW", "HK", "MO"} & set(rest):
            pages.append("big5")
        pages += [page for page, served in _PAGES.items() if language in served]
    return dict.fromkeys(pages)


def _example(text: str, letter: str = "") -> str:
    """Return the first word with a letter beyond those that all alphabets share."""
    return next(
        (
            word.strip(".,;:!?\"'()")
            for word in text.replace(";", " ").replace(",", " ").split()
            if (letter in word if letter else any(one.isalpha() and one > "\x7f" for one in word))
        ),
        "",
    )


def _utf_16_without_bom(data: bytes) -> str:
    """Tell the byte order of UTF-16 by where most zero bytes stand, as plain letters have one."""
    start = data[:2000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) / 5 and odd > 10 * even:
        return "utf-16-le"
    if even > len(start) / 5 and even > 10 * odd:
        return "utf-16-be"
    return ""
