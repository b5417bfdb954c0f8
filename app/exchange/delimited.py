"""Sheets kept as text: CSV and TSV in the alphabets and separators that programs really write."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator

from app.errors import InvalidInputError
from app.exchange.cells import EMPTY, Cell, Sheet, SheetRow, column_letter
from app.exchange.code_pages import Decoded, decoded, decoded_as, encodings
from app.exchange.columns import guess
from app.exchange.limits import (
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    long_cell,
    too_many_columns,
    too_many_rows,
)
from app.wording import _

csv.field_size_limit(MOST_BYTES)
"""No cell can be longer than its file: which one is too long is said by its row and column."""

_SEPARATORS = ",;\t|"
_LOOKED_AT = 30
"""Rows by which the separator is judged."""
_LOOKED_THROUGH = 200_000
"""Letters in which those rows are looked for."""
_LAST_ROW = 1_048_576
"""Of any sheet: so many lines, empty ones too, are no plan."""


def read_delimited(
    data: bytes, *, name: str, encoding: str = "", languages: Iterable[str] = ()
) -> Sheet:
    """Return the one table of a text file; `name` is what it is called.

    `encoding` is the alphabet that a person chose, else it is told or guessed, with the help of
    the `languages` that are probably in it. InvalidInputError names the row of an unclosed
    quotation mark, of a cell that is too long, or says that the file is no text.
    """
    letters = _letters(data, name, encoding, languages)
    separator, text = _announced(letters.text)
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
    notes = tuple(_about_letters(letters))
    return Sheet(name, tuple(rows), notes=notes, is_delimited=True, encoding=letters.encoding)


def _letters(data: bytes, name: str, encoding: str, languages: Iterable[str]) -> Decoded:
    try:
        if encoding:
            return decoded_as(data, encoding)
        return decoded(data, languages=languages)
    except UnicodeError as error:
        if encoding:
            message = _("“{file}” cannot be read as {alphabet}; choose other letters.")
        else:
            message = _("“{file}” cannot be read as text; save it as .xlsx or as .csv in UTF-8.")
        alphabet = encodings().get(encoding, encoding)
        raise InvalidInputError(message.format(file=name, alphabet=alphabet)) from error


def _about_letters(letters: Decoded) -> Iterator[str]:
    if not letters.is_guessed:
        return
    if letters.encoding == "utf-8":
        message = _("Some letters are damaged, as in “{example}”; correct them in the file.")
    elif letters.example:
        message = _("Letters were read as {alphabet}: look whether “{example}” is right.")
    else:
        message = _("Letters were read as {alphabet}; look whether they are right.")
    alphabet = encodings().get(letters.encoding, letters.encoding)
    yield message.format(alphabet=alphabet, example=letters.example)


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
    beginning = io.StringIO(text[:_LOOKED_THROUGH], newline="")
    found: list[list[str]] = []
    try:
        for record in csv.reader(beginning, delimiter=separator):
            if any(record):
                found.append(record[:MOST_COLUMNS])
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
            if number > _LAST_ROW:
                raise too_many_rows(name)
            if len(record) > MOST_COLUMNS:
                raise too_many_columns(name, number)
            for column, cell in enumerate(record):
                if len(cell) > MOST_CHARACTERS:
                    raise long_cell(name, number, column_letter(column))
            yield record
    except csv.Error as error:
        raise InvalidInputError(
            _(
                "“{file}”, row {row}: a quotation mark is not closed or not doubled; "
                "correct it, or save the plan as .xlsx."
            ).format(file=name, row=number + 1)
        ) from error
