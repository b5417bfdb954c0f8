"""Posts in JSON, JSON lines or TOML as rows of a sheet: each key is the header of a column."""

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

from app.domain.canonical import cleaned
from app.domain.medium import Medium
from app.errors import InvalidInputError
from app.exchange.cells import EMPTY, Cell, Sheet, SheetRow
from app.exchange.file_bytes import file_bytes
from app.exchange.limits import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    long_cell,
    too_many_columns,
    too_many_rows,
)
from app.wording import _

_NAMES = ("posts", "post", "cases", "case", "items", "rows", "data")
"""What a list of posts is called, where a file holds several lists."""
_MOST_BITS = 1_024
"""Of a whole number: a longer one is no id of any system, and takes long to write out."""
_ALT, _URL = ("alt", "alt_text", "altText"), ("url", "src", "href", "link")


@dataclass(frozen=True, slots=True)
class Records:
    """The posts of a file as a sheet; row 0 is its header, and each row counts one post."""

    sheet: Sheet
    media: Mapping[int, tuple[Medium, ...]]
    """Pictures with their alt texts, by row, where the file holds them so."""
    wrong: Mapping[int, tuple[str, str]]
    """Field and reason, by row, where a value is of a kind that cannot be read."""


def read_records(path: Path, kind: str) -> Records:
    """Return the posts of a file of kind `json`, `jsonl` or `toml`; InvalidInputError if none."""
    text = _text(path)
    reading: Mapping[str, Callable[[str, str], object]] = {
        "json": _json,
        "jsonl": _json_lines,
        "toml": _toml,
    }
    found = _listed(reading[kind](text, path.name), path.name)
    if len(found) > MOST_ROWS:
        raise too_many_rows(path.name)
    return _records(found, path.name)


def _text(path: Path) -> str:
    data = file_bytes(path)
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InvalidInputError(
            _("“{file}” cannot be read as text; save it in UTF-8.").format(file=path.name)
        ) from error


def _json(text: str, name: str) -> object:
    try:
        return _loaded(text, name)
    except RecursionError as error:
        raise _no_posts(name) from error
    except ValueError as error:
        if "\n" in text.strip() and text.lstrip().startswith("{"):
            return _json_lines(text, name)
        raise InvalidInputError(
            _("“{file}” cannot be read as JSON: {problem}.").format(file=name, problem=error)
        ) from error


def _json_lines(text: str, name: str) -> object:
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(_loaded(line, name))
        except (ValueError, RecursionError) as error:
            raise InvalidInputError(
                _("“{file}”, line {line} cannot be read as JSON: {problem}.").format(
                    file=name, line=number, problem=error
                )
            ) from error
    return found


def _loaded(text: str, name: str) -> object:
    return json.loads(text, object_pairs_hook=partial(_each_once, name))


def _each_once(name: str, fields: list[tuple[str, object]]) -> dict[str, object]:
    """Return the fields of an object; of two with one name, nobody can tell which is meant."""
    found: dict[str, object] = {}
    for field, value in fields:
        if field in found:
            raise InvalidInputError(
                _("“{file}”: the field “{field}” stands twice in one post; delete one.").format(
                    file=name, field=field
                )
            )
        found[field] = value
    return found


def _toml(text: str, name: str) -> object:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(
            _("“{file}” cannot be read as TOML: {problem}.").format(file=name, problem=error)
        ) from error


def _listed(found: object, name: str) -> list[object]:
    """Return the list of posts: the file itself, or the list in it that holds them."""
    if isinstance(found, list):
        posts = found
    elif isinstance(found, dict):
        lists = {
            key: value
            for key, value in found.items()
            if isinstance(value, list) and any(isinstance(one, dict) for one in value)
        }
        named = next((lists[key] for key in _NAMES if key in lists), None)
        one_post = [found] if not lists and "text" in found else []
        posts = named or max(lists.values(), key=len, default=one_post)
    else:
        posts = []
    if not any(isinstance(one, dict) for one in posts):
        raise _no_posts(name)
    return posts


def _no_posts(name: str) -> InvalidInputError:
    return InvalidInputError(
        _(
            "“{file}” holds no list of posts; write one with id, market, channel, local and text "
            "for each."
        ).format(file=name)
    )


def _records(found: Iterable[object], name: str) -> Records:
    posts = [one if isinstance(one, dict) else None for one in found]
    keys = list(dict.fromkeys(str(key) for post in posts if post for key in post))
    if len(keys) > MOST_COLUMNS:
        raise too_many_columns(name, 1)
    rows = [SheetRow(0, tuple(map(Cell, keys)))]
    media: dict[int, tuple[Medium, ...]] = {}
    wrong: dict[int, tuple[str, str]] = {}
    for number, post in enumerate(posts, start=1):
        if post is None:
            wrong[number] = ("", _("it is no table of fields"))
        reader = _Values(name, number)
        rows.append(
            SheetRow(number, tuple(reader.cell(key, (post or {}).get(key)) for key in keys))
        )
        if reader.wrong:
            wrong[number] = reader.wrong
        if reader.media:
            media[number] = tuple(reader.media)
    return Records(Sheet(name, tuple(rows)), media, wrong)


class _Values:
    """Turns the values of one post into cells, and keeps what is no text."""

    def __init__(self, file: str, number: int) -> None:
        self._file = file
        self._number = number
        self.media: list[Medium] = []
        self.wrong: tuple[str, str] | None = None

    def cell(self, key: str, value: object) -> Cell:
        text = self._text(key, value)
        if len(text) > MOST_CHARACTERS:
            raise long_cell(self._file, self._number, key)
        return Cell(text) if text else EMPTY

    def _text(self, key: str, value: object) -> str:
        text = ""
        match value:
            case None:
                pass
            case str():
                text = value
            case bool():
                text = str(value).lower()
            case int() if value.bit_length() > _MOST_BITS:
                self.wrong = (key, _("the number is too large"))
            case int():
                text = f"{value:d}"
            case float():
                text = f"{value:.10g}"
            case datetime() | date() | time():
                text = value.isoformat()
            case list() if not any(isinstance(one, list) for one in value):
                text = self._list(key, value)
            case dict() if medium := _medium(value):
                self.media.append(medium)
                text = medium.url
            case _:
                self.wrong = (key, _("a text is expected here, not a table"))
        return text

    def _list(self, key: str, values: Iterable[object]) -> str:
        return "\n".join(filter(None, (self._text(key, one) for one in values)))


def _medium(table: Mapping[object, object]) -> Medium | None:
    """Return a picture that is written as an address with an alt text."""
    url, alt = next(_texts(table, _URL), ""), next(_texts(table, _ALT), "")
    return Medium(cleaned(url).strip(), alt=cleaned(alt).strip()) if url or alt else None


def _texts(table: Mapping[object, object], keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        value = table.get(key)
        if isinstance(value, str) and value.strip():
            yield value
