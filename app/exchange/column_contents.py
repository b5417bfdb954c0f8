"""What a column is when its header does not tell: judged by the cells below it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, time
from unicodedata import east_asian_width

from app.domain.channel import Channel
from app.domain.market import Market
from app.exchange.calendar_days import FoundDay, read_day
from app.exchange.cells import Cell, SheetRow, UnreadableError, column_letter, folded
from app.exchange.column_names import Field
from app.exchange.columns import Columns
from app.exchange.market_names import SEVERAL, MarketNames
from app.exchange.network_names import ELSEWHERE, FORMATS, NETWORKS

_LOOKED_AT = 60
"""Rows are enough to judge by."""
_MOST = 0.75
"""So many of the cells that are filled must be what a column is said to hold."""
_TEXT_LETTERS = 25
"""Texts of posts are at least so long, on average."""

_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PICTURE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|mp4|mov)(?:\?\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Team:
    """What the calendar knows, by which cells are recognised."""

    markets: tuple[Market, ...]
    channels: tuple[Channel, ...]
    today: date
    epoch: date


def completed(columns: Columns, rows: Sequence[SheetRow], team: Team) -> Columns:
    """Return the guess with the columns that only their cells give away, and which those are.

    Where no header was found at all, the first row is one only if it is unlike those below it.
    """
    if not columns.mapping:
        columns = replace(columns, header_row=rows[0].number if rows else 0)
    body = [row for row in rows if row.number > columns.header_row][:_LOOKED_AT]
    columns = _without_weekdays(columns, body, team)
    found = _found(columns, body, team)
    if not columns.mapping and found and _is_like_the_others(rows[0], found, team):
        width = max(len(row.cells) for row in rows)
        columns = Columns(rows[0].number - 1, tuple(map(column_letter, range(width))), {})
    mapping = {**columns.mapping, **found}
    if columns.may_only_count() and _begins_anew(columns, rows):
        del mapping[Field.SOURCE_ID]
    return replace(columns, mapping=mapping, by_content=frozenset(found))


def _without_weekdays(columns: Columns, body: Sequence[SheetRow], team: Team) -> Columns:
    """Return the guess without a column `Day` that holds weekdays, where another one holds days."""

    def names_a_day(cell: Cell) -> bool:
        return _day_in(cell, team, with_numbers=True).day is not None

    filled = _filled_columns(body)
    shares = {column: _share(cells, names_a_day) for column, cells in filled.items()}
    day = columns.mapping.get(Field.DATE)
    others = [one for one in shares if one not in columns.mapping.values()]
    dated = max(others, key=lambda column: shares[column], default=None)
    if day is None or shares.get(day) or dated is None or shares[dated] < _MOST:
        return columns
    return columns.corrected(Field.DATE, dated)


def _begins_anew(columns: Columns, rows: Iterable[SheetRow]) -> bool:
    """Tell whether the same number stands twice for one market and channel."""
    places = [
        columns.mapping[field]
        for field in (Field.SOURCE_ID, Field.MARKET, Field.CHANNEL)
        if columns.has(field)
    ]
    numbered = [
        tuple(row.cell(place).text for place in places)
        for row in rows
        if row.number > columns.header_row and not row.cell(places[0]).is_empty
    ]
    return len(set(numbered)) < len(numbered)


def _found(columns: Columns, body: Sequence[SheetRow], team: Team) -> dict[Field, int]:
    free = _filled_columns(body)
    for taken in columns.mapping.values():
        free.pop(taken, None)
    found: dict[Field, int] = {}
    for field, holds in _judges(team).items():
        if _is_wanted(field, columns.mapping.keys() | found.keys()):
            fitting = [c for c, cells in free.items() if _share(cells, holds) >= _MOST]
            if fitting:
                found[field] = min(fitting)
                del free[min(fitting)]
    if not (columns.mapping.keys() | found.keys()) & {Field.TEXT, Field.HOOK}:
        texts = {
            column: _average_length(cells)
            for column, cells in free.items()
            if folded(columns.names[column] if column < len(columns.names) else "") not in NETWORKS
        }
        longest = max(texts, key=lambda column: texts[column], default=None)
        if longest is not None and texts[longest] >= _TEXT_LETTERS:
            found[Field.TEXT] = longest
    return found


def _is_wanted(field: Field, known: Iterable[Field]) -> bool:
    days = {Field.DATE, Field.MOMENT}
    needless = {Field.DATE: days, Field.MOMENT: days, Field.TIME: {Field.TIME, Field.MOMENT}}
    return not needless.get(field, {field}) & set(known)


def _filled_columns(body: Iterable[SheetRow]) -> dict[int, list[Cell]]:
    columns: dict[int, list[Cell]] = {}
    for row in body:
        for column, cell in enumerate(row.cells):
            if not cell.is_empty:
                columns.setdefault(column, []).append(cell)
    return dict(sorted(columns.items()))


def _share(cells: Sequence[Cell], holds: Callable[[Cell], bool]) -> float:
    return sum(map(holds, cells)) / len(cells)


def _average_length(cells: Sequence[Cell]) -> float:
    """Return how long the texts are; one without blanks is none, unless its language has none."""
    texts = [cell.text for cell in cells if isinstance(cell.value, str)]
    wide = [sum(east_asian_width(letter) in "WF" for letter in text) for text in texts]
    lengths = (
        len(text) + more for text, more in zip(texts, wide, strict=True) if more or " " in text
    )
    return sum(lengths) / len(cells)


def _judges(team: Team) -> dict[Field, Callable[[Cell], bool]]:
    """Return what tells each kind of cell, the surest first."""
    names = MarketNames.of(team.markets)
    accounts = {folded(name) for one in team.channels for name in (one.handle, one.name) if name}

    def is_market(cell: Cell) -> bool:
        try:
            return bool(names.find(cell.text))
        except UnreadableError:
            return False

    def is_channel(cell: Cell) -> bool:
        parts = [folded(part) for part in SEVERAL.split(cell.text) if part.strip()]
        return bool(parts) and all(_is_place(part, accounts) for part in parts)

    return {
        Field.MOMENT: lambda cell: (
            (found := _day_in(cell, team)).clock is not None or found.instant is not None
        ),
        Field.DATE: lambda cell: _day_in(cell, team).day is not None,
        Field.TIME: lambda cell: isinstance(cell.value, time) or _is(_CLOCK, cell),
        Field.MARKET: is_market,
        Field.CHANNEL: is_channel,
        Field.MEDIA: lambda cell: _is(_PICTURE, cell),
        Field.LINK: lambda cell: _is(_ADDRESS, cell),
    }


def _day_in(cell: Cell, team: Team, *, with_numbers: bool = False) -> FoundDay:
    """Return the day in a cell, whichever number of it comes first.

    A mere number can be a day as well, but also a count: it is one only if asked for.
    """
    if not with_numbers and (isinstance(cell.value, float | time) or cell.text.isdecimal()):
        return FoundDay()
    for day_first in (True, False):
        with suppress(UnreadableError):
            return read_day(cell, day_first=day_first, today=team.today, epoch=team.epoch)
    return FoundDay()


def _is(pattern: re.Pattern[str], cell: Cell) -> bool:
    return isinstance(cell.value, str) and pattern.fullmatch(cell.text) is not None


def _is_place(name: str, accounts: set[str]) -> bool:
    first = name.split(" ", maxsplit=1)[0]
    return (
        name in accounts
        or name in ELSEWHERE
        or name in NETWORKS
        or (first in NETWORKS and name.removeprefix(f"{first} ") in FORMATS)
    )


def _is_like_the_others(row: SheetRow, found: Mapping[Field, int], team: Team) -> bool:
    """Tell whether a row is a post itself, by the cells of which one can be sure."""
    judges = _judges(team)
    return any(
        field in judges and judges[field](row.cell(column)) for field, column in found.items()
    )
