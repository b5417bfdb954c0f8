"""Many phrases looked for in one pass: Aho-Corasick over the folded text, on word boundaries."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from app.risks.folding import Folded, folded

ANY_ENDING = "*"
"""At the start or the end of a phrase: the word may go on there, as in `gedenk*` or `*rabatt`."""

_SHORTEST_GLUED = 9
"""Letters; fewer that run together may be another word."""

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A phrase that stands in a text, and where."""

    meaning: Meaning
    start: int
    """In the folded text."""
    end: int


_Pattern = tuple[str, bool, bool]
"""Folded letters, and whether their start and their end must be those of a word."""


class Matcher(Generic[Meaning]):
    """Finds all of many phrases at once; safe to use from several threads."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Take phrases as people write them, each with what it means to the one who asks."""
        self._patterns: list[_Pattern] = []
        self._meanings: list[Meaning] = []
        for words, meaning in phrases:
            patterns = _patterns(words)
            self._patterns += patterns
            self._meanings += [meaning] * len(patterns)
        self._automaton = AhoCorasick([letters for letters, _starts, _ends in self._patterns])

    def hits(self, text: Folded) -> list[Hit[Meaning]]:
        """Return every place where a phrase stands as words of its own, from left to right."""
        return left_to_right(self.found(text))

    def found(self, text: Folded) -> Iterator[Hit[Meaning]]:
        """Yield those places in no order, and those of a phrase that stands in two lists twice."""
        for number, start, end in self._automaton.find_matches_as_indexes(
            text.text, overlapping=True
        ):
            _letters, starts_a_word, ends_a_word = self._patterns[number]
            if not ((starts_a_word and text.runs_on(start)) or (ends_a_word and text.runs_on(end))):
                yield Hit(self._meanings[number], start, end)


def left_to_right(hits: Iterable[Hit[Meaning]]) -> list[Hit[Meaning]]:
    """Return hits by where they start, the longest first, each of them once."""
    found: list[Hit[Meaning]] = []
    here: list[Meaning] = []
    start = end = -1
    for hit in sorted(hits, key=_place):
        if (hit.start, hit.end) != (start, end):
            start, end, here = hit.start, hit.end, []
        if hit.meaning not in here:
            here.append(hit.meaning)
            found.append(hit)
    return found


def is_findable(phrase: str) -> bool:
    """Tell whether anything is left to look for of a phrase: stars alone, or a joiner, are none."""
    return bool(folded(phrase).strip(f"{ANY_ENDING} "))


def outermost(hits: Iterable[Hit[Meaning]]) -> list[Hit[Meaning]]:
    """Return those of some hits from left to right that stand in no longer one among them."""
    found: list[Hit[Meaning]] = []
    reach = 0
    for (_start, end), of_one_place in groupby(hits, key=lambda hit: (hit.start, hit.end)):
        if end > reach:
            found += of_one_place
            reach = end
    return found


def within(hits: Sequence[Hit[Meaning]], first: int, last: int) -> Sequence[Hit[Meaning]]:
    """Return those of some hits from left to right that start from one place to another."""
    start = bisect_left(hits, first, key=_start)
    return hits[start : bisect_right(hits, last, start, key=_start)]


def _start(hit: Hit[Meaning]) -> int:
    return hit.start


def _place(hit: Hit[Meaning]) -> tuple[int, int]:
    return hit.start, -hit.end


def _patterns(words: str) -> tuple[_Pattern, ...]:
    """Return a phrase as it is written, and as a hashtag runs its words together."""
    written = words.strip()
    edges = not written.startswith(ANY_ENDING), not written.endswith(ANY_ENDING)
    plain = folded(written.strip(ANY_ENDING))
    glued = plain.replace(" ", "")
    spellings = (plain, glued) if len(plain) > len(glued) >= _SHORTEST_GLUED else (plain,)
    return tuple((letters, *edges) for letters in spellings if letters)
