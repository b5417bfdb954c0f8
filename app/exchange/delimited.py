"""Sheets kept as text: CSV and TSV in the encodings and separators that programs really write."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

from app.errors import InvalidInputError
from app.exchange.cells import EMPTY, Cell, Sheet, SheetRow, column_letter
from app.exchange.columns import guess
from app.exchange.limits import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    long_cell,
    too_many_columns,
    too_many_rows,
)
from app.wording import _

_SEPARATORS = ",;\t|"
_LOOKED_AT = 30
"""Rows by which the separator is judged."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_delimited(data: bytes, *, name: str) -> Sheet:
    """Return the one table of a text file; `name` is what it is called.

    InvalidInputError names the row of an unclosed quotation mark, of a cell that is too long, or
    says that the file is no text.
    """
    text, notes = _decoded(data, name)
    separator, text = _announced(text)
    separator = separator or max(_SEPARATORS, key=lambda one: _likelihood(text, one))
    rows: list[SheetRow] = []
    for number, cells in enumerate(_records(text, separator, name), start=1):
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) == MOST_ROWS:
            raise too_many_rows(name)
        rows.append(SheetRow(number, tuple(Cell(cell) if cell else EMPTY for cell in cells)))
    if not rows:
        raise InvalidInputError(
            _("“{file}” is empty; choose the file that holds the plan.").format(file=name)
        )
    return Sheet(name, tuple(rows), notes=notes, is_delimited=True)


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, name), ()
    half = _utf_16_without_bom(data)
    if half:
        return _strictly(data, half, name), ()
    if b"\0" in data:
        raise _no_text(name)
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        note = _(
            "“{file}” is not in UTF-8 and was read as Windows-1252; look in the preview whether "
            "letters such as ä or é are right."
        ).format(file=name)
        return _strictly(data, "cp1252", name), (note,)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text(name) from error


def _no_text(name: str) -> InvalidInputError:
    return InvalidInputError(
        _("“{file}” cannot be read as text; save it as .xlsx or as .csv in UTF-8.").format(
            file=name
        )
    )


def _utf_16_without_bom(data: bytes) -> str:
    """Tell the byte order of UTF-16 by where most zero bytes stand, as plain letters have one."""
    start = data[:2000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) / 5 and odd > 10 * even:
        return "utf-16-le"
    if even > len(start) / 5 and even > 10 * odd:
        return "utf-16-be"
    return ""


def _announced(text: str) -> tuple[str, str]:
    """Return the separator that Excel's first line `sep=;` names, and the rest of the text.

    The line stays as an empty one, so that rows keep their numbers.
    """
    first, line_end, rest = text.partition("\n")
    announced = first.strip().strip('"')
    if announced.lower().startswith("sep=") and len(announced) == len("sep=;"):
        return announced[-1], line_end + rest
    if first.rstrip("\r\n").lower() == "sep=\t":
        return "\t", line_end + rest
    return "", text


def _likelihood(text: str, separator: str) -> tuple[int, int, int]:
    """Judge a separator by the columns it makes known, then by how even the rows become."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found: list[list[str]] = []
    try:
        for record in reader:
            if any(record):
                found.append(record)
            if len(found) == _LOOKED_AT:
                break
    except csv.Error:
        return (0, 0, 0)
    rows = [SheetRow(n, tuple(map(Cell, record))) for n, record in enumerate(found, start=1)]
    widths = Counter(len(record) for record in found if len(record) > 1)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (len(guess(rows).mapping) if width else 0, count, width)


def _records(text: str, separator: str, name: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for record in reader:
            number += 1
            for column, cell in enumerate(record):
                if len(cell) > MOST_CHARACTERS:
                    raise long_cell(name, number, column_letter(column))
            if len(record) > MOST_COLUMNS:
                raise too_many_columns(name, number)
            yield record
    except csv.Error as error:
        if "field larger" in str(error):
            raise long_cell(name, number + 1, "") from error
        raise InvalidInputError(
            _(
                "“{file}”, row {row}: a quotation mark is not closed or not doubled; "
                "correct it, or save the plan as .xlsx."
            ).format(file=name, row=number + 1)
        ) from error
