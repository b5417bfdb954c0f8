"""What changed between two texts, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QTextBoundaryFinder


class Change(Enum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row that share one fate."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as one row of pieces: without the added ones it is `before`."""
    return tuple(_pieces(_words(before), _words(after)))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Change.SAME, "".join(before[i1:i2]))
            continue
        if i2 > i1:
            yield Piece(Change.REMOVED, "".join(before[i1:i2]))
        if j2 > j1:
            yield Piece(Change.ADDED, "".join(after[j1:j2]))


def _words(text: str) -> list[str]:
    """Return the text cut at word boundaries, which also holds where no spaces part the words."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    units = text.encode("utf-16-le")  # Qt counts in UTF-16 units
    cuts = [0]
    while (position := finder.toNextBoundary()) != -1:
        cuts.append(position)
    return [units[start * 2 : end * 2].decode("utf-16-le") for start, end in pairwise(cuts)]
