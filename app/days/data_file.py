"""The data files that come with the program: read as a whole, and entry by entry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar, cast

import rtoml

from app.days.fields import Fields
from app.errors import InvalidInputError
from app.wording import _

Tables = Mapping[str, object]
Entry = TypeVar("Entry")


def text_of(path: Path) -> str:
    """Return the text of a data file; InvalidInputError if it cannot be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error


def tables_in(path: Path, text: str) -> Tables:
    """Return what the text of a data file says; InvalidInputError if it makes no sense."""
    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        raise _unreadable(path, error) from error


def tables_of(path: Path) -> Tables:
    """Return what a data file says; InvalidInputError if it cannot be read as a whole."""
    return tables_in(path, text_of(path))


def tables_under(path: Path, heading: str) -> list[Tables]:
    """Return the tables of a file that stand under a heading of their own, such as [[day]]."""
    found = tables_of(path).get(heading, [])
    if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
        raise InvalidInputError(
            _("{file} needs each entry under a heading [[{heading}]].").format(
                file=path.name, heading=heading
            )
        )
    return cast("list[Tables]", found)


def fields_of_each(path: Path, tables: Tables) -> Iterator[Fields]:
    """Yield the fields of each named table; InvalidInputError for a name that holds no table."""
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise Fields(path.name, name, {}).wrong(name, _("a table is expected"))
        yield Fields(path.name, name, table)


def entries_by_id(
    path: Path, tables: Iterable[Tables], entry_of: Callable[[Fields], Entry]
) -> tuple[dict[str, Entry], tuple[InvalidInputError, ...]]:
    """Return the entries that can be read, by their ids, and what is wrong with the others."""
    entries: dict[str, Entry] = {}
    problems: list[InvalidInputError] = []
    for place, table in enumerate(tables, start=1):
        fields = Fields(path.name, str(table.get("id", f"#{place}")), table)
        try:
            entry, name = entry_of(fields), fields.text("id")
            if name in entries:
                raise fields.wrong("id", _("it is used twice"))
            entries[name] = entry
        except InvalidInputError as problem:
            problems.append(problem)
    return entries, tuple(problems)


def _unreadable(path: Path, problem: Exception) -> InvalidInputError:
    return InvalidInputError(
        _("{file} cannot be read: {problem}.").format(file=path.name, problem=problem)
    )
