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


Phrase = tuple[str, Meaning]
"""Words as people write them, and what they say."""

ANY_LANGUAGE = "any"
"""Stands for the phrases that count in texts of every language."""

Source = Callable[[str], Iterable[Phrase]]
"""What gives the phrases of a language (`de`, `pt` …), or those of any."""
