"""Many phrases looked for in one pass: Aho-Corasick over the folded text, on word boundaries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
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


@dataclass(frozen=True, slots=True)
class _Pattern(Generic[Meaning]):
    """A phrase with what it means, and which of its ends must be those of a word."""

    folded: str
    meaning: Meaning
    starts_a_word: bool
    ends_a_word: bool


class Matcher(Generic[Meaning]):
    """Finds all of many phrases at once; safe to use from several threads."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Take phrases as people write them, each with what it means to the one who asks."""
        self._patterns = [pattern for phrase in phrases for pattern in _patterns(phrase)]
        self._automaton = AhoCorasick([pattern.folded for pattern in self._patterns])

    def hits(self, text: Folded) -> list[Hit[Meaning]]:
        """Return every place where a phrase stands as words of its own, from left to right."""
        found = self._automaton.find_matches_as_indexes(text.text, overlapping=True)
        return sorted(
            (
                Hit(self._patterns[number].meaning, start, end)
                for number, start, end in found
                if _stands_alone(self._patterns[number], text, start, end)
            ),
            key=lambda hit: (hit.start, -hit.end),
        )


def _patterns(phrase: tuple[str, Meaning]) -> Iterator[_Pattern[Meaning]]:
    """Yield a phrase as it is written, and as a hashtag runs its words together."""
    words, meaning = phrase
    written = words.strip()
    plain = _folded_once(written.strip(ANY_ENDING))
    glued = plain.replace(" ", "")
    for each in (plain, glued) if len(plain) > len(glued) >= _SHORTEST_GLUED else (plain,):
        if each:
            yield _Pattern(
                each,
                meaning,
                starts_a_word=not written.startswith(ANY_ENDING),
                ends_a_word=not written.endswith(ANY_ENDING),
            )


@lru_cache(maxsize=1 << 16)
def _folded_once(words: str) -> str:
    """Fold a phrase; languages share many of them, and each set of languages has a matcher."""
    return folded(words)


def _stands_alone(pattern: _Pattern[Meaning], text: Folded, start: int, end: int) -> bool:
    return not (
        (pattern.starts_a_word and text.runs_on(start))
        or (pattern.ends_a_word and text.runs_on(end))
    )
