"""Posts of a file on their own, without a calendar that knows markets and channels."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from app.domain.medium import Medium
from app.errors import InvalidInputError
from app.exchange.calendar_days import FoundDay, at_clock, date_or_nothing, read_day
from app.exchange.cells import Sheet, UnreadableError
from app.exchange.clock_times import read_clock_time
from app.exchange.column_names import Field
from app.exchange.columns import Columns, guess
from app.exchange.day_order import DayOrder, guess_order
from app.exchange.language_names import read_language
from app.exchange.records import Records, read_records
from app.exchange.row_cells import JOINED, RowCells, Wording, read_wording
from app.exchange.sheets import read_sheet
from app.wording import _

Read = TypeVar("Read")

_RECORDS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".toml": "toml"}
_EXACT = {field.value: field for field in Field} | {
    "id": Field.SOURCE_ID,
    "local": Field.MOMENT,
    "alt_text": Field.ALT,
}
"""Names that programs write: they say exactly what they mean."""
_LOOKED_AT = frozenset(
    {
        *(Field.SOURCE_ID, Field.MARKET, Field.CHANNEL, Field.LANGUAGE, Field.DATE, Field.TIME),
        *(Field.MOMENT, Field.HOOK, Field.TEXT, Field.HASHTAGS, Field.LINK, Field.MEDIA),
        *(Field.ALT, Field.FIRST_COMMENT, Field.TAGS, Field.CAMPAIGN),
    }
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
_BETWEEN_MEDIA = re.compile(
    r"[\n|]|(?<![,;\s])[,;\s]+(?=https?://)|[,;]\s+|(?<!\s)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class LoosePost:
    """One post as its file has it; `error` says in one sentence why it cannot be judged."""

    id: str
    market: str
    channel: str
    language: str
    """A BCP 47 tag, or nothing."""
    moment: FoundDay
    wording: Wording
    media: tuple[Medium, ...]
    place: str
    """Where it stands in the file, for sentences about it: `Row 5`."""
    error: str = ""


@dataclass(frozen=True, slots=True)
class LoosePlan:
    """All posts of a file in its order, and what was noticed."""

    posts: tuple[LoosePost, ...]
    notes: tuple[str, ...]


def read_loose_posts(
    path: Path,
    *,
    kind: str = "",
    day_first: bool | None = None,
    encoding: str = "",
    has_market: bool = False,
    month_first: Callable[[Sequence[str]], bool],
    today: date,
) -> LoosePlan:
    """Return the posts of a sheet, or of a JSON or TOML file; InvalidInputError if it has none.

    `kind` overrides what the file's name says, `encoding` the guess of its letters; `has_market`
    tells that a market is known for posts that name none; `month_first` tells of all markets
    whether they write the month first.
    """
    kind = kind or _RECORDS.get(path.suffix.lower(), "")
    records = (
        read_records(path, kind)
        if kind in _RECORDS.values()
        else Records(read_sheet(path, encoding=encoding), {}, {})
    )
    columns = _columns(records.sheet)
    _refuse_missing(columns, path.name, has_market=has_market)
    body = (RowCells(row, columns) for row in records.sheet.rows if row.number > columns.header_row)
    rows = [cells for cells in body if not cells.repeats_header()]
    if not rows:
        raise InvalidInputError(
            _("“{file}” holds no posts; choose the file that holds the plan.").format(
                file=path.name
            )
        )
    order = _guessed_order(rows, month_first) if day_first is None else DayOrder(day_first)
    is_sheet = columns.header_row > 0
    ground = _Ground(records, order.day_first, today, has_market=has_market, is_sheet=is_sheet)
    posts = tuple(_Reader(cells, ground).post() for cells in rows)
    return LoosePlan(posts, tuple(_notes(records.sheet, columns, order)))


def _columns(sheet: Sheet) -> Columns:
    """Return what each column holds; the names that programs write go before all guesses."""
    if sheet.rows and sheet.rows[0].number == 0:
        columns = guess(sheet.rows[:1])
    else:
        columns = max(guess(sheet.rows), guess(sheet.rows[:1]), key=_certainty)
    for column, name in enumerate(columns.names):
        meant = _EXACT.get(name.strip().lower().replace(" ", "_"))
        if meant:
            columns = columns.corrected(meant, column)
    return columns


def _certainty(columns: Columns) -> int:
    """Tell how sure a header is: one that a program wrote is surer than any guess."""
    exact = {name.strip().lower() for name in columns.names} & _EXACT.keys()
    return len(exact) * len(_EXACT) + len(columns.mapping)


def _refuse_missing(columns: Columns, file: str, *, has_market: bool) -> None:
    wanted = {
        "market": columns.has(Field.MARKET) or has_market,
        "channel": columns.has(Field.CHANNEL),
        "text": bool(columns.mapping.keys() & {Field.TEXT, Field.HOOK, Field.MEDIA}),
    }
    missing = [name for name, is_there in wanted.items() if not is_there]
    if missing:
        raise InvalidInputError(
            _(
                "“{file}” has no column or field “{missing}”; posts are judged by id, market, "
                "channel, local and text."
            ).format(file=file, missing="”, “".join(missing))
        )


def _guessed_order(
    rows: Sequence[RowCells], month_first: Callable[[Sequence[str]], bool]
) -> DayOrder:
    written = [
        text
        for cells in rows
        for one in (Field.MOMENT, Field.DATE)
        if isinstance(cells.cell(one).value, str) and (text := cells.text(one))
        if not _ISO.fullmatch(text)
    ]
    if not written:
        return DayOrder(day_first=True)
    markets = [cells.text(Field.MARKET) for cells in rows]
    return guess_order(written, otherwise=not month_first(markets))


def _notes(sheet: Sheet, columns: Columns, order: DayOrder) -> Iterator[str]:
    yield from sheet.notes
    if sheet.others:
        yield _("Read was the sheet “{sheet}”; the file also has: {others}.").format(
            sheet=sheet.name, others=", ".join(sheet.others)
        )
    looked_at = {place for field, place in columns.mapping.items() if field in _LOOKED_AT}
    others = [name for place, name in enumerate(columns.names) if name and place not in looked_at]
    if others:
        yield _("Not looked at: {columns}.").format(columns=", ".join(others))
    if order.day_first is not None and not order.is_proven:
        yield (
            _("Dates such as “{example}” were read with the day first; --month-first changes it.")
            if order.day_first
            else _(
                "Dates such as “{example}” were read with the month first; --day-first changes it."
            )
        ).format(example=order.example)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every post of one file is read against."""

    records: Records
    day_first: bool | None
    today: date
    has_market: bool
    is_sheet: bool


