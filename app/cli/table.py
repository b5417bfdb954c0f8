"""Tables that fit a terminal, measured as terminals draw: East Asian letters take two places."""

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

USUAL_WIDTH = 100
"""Where nobody says how wide the terminal is, as in a file."""
_WIDTHS = (80, 160)
_GAP = "  "
_LEAST = 20
"""So many places are left for the column that wraps, however narrow the terminal."""
_EMOJI_FOLLOWS = "\ufe0f"
_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what is longer than `most` is cut; without it, it wraps into what is left."""

    header: str
    most: int = 0


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table that fits the terminal; a cell may hold several lines."""
    body = [[_lines_of(cell) for cell in row] for row in rows]
    heads = [[column.header] for column in columns]
    widths = _widths(columns, [heads, *body])
    yield from _drawn(heads, columns, widths)
    yield _GAP.join("-" * width for width in widths)
    for row in body:
        yield from _drawn(row, columns, widths)


def width_of(text: str) -> int:
    """Return how many places a terminal needs for a line, at most."""
    return sum(map(_places, text))


def cut(text: str, most: int) -> str:
    """Return a line that takes at most so many places; what is longer ends in an ellipsis."""
    return text if width_of(text) <= most else _beginning(text, most - 1).rstrip() + "…"


def wrapped(text: str, most: int) -> list[str]:
    """Return a text in lines of at most so many places, broken between words where it can be."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(longer) <= most:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        rest = word
        while width_of(rest) > most:
            part = _beginning(rest, most)
            lines[-1:] = [part, ""]
            rest = rest[len(part) :]
        lines[-1] = rest
    return lines


def paragraph(text: str) -> list[str]:
    """Return a sentence in lines that fit the terminal."""
    return wrapped(plain(text), terminal_width())


def plain(text: str) -> str:
    """Return one line without anything that would steer a terminal."""
    line = " ".join(text.split())
    return "".join(_harmless(letter) for letter in line if letter not in _DIRECTIONS)


def terminal_width() -> int:
    """Return how wide tables are drawn: as the terminal, but neither too narrow nor endless."""
    least, most = _WIDTHS
    return max(least, min(most, shutil.get_terminal_size((USUAL_WIDTH, 24)).columns))


def _lines_of(cell: str) -> list[str]:
    return [plain(line) for line in cell.split("\n")]


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[list[str]]]) -> list[int]:
    """Return the width of each column: what it needs, up to its most or to what is left."""
    needed = [
        max(width_of(line) for row in rows for line in row[number])
        for number in range(len(columns))
    ]
    widths = [
        min(need, column.most) if column.most else need
        for need, column in zip(needed, columns, strict=True)
    ]
    taken = sum(width for width, column in zip(widths, columns, strict=True) if column.most)
    left = terminal_width() - taken - len(_GAP) * (len(columns) - 1)
    return [
        width if column.most else min(width, max(left, _LEAST))
        for width, column in zip(widths, columns, strict=True)
    ]


def _drawn(
    row: Sequence[list[str]], columns: Sequence[Column], widths: Sequence[int]
) -> Iterator[str]:
    cells = [
        [cut(line, width) for line in lines]
        if column.most
        else [part for line in lines for part in wrapped(line, width)]
        for lines, column, width in zip(row, columns, widths, strict=True)
    ]
    for number in range(max(map(len, cells))):
        parts = [lines[number] if number < len(lines) else "" for lines in cells]
        filled = [part + " " * (w - width_of(part)) for part, w in zip(parts, widths, strict=True)]
        yield _GAP.join(filled).rstrip()


def _beginning(text: str, most: int) -> str:
    """Return as much of a text as fits, and never a mark without the letter that it stands on."""
    used = 0
    for number, letter in enumerate(text):
        used += _places(letter)
        if used > most:
            return text[: max(number, 1)]
    return text


@lru_cache(maxsize=4096)
def _places(letter: str) -> int:
    if letter == _EMOJI_FOLLOWS:
        return 1  # it widens the sign before it
    if unicodedata.category(letter) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _harmless(letter: str) -> str:
    return "\ufffd" if unicodedata.category(letter) in ("Cc", "Cs") else letter
