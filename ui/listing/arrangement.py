"""How a person has arranged the columns of the list, and how that is kept."""

import json
from dataclasses import dataclass

from ui.listing.columns import LOOKS, Column


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns that are shown, with their widths in pixels, and what they are sorted by."""

    columns: tuple[tuple[Column, int], ...]
    sorted_by: Column = Column.DAY
    is_descending: bool = False

    @classmethod
    def at_first(cls, letter: int, margin: int) -> "Arrangement":
        """Return the columns as they stand before a person has arranged them."""
        shown = (column for column in Column if LOOKS[column].is_shown)
        return cls(tuple((column, LOOKS[column].letters * letter + margin) for column in shown))

    @classmethod
    def of_text(cls, text: str) -> "Arrangement | None":
        """Return what was kept; nothing for nonsense, or where no column would be shown."""
        try:
            kept = json.loads(text)
            columns = tuple((Column(name), int(width)) for name, width in kept["columns"])
            made = cls(columns, Column(kept["sorted_by"]), bool(kept["is_descending"]))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None
        names = {column for column, _width in columns}
        return made if names and len(names) == len(columns) else None

    def as_text(self) -> str:
        """Return it as it is kept."""
        return json.dumps(
            {
                "columns": [[str(column), width] for column, width in self.columns],
                "sorted_by": str(self.sorted_by),
                "is_descending": self.is_descending,
            }
        )
