"""One row of a plan as posts: one for each channel that it names, or the errors that forbid it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeVar

from app.domain.channel import Channel
from app.domain.market import Market, MarketId
from app.domain.wall_time import ClockTime, clock_time, local_at
from app.exchange.calendar_days import FoundDay, at_clock, read_day
from app.exchange.cells import UnreadableError
from app.exchange.channel_names import FoundChannel, FoundChannels, find_channels, only_channel
from app.exchange.clock_times import FoundClock, read_clock_time, zone_in
from app.exchange.column_names import Field
from app.exchange.language_names import read_language
from app.exchange.market_names import MarketNames
from app.exchange.planned import LeftOut, Part, PlannedPost, RowError
from app.exchange.row_cells import RowCells, Wording, read_wording, said
from app.wording import _

Read = TypeVar("Read")

_USUAL_TIME = time(10)
"""Where neither the team nor the market's hours say when posts go out."""

_COLUMNS = {
    Part.DAY: {Field.DATE, Field.MOMENT},
    Part.NAME: {Field.NAME},
    Part.TEXT: {Field.TEXT, Field.HOOK},
    Part.LINK: {Field.LINK},
    Part.MEDIA: {Field.MEDIA},
    Part.ALT: {Field.ALT},
    Part.FIRST_COMMENT: {Field.FIRST_COMMENT},
    Part.CAMPAIGN: {Field.CAMPAIGN},
    Part.TAGS: {Field.TAGS},
    Part.LABELS: {Field.PILLAR, Field.FORMAT},
}
"""The columns without which a sheet has nothing to say about a part of a post."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What every row of one sheet is read against."""

    markets: MarketNames
    channels: tuple[Channel, ...]
    default_market: Market | None
    usual_time: Mapping[MarketId, time]
    day_first: bool | None
    today: date
    epoch: date
    joined: frozenset[Field]
    is_delimited: bool