class _Reader:
    """Reads one post and keeps what is wrong with it."""

    def __init__(self, cells: RowCells, ground: _Ground) -> None:
        self._cells = cells
        self._ground = ground
        self._errors: list[tuple[str, str]] = []

    def post(self) -> LoosePost:
        """Return the post, with the first thing that is wrong as its error."""
        cells, number = self._cells, self._cells.row.number
        wrong = self._ground.records.wrong.get(number)
        if wrong:
            self._errors.append(wrong)
        for one, reason in cells.cells_without_result():
            self._errors.append((cells.columns.name(one), reason))
        if self._ground.records.sheet.is_delimited and cells.stray_cells():
            self._errors.append(("", _("there are more cells than columns")))
        market = cells.text(Field.MARKET)
        if not market and not self._ground.has_market:
            self._errors.append((self._name(Field.MARKET), _("the market is missing")))
        moment = self._try(self._day_field(), self._moment) or FoundDay()
        language = self._try(Field.LANGUAGE, self._language) or ""
        return LoosePost(
            id=cells.text(Field.SOURCE_ID) or str(number),
            market=market,
            channel=cells.text(Field.CHANNEL),
            language=language,
            moment=moment,
            wording=read_wording(cells, joined=JOINED),
            media=self._media(),
            place=self._place(""),
            error=next((self._said(*one) for one in self._errors), ""),
        )

    def _day_field(self) -> Field:
        return Field.MOMENT if self._cells.text(Field.MOMENT) else Field.DATE

    def _moment(self) -> FoundDay:
        one = self._day_field()
        cell = self._cells.cell(one)
        clock = read_clock_time(self._cells.cell(Field.TIME))
        return at_clock(_iso(cell.text) or self._day(one), clock)

    def _day(self, one: Field) -> FoundDay:
        cell = self._cells.cell(one)
        ground = self._ground
        epoch = ground.records.sheet.epoch
        try:
            return read_day(cell, day_first=ground.day_first, today=ground.today, epoch=epoch)
        except UnreadableError as error:
            if ground.day_first is None and self._is_both(one):
                raise UnreadableError(
                    _(
                        "“{text}” can be read with the day or with the month first, and the file "
                        "mixes both: say --day-first or --month-first, or write 2026-11-09T10:30"
                    ).format(text=cell.text)
                ) from error
            raise UnreadableError(
                _("“{text}” is no date and time that exists: write it as 2026-11-09T10:30").format(
                    text=cell.text
                )
            ) from error

    def _is_both(self, one: Field) -> bool:
        cell, ground = self._cells.cell(one), self._ground
        try:
            for is_first in (True, False):
                read_day(
                    cell,
                    day_first=is_first,
                    today=ground.today,
                    epoch=ground.records.sheet.epoch,
                )
        except UnreadableError:
            return False
        return True

    def _language(self) -> str:
        text = self._cells.text(Field.LANGUAGE)
        try:
            return read_language(text) if text else ""
        except UnreadableError as error:
            raise UnreadableError(
                _(
                    "“{text}” is no language: write its name or its code, such as de or pt-BR"
                ).format(text=text)
            ) from error

    def _media(self) -> tuple[Medium, ...]:
        known = self._ground.records.media.get(self._cells.row.number, ())
        addresses = {medium.url for medium in known}
        written = [
            part.strip(" ,;") for part in _BETWEEN_MEDIA.split(self._cells.text(Field.MEDIA))
        ]
        others = [part for part in written if part and part not in addresses]
        alts = [line.strip() for line in re.split(r"[\n|]", self._cells.text(Field.ALT))]
        if len(alts) != len(others):
            alts = [self._cells.text(Field.ALT), *[""] * len(others)]
        return known + tuple(
            Medium(part if part.lower().startswith("http") else "", alt=alt)
            for part, alt in zip(others, alts, strict=False)
        )

    def _try(self, one: Field, read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except UnreadableError as error:
            self._errors.append((self._name(one), str(error)))
            return None

    def _name(self, one: Field) -> str:
        return self._cells.columns.name(one) if self._cells.columns.has(one) else one.value

    def _place(self, column: str) -> str:
        number = self._cells.row.number
        if self._ground.is_sheet:
            wording = _("Row {number}, {column}") if column else _("Row {number}")
        else:
            wording = _("Post {number}, {column}") if column else _("Post {number}")
        return wording.format(number=number, column=column)

    def _said(self, column: str, message: str) -> str:
        return _("{place}: {problem}.").format(
            place=self._place(column), problem=message.removesuffix(".")
        )


def _iso(text: str) -> FoundDay | None:
    """Return the moment of a text as programs write it, to the minute."""
    if not _ISO.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    day = date_or_nothing(moment.year, moment.month, moment.day)
    if day is None:
        return None
    moment = moment.replace(second=0, microsecond=0)
    if moment.tzinfo:
        return FoundDay(instant=moment)
    has_clock = len(text) > len("2026-11-09")
    return FoundDay(day, moment.time() if has_clock else None)
