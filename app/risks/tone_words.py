"""Words by which a text sells, celebrates, whets the appetite or remembers, by language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.days.data_file import tables_of
from app.days.fields import Fields
from app.errors import InvalidInputError
from app.risks.meaning import ANY_LANGUAGE, Meaning, Phrase
from app.wording import _

TONES = Path(__file__).resolve().parents[2] / "resources" / "tones"
"""One file for each language, and `any.toml` for all of them."""


SELLING = "tone.selling"
PRICES = "tone.prices"
FESTIVE = "tone.festive"
APPETITE = "tone.appetite"
ALCOHOL = "tone.alcohol"
MEMORIAL = "tone.memorial"
REMEMBERS = "tone.remembers"
GIVING = "tone.giving"
CLOSING = "tone.closing"
FAST = "tone.fast"
ORDINARY = "tone.ordinary"

_LISTS = (
    *("selling", "prices", "festive", "appetite", "alcohol"),
    *("memorial", "remembers", "giving", "closing", "fast"),
)
_PRICE_LISTS = ("before", "after", "signs", "words")


@dataclass(frozen=True, slots=True)
class PriceWords:
    """What makes an offer or a price of a number."""

    before: tuple[str, ...] = ()
    """Words before a percentage: up to, save."""
    after: tuple[str, ...] = ()
    """Words behind it: off, cheaper."""
    signs: tuple[str, ...] = ()
    """Of money, before or after a number."""
    words: tuple[str, ...] = ()
    """Of money, as words of their own."""

    def with_others(self, other: "PriceWords") -> "PriceWords":
        """Return the words of both."""
        return PriceWords(
            before=self.before + other.before,
            after=self.after + other.after,
            signs=self.signs + other.signs,
            words=self.words + other.words,
        )


@dataclass(frozen=True, slots=True)
class ToneWords:
    """The words of one language."""

    phrases: tuple[Phrase, ...]
    price: PriceWords
    also_for: tuple[str, ...] = ()
    """Other languages for which they count."""


@dataclass(frozen=True, slots=True)
class AllTones:
    """The words of all files that could be read, by language, and what is wrong with others."""

    by_language: Mapping[str, ToneWords]
    problems: tuple[InvalidInputError, ...]


def tone_words(language: str) -> Iterable[Phrase]:
    """Return the phrases of a language, or of any; an unknown one has none."""
    words = read_tones().by_language.get(language)
    return words.phrases if words else ()


@lru_cache(maxsize=256)
def price_words(languages: frozenset[str]) -> PriceWords:
    """Return what makes offers and prices of numbers in some languages."""
    known = read_tones().by_language
    names = [name for name in (ANY_LANGUAGE, *sorted(languages)) if name in known]
    found = PriceWords()
    for words in {id(known[name]): known[name] for name in names}.values():
        found = found.with_others(words.price)
    return found


@lru_cache(maxsize=8)
def read_tones(folder: Path = TONES) -> AllTones:
    """Return the words of every file of a folder; a wrong file is named, and the rest loads."""
    by_language: dict[str, ToneWords] = {}
    problems: list[InvalidInputError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            words = _read(path)
        except InvalidInputError as problem:
            problems.append(problem)
        else:
            by_language.update(dict.fromkeys((path.stem, *words.also_for), words))
    return AllTones(by_language, tuple(problems))


def _read(path: Path) -> ToneWords:
    tables = tables_of(path)
    tone, price = _fields(path, tables, "tone"), _fields(path, tables, "price")
    tone.refuse_others_than((*_LISTS, "ordinary", "also_for"))
    price.refuse_others_than(_PRICE_LISTS)
    phrases = [
        (phrase, Meaning(f"tone.{name}"))
        for name in (*_LISTS, "ordinary")
        for phrase in dict.fromkeys(tone.texts(name))
    ]
    return ToneWords(
        phrases=tuple(phrases),
        price=PriceWords(**{name: price.texts(name) for name in _PRICE_LISTS}),
        also_for=tone.texts("also_for"),
    )


def _fields(path: Path, tables: Mapping[str, object], entry: str) -> Fields:
    table = tables.get(entry, {})
    if not isinstance(table, dict):
        raise Fields(path.name, entry, {}).wrong(entry, _("a table is expected"))
    return Fields(path.name, entry, table)
