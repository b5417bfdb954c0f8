"""From rows to values: lists of ids in pieces, JSON columns, and rows that cannot be read."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from app.errors import CalendarFileError
from app.storage.engine import Engine, Row
from app.wording import _

_PIECE = 500
"""How many values one statement compares with: engines limit the number of parameters."""


def read_for(engine: Engine, sql: str, values: Iterable[str], **others: object) -> Iterator[Row]:
    """Return the rows of a query whose `{these}` stands for a list of values of any length.

    `others` are its other parameters.
    """
    for piece, parameters in _in_pieces(sql, values):
        yield from engine.read(piece, **parameters, **others)


def tuples_for(engine: Engine, sql: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Return the same rows as tuples, which thousands of small ones are read faster by."""
    for piece, parameters in _in_pieces(sql, values):
        yield from engine.tuples(piece, **parameters)


def _in_pieces(sql: str, values: Iterable[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Return a query for some of the values at a time, with its parameters."""
    wanted = iter(dict.fromkeys(values))
    while piece := list(islice(wanted, _PIECE)):
        parameters = {f"v{place}": value for place, value in enumerate(piece)}
        marks = ", ".join(f":{name}" for name in parameters)
        yield sql.replace("{these}", f"({marks})"), parameters


def tuple_of(text: str) -> tuple[Any, ...]:
    """Return the tuple that a JSON column holds."""
    return () if text == "[]" else tuple(json.loads(text))


@contextmanager
def readable_rows() -> Iterator[None]:
    """Turn a row that makes no sense into the sentence that the file is damaged."""
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        message = _("The calendar holds an entry that cannot be read; open your newest copy of it.")
        raise CalendarFileError(message) from error
