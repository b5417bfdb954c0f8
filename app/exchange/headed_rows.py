"""Rows of a table below its heading, by the columns that are known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.days.fields import Fields
from app.errors import InvalidInputError
from app.exchange.cells import SheetRow
from app.exchange.delimited import read_delimited
from app.wording import _


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns that a table may have, how else people call them, and which it must have."""

    known: Sequence[str]
    also_called: Mapping[str, str]
    needed: Sequence[str]


def headed_rows(data: bytes, name: str, headings: Headings) -> Iterator[Fields]:
    """Yield the rows of a table by its known columns; InvalidInputError where one is missing."""
    heading, *rows = read_delimited(data, name=name).rows
    columns = _columns(heading, headings)
    missing = [column for column in headings.needed if column not in columns.values()]
    if missing:
        raise InvalidInputError(
            _(
                "“{file}” needs a column “{column}” in its first row; these are known: {all}."
            ).format(file=name, column=missing[0], all=", ".join(headings.known))
        )
    for row in rows:
        entry = _("of row {number}").format(number=row.number)
        yield Fields(name, entry, dict(_cells(row, columns.items())))


def _columns(heading: SheetRow, headings: Headings) -> dict[int, str]:
    titles = (cell.text.strip().casefold() for cell in heading.cells)
    called = (headings.also_called.get(title, title) for title in titles)
    return {place: title for place, title in enumerate(called) if title in headings.known}


def _cells(row: SheetRow, columns: Iterable[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    for place, column in columns:
        if place < len(row.cells):
            yield column, row.cells[place].text.strip()
