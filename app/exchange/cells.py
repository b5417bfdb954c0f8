"""A planner's sheet as plain values: rows of cells, whatever program wrote it."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

Value = str | float | datetime | time | None

WINDOWS_EPOCH = date(1899, 12, 30)
"""Day 0 of the serial numbers by which Excel counts days."""


class UnreadableError(ValueError):
    """A cell cannot be understood; the message is a sentence with the way out."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell."""

    value: Value = None
    has_clock: bool = False
    """Whether a date in it was written with a time of day."""
    is_formula: bool = False
    """Whether it holds a formula whose result was never stored."""
    link: str = ""
    """The address to which its words lead, where a workbook says so."""

    @property
    def text(self) -> str:
        """The cell as a person reads it, without blanks around it and with plain line breaks."""
        if self.value is None:
            return ""
        if isinstance(self.value, str):
            if "\r" not in self.value:
                return self.value.strip()
            return self.value.replace("\r\n", "\n").replace("\r", "\n").strip()
        if isinstance(self.value, datetime):
            return f"{self.value:%Y-%m-%d %H:%M}" if self.has_clock else f"{self.value:%Y-%m-%d}"
        if isinstance(self.value, time):
            return f"{self.value:%H:%M}"
        return f"{self.value:.10g}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text and not self.is_formula


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row with the number that a spreadsheet program shows beside it."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """Return the cell in a column counted from 0; an empty one beyond the end."""
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file: its rows that hold anything, and what was noticed while reading."""

    name: str
    rows: tuple[SheetRow, ...]
    others: tuple[str, ...] = ()
    """The other sheets of the file."""
    notes: tuple[str, ...] = ()
    """Sentences about what was guessed."""
    is_delimited: bool = False
    """Whether it came from text, where one stray separator moves all the cells of a row."""
    encoding: str = ""
    """Of its letters, as Python calls it; empty where the file says it itself."""
    epoch: date = WINDOWS_EPOCH
    """Day 0 of its serial numbers."""

    @property
    def blank_rows(self) -> int:
        """How many empty rows lie between the others."""
        if not self.rows:
            return 0
        return self.rows[-1].number - self.rows[0].number + 1 - len(self.rows)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return words in lower case without accents and punctuation, for comparing names."""
    letters = unicodedata.normalize("NFKD", text.translate(_FLAG_LETTERS).casefold())
    kept = (letter if letter.isalnum() else " " for letter in letters if not _is_accent(letter))
    return " ".join("".join(kept).split())


def column_letter(column: int) -> str:
    """Return what a spreadsheet program calls a column counted from 0, such as C or AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


_FLAG_LETTERS = {0x1F1E6 + position: chr(ord("a") + position) for position in range(26)}
"""The two halves of a flag emoji are the letters of its country."""


def _is_accent(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"
