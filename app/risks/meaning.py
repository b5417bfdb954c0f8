"""What a phrase of a word list says, and how a family brings its lists along."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of a list says."""

    kind: str
    """Which list it comes from, such as `tone.selling`."""
    of: str = ""
    """The entry that it belongs to, where lists have entries: an id, or nothing."""


Phrases = Callable[[frozenset[str]], Iterable[tuple[str, Meaning]]]
"""A source of phrases for some languages (`de`, `pt` …)."""
