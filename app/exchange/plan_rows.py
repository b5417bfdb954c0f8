"""A planner's sheet as posts to be: what each row asks for, what is wrong, what was guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time

from app.domain.channel import Channel
from app.domain.market import Market, MarketId
from app.exchange.calendar_days import read_day
from app.exchange.cells import Sheet, UnreadableError
from app.exchange.column_names import Field
from app.exchange.columns import Columns
from app.exchange.day_order import MONTH_FIRST, DayOrder, guess_order
from app.exchange.market_names import MarketNames
from app.exchange.plan_notes import about_columns, about_reading, about_rows
from app.exchange.planned import Interpreted, LeftOut, PlannedPost, RowError
from app.exchange.row_cells import JOINED, RowCells
from app.exchange.row_reader import Ground, RowReader
from app.exchange.source_ids import SourceIds
from app.wording import _

_DAYS = frozenset({Field.DATE, Field.MOMENT})
_PLACES = _DAYS | {Field.MARKET, Field.CHANNEL}
_WORDS = frozenset(
    {Field.TEXT, Field.HOOK, Field.NAME, Field.MEDIA, Field.LINK, Field.FIRST_COMMENT}
)


def interpret(
    sheet: Sheet,
    columns: Columns,
    *,
    markets: Iterable[Market],
    channels: Iterable[Channel],
    today: date,
    usual_time: Mapping[MarketId, time] | None = None,
    default_market: Market | None = None,
    day_first: bool | None = None,
    joined: frozenset[Field] = JOINED,
) -> Interpreted:
    """Return the posts of a sheet and everything that must be said about it.

    `default_market` is for a sheet or row without a market; `usual_time` by market for days
    without a time, else the hour at which the market begins to publish. Without `day_first` the
    order of day and month is guessed from all rows. `joined` puts hook and hashtags to the text.
    """
    markets = tuple(markets)
    missing = _missing_columns(columns, markets, default_market)
    if missing:
        notes = (*sheet.notes, *about_columns(columns))
        return Interpreted((), missing, blank_rows=sheet.blank_rows, notes=notes)
    body = [RowCells(row, columns) for row in sheet.rows if row.number > columns.header_row]
    order = _guessed_order(body, markets) if day_first is None else DayOrder(day_first)
    ground = Ground(
        markets=MarketNames.of(markets),
        channels=tuple(channels),
        default_market=default_market or (markets[0] if len(markets) == 1 else None),
        usual_time=usual_time or {},
        day_first=order.day_first,
        today=today,
        epoch=sheet.epoch,
        joined=joined,
        is_delimited=sheet.is_delimited,
    )
    read = _Reading(ground, _last_of_plan(body))
    for cells in body:
        read.take(cells)
    found = read.result()
    notes = (
        *about_reading(sheet, columns, ground, order),
        *about_rows(found.rows, found.left_out, found.skipped),
    )
    return replace(found, blank_rows=sheet.blank_rows, day_order=order, notes=notes)


class _Reading:
    """One pass over the rows: which heading is in force, which ids are taken."""

    def __init__(self, ground: Ground, last_of_plan: int) -> None:
        self._ground = ground
        self._last_of_plan = last_of_plan
        self._section_day: date | None = None
        self._ids = SourceIds()
        self._posts: list[PlannedPost] = []
        self._errors: list[RowError] = []
        self._left_out: list[LeftOut] = []
        self._skipped: list[int] = []

    def result(self) -> Interpreted:
        """Return what was found so far."""
        return Interpreted(
            tuple(self._posts), tuple(self._errors), tuple(self._left_out), tuple(self._skipped)
        )

    def take(self, cells: RowCells) -> None:
        """Read one row: a post, a heading, or something that explains the plan."""
        filled = cells.filled()
        if not filled & _WORDS:
            self._take_wordless(cells, filled)
        elif (
            cells.repeats_header()
            or (filled == {Field.NAME} and len(cells.columns.mapping) > 1)
            or cells.row.number > self._last_of_plan
        ):
            self._skipped.append(cells.row.number)
        else:
            self._take_post(cells, filled)

    def _take_wordless(self, cells: RowCells, filled: frozenset[Field]) -> None:
        number = cells.row.number
        if len(filled) > 1 and (self._day(cells) or Field.CHANNEL in filled):
            self._left_out.append(LeftOut(number, _("there is neither text nor title.")))
            return
        self._skipped.append(number)
        if len(filled) == 1:
            self._section_day = self._day(cells) or self._section_day

    def _take_post(self, cells: RowCells, filled: frozenset[Field]) -> None:
        if filled & _DAYS:
            self._section_day = None
        reader = RowReader(cells, self._ground, self._section_day)
        posts, doubled = self._ids.given(cells, reader.posts())
        self._posts.extend(posts)
        self._errors.extend((*reader.errors, *doubled))
        self._left_out.extend(reader.left_out)

    def _day(self, cells: RowCells) -> date | None:
        """Return the day that a row names, if it does; here it is no error if it does not."""
        for one in _DAYS & cells.filled():
            try:
                found = read_day(
                    cells.cell(one),
                    day_first=self._ground.day_first,
                    today=self._ground.today,
                    epoch=self._ground.epoch,
                )
            except UnreadableError:
                continue
            return found.day
        return None


def _last_of_plan(body: list[RowCells]) -> int:
    """Return the number of the last row that names a day, a market or a channel.

    What stands below it explains the plan. In a sheet that has but one such column it can be empty
    for a row of the plan as well.
    """
    if not body:
        return 0
    has = [one for one in _PLACES if body[0].columns.has(one)]
    placed = [cells.row.number for cells in body if cells.filled() & _PLACES]
    return max(placed) if placed and len(has) > 1 else body[-1].row.number


def _missing_columns(
    columns: Columns, markets: tuple[Market, ...], default_market: Market | None
) -> tuple[RowError, ...]:
    """Return what the whole sheet lacks, once instead of once per row."""
    missing = []
    if not columns.mapping.keys() & _WORDS:
        missing.append(
            _("The sheet has no column with the text of the posts. Choose it and import again.")
        )
    if not columns.has(Field.MARKET) and default_market is None and len(markets) != 1:
        missing.append(
            _("The sheet has no column with the market. Choose one market for the whole sheet.")
        )
    return tuple(RowError(0, "", message) for message in missing)


def _guessed_order(body: list[RowCells], markets: tuple[Market, ...]) -> DayOrder:
    texts = [
        text
        for cells in body
        for one in (Field.DATE, Field.MOMENT)
        if isinstance(cells.cell(one).value, str) and (text := cells.text(one))
    ]
    month_first = bool(markets) and all(market.country in MONTH_FIRST for market in markets)
    return guess_order(texts, otherwise=not month_first)