@dataclass(slots=True)
class RowReader:
    """Reads one row and keeps all that is wrong with it."""

    cells: RowCells
    ground: Ground
    section_day: date | None = None
    """The day of the heading above, for a row without one."""
    errors: list[RowError] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def posts(self) -> tuple[PlannedPost, ...]:
        """Return the posts of the row; none if there is any error."""
        self._check_cells()
        clock = self._try(Field.TIME, self._clock) or FoundClock()
        day = self._try(self._day_field(), self._day) or FoundDay()
        moment = self._moment(day, clock)
        language = self._try(Field.LANGUAGE, self._language)
        wording = read_wording(self.cells, joined=self.ground.joined)
        posts = [
            post
            for market, found in self._places()
            for post in self._post(market, found, moment, language, wording)
        ]
        return () if self.errors else tuple(posts)

    def _check_cells(self) -> None:
        for one, reason in self.cells.cells_without_result():
            self._refuse(one, reason)
        if self.ground.is_delimited and self.cells.stray_cells():
            self.errors.append(
                RowError(
                    self._row,
                    "",
                    _(
                        "there are more cells than columns. Put the text in which the separator "
                        "stands in quotation marks and import again."
                    ),
                )
            )

    def _markets(self) -> tuple[Market, ...]:
        text = self.cells.text(Field.MARKET)
        if text:
            return self.ground.markets.find(text)
        if self.ground.default_market:
            return (self.ground.default_market,)
        raise UnreadableError(_("the market is missing. Fill in the cell and import again."))

    def _places(self) -> Iterator[tuple[Market, FoundChannel]]:
        """Yield each channel with its market; of a group of markets those that have one."""
        markets = self._try(Field.MARKET, self._markets) or ()
        without: list[tuple[Market, UnreadableError]] = []
        for market in markets:
            try:
                found = self._found_channels(market)
            except UnreadableError as error:
                without.append((market, error))
                continue
            for place in found.elsewhere:
                self._leave_out(_("“{place}” is no channel here and was left out."), place=place)
            yield from ((market, channel) for channel in found.channels)
        is_group = bool(self.ground.markets.group(self.cells.text(Field.MARKET)))
        for market, reason in without:
            if is_group and len(without) < len(markets):
                sentence = _("{market} has no such channel; the post goes out in the others.")
                self._leave_out(sentence, market=market.name)
            else:
                self._refuse(Field.CHANNEL, str(reason))

    def _leave_out(self, sentence: str, **names: str) -> None:
        left_out = LeftOut(self._row, sentence.format(**names))
        if left_out not in self.left_out:
            self.left_out.append(left_out)

    def _found_channels(self, market: Market) -> FoundChannels:
        text = self.cells.text(Field.CHANNEL)
        if text:
            return find_channels(text, market, self.ground.channels)
        return FoundChannels((FoundChannel(only_channel(market, self.ground.channels)),))

    def _day_field(self) -> Field:
        return Field.MOMENT if self.cells.text(Field.MOMENT) else Field.DATE

    def _day(self) -> FoundDay:
        cell = self.cells.cell(self._day_field())
        if not cell.text and self.section_day:
            return FoundDay(self.section_day)
        return read_day(
            cell,
            day_first=self.ground.day_first,
            today=self.ground.today,
            epoch=self.ground.epoch,
        )

    def _clock(self) -> FoundClock:
        return read_clock_time(self.cells.cell(Field.TIME))

    def _moment(self, day: FoundDay, clock: FoundClock) -> FoundDay:
        """Return day and time together; where a zone is named, the moment on its clock."""
        columns = self.cells.columns
        field = Field.TIME if clock.at else self._day_field()
        return at_clock(day, clock, zone=zone_in(columns.name(field)) if columns.has(field) else "")

    def _language(self) -> str:
        text = self.cells.text(Field.LANGUAGE)
        return read_language(text) if text else ""

    def _post(
        self,
        market: Market,
        found: FoundChannel,
        moment: FoundDay,
        language: str | None,
        wording: Wording,
    ) -> Iterator[PlannedPost]:
        local = self._local(market, moment)
        if self.errors:
            return
        is_time_guessed = local is not None and not moment.clock and not moment.instant
        yield PlannedPost(
            row=self._row,
            market=market,
            channel=found.channel,
            local=local,
            is_time_guessed=is_time_guessed,
            language=language or next(iter(market.languages), ""),
            source_id="",
            says=frozenset(self._says(found, local, is_time_guessed=is_time_guessed)),
            name=wording.name,
            text=wording.text,
            link=wording.link,
            media=wording.media,
            campaign=wording.campaign,
            tags=wording.tags,
            first_comment=wording.first_comment,
            labels=tuple(dict.fromkeys(filter(None, (*wording.labels, found.kind)))),
            notes="\n".join((*wording.remarks, *self._remarks(moment, local))),
            hints=(*self._hints(moment, local), *wording.hints),
        )

    def _says(
        self, found: FoundChannel, local: datetime | None, *, is_time_guessed: bool
    ) -> Iterator[Part]:
        """Yield what the row has something to say about, if only that there is nothing."""
        columns = self.cells.columns.mapping.keys()
        yield Part.NOTES
        yield from (part for part, fields in _COLUMNS.items() if fields & columns)
        if local:
            yield Part.DAY
        if local and not is_time_guessed:
            yield Part.TIME
        if self.cells.text(Field.LANGUAGE):
            yield Part.LANGUAGE
        if Field.HASHTAGS in columns & self.ground.joined:
            yield Part.TEXT
        if found.kind:
            yield Part.LABELS

    def _local(self, market: Market, moment: FoundDay) -> datetime | None:
        if moment.instant:
            return local_at(moment.instant, market.zone)
        if moment.day is None:
            return None
        local = datetime.combine(moment.day, moment.clock or self._usual_time(market))
        if clock_time(local, market.zone) is ClockTime.NEVER:
            self._refuse(
                Field.TIME if self.cells.text(Field.TIME) else self._day_field(),
                _(
                    "{time} does not exist in {market}, where the clocks go forward that night. "
                    "Choose another time and import again."
                ).format(time=f"{local:%Y-%m-%d %H:%M}", market=market.name),
            )
        return local

    def _usual_time(self, market: Market) -> time:
        opens = market.hours.opens if market.hours else _USUAL_TIME
        return self.ground.usual_time.get(market.id, opens)

    def _remarks(self, moment: FoundDay, local: datetime | None) -> Iterator[str]:
        """Yield for the notes what the sheet says of a time that the post does not have."""
        if local is None:
            yield from self._said(self._day_field())
        if local is None or (not moment.clock and not moment.instant):
            yield from self._said(Field.TIME)

    def _said(self, field: Field) -> Iterator[str]:
        if self.cells.text(field):
            yield said(self.cells.columns.name(field), self.cells.text(field))

    def _hints(self, moment: FoundDay, local: datetime | None) -> Iterator[str]:
        """Yield for the preview what was guessed about day and time."""
        day_text, time_text = self.cells.text(self._day_field()), self.cells.text(Field.TIME)
        if local is None:
            yield _without_day(day_text)
        elif moment.instant:
            if (local.date(), local.time()) != (moment.day, moment.clock):
                yield _("The time was converted to the market's own.")
        elif not moment.clock and any(map(str.isalpha, time_text)):
            yield _("“{text}” names no hour; the usual one of the market was taken.").format(
                text=time_text
            )
        elif not moment.clock:
            yield _("There is no time; the usual hour of the market was taken.")
        if moment.is_span and local:
            yield _("“{text}” is a span of time; its beginning was taken.").format(text=time_text)
        if local and not day_text:
            yield _("The date is that of the heading above.")
        if moment.is_year_guessed:
            yield _("“{text}” has no year; {day} was taken.").format(text=day_text, day=moment.day)
        if moment.contradicts_weekday:
            yield _("“{text}” names another weekday than {day} has.").format(
                text=day_text, day=moment.day
            )

    @property
    def _row(self) -> int:
        return self.cells.row.number

    def _try(self, one: Field, read: Callable[[], Read]) -> Read | None:
        """Return what can be read; nothing, and one error more, if it cannot."""
        try:
            return read()
        except UnreadableError as error:
            self._refuse(one, str(error))
            return None

    def _refuse(self, one: Field, message: str) -> None:
        columns = self.cells.columns
        name = columns.name(one) if columns.has(one) else ""
        error = RowError(self._row, name, message)
        if error not in self.errors:
            self.errors.append(error)


def _without_day(cell: str) -> str:
    """Return why a post goes into the tray: its cell is empty, or names no day."""
    if not cell:
        return _("There is no date; the post goes into the tray.")
    return _("“{text}” names no day; the post goes into the tray.").format(text=cell)
