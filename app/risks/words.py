"""Word lists of the rules, by language, as the data files have them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.days.data_file import tables_of
from app.days.fields import Fields
from app.risks.folding import folded
from app.risks.meaning import ANY_LANGUAGE, Meaning, Phrase
from app.wording import _

WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"
"""One file for each language, and `any.toml` for all of them."""

PHRASE_KINDS = ("missing", "filler", "test", "note", "marker", "assistant", "held")
PLACEHOLDER = "placeholder"
"""Before a full stop, the first part of the kind of each phrase; its kind follows."""
LABEL, VERSION, LATIN = "label", "version", "latin"
"""Kinds of words that count only where other signs stand around them."""


@dataclass(frozen=True, slots=True)
class PlaceholderWords:
    """What gives away a text that is not finished; all of it folded."""

    phrases: tuple[tuple[str, str], ...] = ()
    """Phrase and kind, wherever it stands."""
    inserts: tuple[str, ...] = ()
    """Words that begin or end an instruction in brackets."""
    asks: tuple[str, ...] = ()
    """Words that do so beside a thing, in square, curly or pointed brackets."""
    lacks: tuple[str, ...] = ()
    """Words that say that a thing is missing, between asterisks too."""
    things: tuple[str, ...] = ()
    """What templates leave open."""
    fields: tuple[str, ...] = ()
    """What stands alone in brackets where something is to be filled in."""
    labels: tuple[str, ...] = ()
    """What stands before a colon at the start of a sentence, and is not for the readers."""
    versions: tuple[str, ...] = ()
    """What stands before a number and a colon, where one of several drafts was meant."""
    latin: tuple[str, ...] = ()
    """Words of dummy Latin; several of them make it."""
    alone: tuple[str, ...] = ()
    """What is no post when it is all that there is."""
    ordinary: tuple[str, ...] = ()
    """Phrases of other files that are everyday words here and give nothing away."""

    def with_others(self, other: "PlaceholderWords") -> "PlaceholderWords":
        """Return the words of both."""
        lists: dict[str, Any] = {
            name: getattr(self, name) + getattr(other, name) for name in ("phrases", *_LISTS)
        }
        return PlaceholderWords(**lists)


_LISTS = (
    *("inserts", "asks", "lacks", "things", "fields", "labels", "versions", "latin"),
    *("alone", "ordinary"),
)


def unfinished_words(language: str) -> Iterator[Phrase]:
    """Yield the phrases of a language, or of any, each with its kind."""
    words = read_placeholder_words(WORDS / f"{language}.toml")
    for phrase, kind in words.phrases:
        yield phrase, Meaning(f"{PLACEHOLDER}.{kind}", phrase)
    for kind, found in ((LABEL, words.labels), (VERSION, words.versions), (LATIN, words.latin)):
        yield from ((word, Meaning(f"{PLACEHOLDER}.{kind}", word)) for word in found)


@lru_cache(maxsize=256)
def placeholder_words(languages: frozenset[str]) -> PlaceholderWords:
    """Return the words for some languages (`de`, `pt` …) and for all; unknown ones add nothing."""
    words = PlaceholderWords()
    for language in (ANY_LANGUAGE, *sorted(languages)):
        words = words.with_others(read_placeholder_words(WORDS / f"{language}.toml"))
    telling = tuple(one for one in words.phrases if one[0] not in words.ordinary)
    return replace(words, phrases=telling)


@lru_cache(maxsize=64)
def read_placeholder_words(path: Path) -> PlaceholderWords:
    """Return the words of one file, none if it is not there; InvalidInputError if it is wrong."""
    if not path.exists():
        return PlaceholderWords()
    placeholder = tables_of(path).get("placeholder", {})
    if not isinstance(placeholder, dict):
        raise Fields(path.name, "placeholder", {}).wrong("placeholder", _("a table is expected"))
    fields = Fields(path.name, "placeholder", placeholder)
    fields.refuse_others_than(("phrases", *_LISTS))
    lists: dict[str, Any] = {name: _folded(fields.texts(name)) for name in _LISTS}
    return PlaceholderWords(phrases=tuple(_phrases(fields)), **lists)


def _phrases(fields: Fields) -> Iterator[tuple[str, str]]:
    """Yield phrases with their kind; `first` and `then` stand for every pair of the two."""
    groups = fields.table.get("phrases", [])
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        raise fields.wrong("phrases", _("each group stands under its own heading"))
    for number, group in enumerate(groups, start=1):
        each = Fields(fields.file, f"{fields.entry}, phrases #{number}", group)
        each.refuse_others_than(("kind", "words", "first", "then"))
        kind = each.choice("kind", {kind: kind for kind in PHRASE_KINDS})
        pairs = (f"{first} {then}" for first in each.texts("first") for then in each.texts("then"))
        for phrase in _folded((*each.texts("words"), *pairs)):
            yield phrase, kind


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(folded(word) for word in words)
