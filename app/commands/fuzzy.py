"""Names by what somebody types of them: beginnings, pieces, first letters, slips of the hand."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import fuzz

from app.risks.folding import folded

T = TypeVar("T")

_WHOLE, _START, _WORDS, _INITIALS, _INSIDE = 100.0, 95.0, 90.0, 85.0, 80.0
_ALIKE = 78.0
"""From here on two words differ by a slip of the hand only."""
_SHORTEST = 4
"""Letters from which on a slip can be told from another word."""


def ranked(typed: str, named: Iterable[tuple[T, str]], *, limit: int = 50) -> tuple[T, ...]:
    """Return those whose name fits what is typed, the best first; all where nothing is typed."""
    wanted = _folded(typed)
    if not wanted:
        return tuple(one for one, _name in named)[:limit]
    scored = [(score(wanted, _folded(name)), place, one) for place, (one, name) in enumerate(named)]
    fitting = [entry for entry in scored if entry[0] > 0]
    fitting.sort(key=lambda entry: (-entry[0], entry[1]))
    return tuple(one for _score, _place, one in fitting[:limit])


def score(wanted: str, name: str) -> float:
    """Return how well a name fits, both folded; 0 where it does not."""
    if wanted == name:
        return _WHOLE
    if name.startswith(wanted):
        return _START
    words, parts = name.split(), wanted.split()
    if _begin_in_order(parts, words):
        return _WORDS
    if len(wanted) > 1 and "".join(word[0] for word in words).find(wanted) >= 0:
        return _INITIALS
    if wanted in name:
        return _INSIDE
    slips = [max((_likeness(part, word) for word in words), default=0.0) for part in parts]
    worst = min(slips) if len(wanted) >= _SHORTEST else 0.0
    return worst * _INSIDE / _WHOLE if worst >= _ALIKE else 0.0


def _likeness(part: str, word: str) -> float:
    """Return how much two words are alike; a hand slips, but rarely at the first letter."""
    return fuzz.ratio(part, word) if part[0] == word[0] else 0.0


def _begin_in_order(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether each part begins a word, one after the other."""
    rest = iter(words)
    return all(any(word.startswith(part) for word in rest) for part in parts)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return " ".join(folded(text).split())
