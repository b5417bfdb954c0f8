"""Sheets of an .xlsx workbook, read without trusting what the file says about its own size."""

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import islice
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.escape import unescape

from app.domain.canonical import cleaned
from app.errors import InvalidInputError
from app.exchange.cells import EMPTY, Cell, Sheet, SheetRow, column_letter
from app.exchange.columns import HEADER_WITHIN, guess
from app.exchange.limits import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    long_cell,
    too_many_columns,
    too_many_rows,
)
from app.exchange.workbook_parts import Part, Place, inspected
from app.wording import _

_LINKING = re.compile(r'=\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
_LAST_ROW = 1_048_576
"""Of any sheet: openpyxl makes all the empty rows up to the number that a file names."""

_BROKEN = (
    zipfile.BadZipFile,
    DefusedXmlException,
    ParseError,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OverflowError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What the readers of zip, XML and workbooks raise on a file that is not as it should be."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the values of a sheet, by row from 1 and column from 0."""

    formulas: frozenset[Place] = frozenset()
    links: Mapping[Place, str] = field(default_factory=dict)


def read_workbook(data: bytes, *, name: str, sheet: str = "") -> Sheet:
    """Return one sheet: the one asked for, else the first that looks like a plan.

    InvalidInputError where the file is broken or larger than any plan, or has no such sheet.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and validations, which nobody reads here
        try:
            return _read(data, name, sheet)
        except InvalidInputError:
            raise
        except _BROKEN as error:
            raise InvalidInputError(
                _(
                    "“{file}” is damaged or not a whole .xlsx; open it in Excel or LibreOffice, "
                    "save it as .xlsx and import that."
                ).format(file=name)
            ) from error


def _read(data: bytes, name: str, wanted: str) -> Sheet:
    parts = inspected(data, name)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    titles = [one.title for one in book.worksheets if one.sheet_state == "visible"]
    if not titles or (wanted and wanted not in titles):
        raise InvalidInputError(
            _("“{file}” has no sheet “{sheet}”; choose one of: {sheets}.").format(
                file=name, sheet=wanted, sheets=", ".join(titles)
            )
        )
    title = wanted or _plan_among(book, titles, name)
    part = parts.get(title, Part())
    beside = _Beside(links=part.links)
    if part.has_formulas:
        beside = _with_formulas(beside, data, title)
    rows = _kept(_filled_down(_rows(book, title, name, beside), part.merged), name)
    if not rows:
        raise InvalidInputError(
            _("The sheet “{sheet}” of “{file}” is empty; choose the one with the plan.").format(
                sheet=title, file=name
            )
        )
    others = tuple(other for other in titles if other != title)
    return Sheet(title, rows, others, epoch=book.epoch.date())


def _plan_among(book: Workbook, titles: list[str], name: str) -> str:
    """Return the first sheet with the header of a plan, else the first that holds anything."""
    starts = {title: list(_start(book, title, name)) for title in titles}
    plans = (title for title in titles if guess(starts[title]).is_recognised)
    filled = (title for title in titles if starts[title])
    return next(plans, None) or next(filled, titles[0])


def _start(book: Workbook, title: str, name: str) -> Iterator[SheetRow]:
    for row in islice(_rows(book, title, name, _Beside()), HEADER_WITHIN):
        if not all(cell.is_empty for cell in row.cells):
            yield row


def _kept(rows: Iterable[SheetRow], name: str) -> tuple[SheetRow, ...]:
    """Return the rows that hold anything; InvalidInputError if they are too many."""
    kept: list[SheetRow] = []
    for row in rows:
        if all(cell.is_empty for cell in row.cells):
            continue
        if len(kept) == MOST_ROWS:
            raise too_many_rows(name)
        kept.append(row)
    return tuple(kept)


def _rows(book: Workbook, title: str, name: str, beside: _Beside) -> Iterator[SheetRow]:
    for number, read in _numbered(book[title]):
        cells = [_cell(one, beside, (number, column)) for column, one in enumerate(read)]
        while cells and cells[-1].is_empty:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise too_many_columns(name, number)
        for column, cell in enumerate(cells):
            if isinstance(cell.value, str) and len(cell.value) > MOST_CHARACTERS:
                raise long_cell(name, number, column_letter(column))
        yield SheetRow(number, tuple(cells))


def _numbered(worksheet: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401  # openpyxl has many
    worksheet.reset_dimensions()  # some programs say that every sheet has a million rows
    for number, read in enumerate(worksheet.iter_rows(), start=1):
        if number > _LAST_ROW:
            message = "A row stands where no spreadsheet program has one."
            raise ValueError(message)
        yield number, read


def _cell(read: Any, beside: _Beside, place: Place) -> Cell:  # noqa: ANN401  # as above
    value = read.value
    if value is None:
        return Cell(is_formula=True) if place in beside.formulas else EMPTY
    if isinstance(value, str):
        return Cell(cleaned(unescape(value)), link=beside.links.get(place, ""))
    if isinstance(value, datetime):
        return Cell(value, has_clock="h" in str(read.number_format).lower())
    if isinstance(value, timedelta):
        return Cell((datetime.min + value).time() if value < timedelta(days=1) else str(value))
    if isinstance(value, time) or not isinstance(value, bool | int | float):
        return Cell(value if isinstance(value, time) else str(value))
    return Cell(str(value).upper() if isinstance(value, bool) else float(value))


def _filled_down(rows: Iterable[SheetRow], merged: frozenset[str]) -> Iterator[SheetRow]:
    """Give every row of a cell merged downwards what stands in its first row."""
    reach = {}
    for bounds in map(range_boundaries, merged):
        left, top, right, bottom = (int(bound or 0) for bound in bounds)
        if left == right and bottom > top:
            reach[top, left - 1] = bottom
    tops = {top for top, _column in reach}
    running: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        running = {c: (last, cell) for c, (last, cell) in running.items() if last >= row.number}
        yield _with(row, running) if running else row
        if row.number in tops:
            for column, cell in enumerate(row.cells):
                if (row.number, column) in reach:
                    running[column] = (reach[row.number, column], cell)


def _with(row: SheetRow, running: dict[int, tuple[int, Cell]]) -> SheetRow:
    if all(cell.is_empty for cell in row.cells):
        return row  # a merged cell alone makes no row
    width = max(len(row.cells), max(running) + 1)
    cells = [row.cell(column) for column in range(width)]
    for column, (_last, cell) in running.items():
        if cells[column].is_empty:
            cells[column] = cell
    return SheetRow(row.number, tuple(cells))


def _with_formulas(beside: _Beside, data: bytes, title: str) -> _Beside:
    """Add where formulas stand and to what they link; a second reading, as one has values only."""
    worksheet = load_workbook(io.BytesIO(data), read_only=True)[title]
    formulas, links = set(), dict(beside.links)
    for number, row in _numbered(worksheet):
        for column, cell in enumerate(row):
            if cell.data_type == "f":
                formulas.add((number, column))
                if linked := _LINKING.match(str(cell.value)):
                    links[number, column] = linked[1]
    return _Beside(frozenset(formulas), links)
