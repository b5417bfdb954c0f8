"""A planner's own sheet: what it would bring, and bringing it in. Nothing in it is approved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.commands.flags import present_flags
from app.commands.import_words import column_name
from app.commands.placing import usual_time
from app.commands.posts import new_id
from app.commands.reader import Reader
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.canonical import cleaned
from app.domain.change import ChangeSet
from app.domain.channel import Channel
from app.domain.flag import Flag
from app.domain.market import Market, MarketId
from app.domain.post import Content, Post
from app.errors import InvalidInputError
from app.exchange.cells import Sheet
from app.exchange.column_names import Field
from app.exchange.columns import Columns, guess
from app.exchange.plan_rows import interpret
from app.exchange.planned import Interpreted, PlannedPost
from app.exchange.sheets import read_sheet
from app.storage import posts
from app.wording import _, ngettext

SAMPLE_ROWS = 12


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One post that the sheet would bring."""

    number: int
    """Of the row, as a spreadsheet program counts."""
    market: Market
    channel: Channel
    local: datetime | None
    is_time_guessed: bool
    text: str
    language: str
    flags: tuple[Flag, ...]
    hints: tuple[str, ...] = ()
    is_known: bool = False
    """Whether an earlier import has brought this row already: it is left alone."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot be imported; number 0 is the whole sheet."""

    number: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """All that an import would do, before it is done."""

    path: Path
    sheet_name: str
    other_sheets: tuple[str, ...]
    headers: tuple[str, ...]
    header_row: int
    sample_rows: tuple[tuple[str, ...], ...]
    mapping: Mapping[str, int]
    """Key of a field to the index of its column."""
    fields: tuple[tuple[str, str], ...]
    """Every field that a column may hold, with its name."""
    rows: tuple[PreviewRow, ...]
    errors: tuple[RowProblem, ...]
    notes: tuple[str, ...]
    day_first: bool | None
    needs_market: bool
    """Whether no column names a market, so that one must be chosen for the whole file."""
    planned: tuple[PlannedPost, ...] = ()

    @property
    def new_rows(self) -> tuple[PreviewRow, ...]:
        """The rows that an import would bring."""
        return tuple(row for row in self.rows if not row.is_known)


def preview_import(
    reader: Reader,
    path: Path,
    *,
    columns: Mapping[str, int] | None = None,
    default_market: MarketId | None = None,
    day_first: bool | None = None,
    sheet: str = "",
) -> ImportPreview:
    """Read a sheet and say what it would bring; InvalidInputError when it is no sheet.

    `columns` corrects the guess: key of a field to the index of its column.
    """
    read = read_sheet(path, sheet=sheet)
    meant = _columns(read, columns)
    setting = Setting.of(reader.engine)
    found = interpret(
        read,
        meant,
        markets=setting.markets.values(),
        channels=setting.channels.values(),
        today=datetime.now().astimezone().date(),
        usual_time={market.id: usual_time(market) for market in setting.markets.values()},
        default_market=setting.markets.get(default_market) if default_market else None,
        day_first=day_first,
    )
    return ImportPreview(
        path=path,
        sheet_name=read.name,
        other_sheets=read.others,
        headers=meant.names,
        header_row=meant.header_row,
        sample_rows=_sample_rows(read, meant),
        mapping={field.value: column for field, column in meant.mapping.items()},
        fields=tuple((field.value, column_name(field)) for field in Field),
        rows=_preview_rows(reader, setting, found.rows),
        errors=tuple(RowProblem(e.row, e.column, e.message) for e in found.errors),
        notes=_notes(found),
        day_first=found.day_order.day_first if found.day_order else day_first,
        needs_market=Field.MARKET not in meant.mapping and len(setting.markets) > 1,
        planned=found.rows,
    )


def import_rows(session: Session, *, preview: ImportPreview) -> ChangeSet:
    """Bring the good rows of a preview into the calendar as drafts, all or none.

    Rows that an earlier import brought are left alone.
    """
    with session.writing():
        known = _known(session, preview.planned)
        made = [_post(planned) for planned in preview.planned if planned.source_id not in known]
        if not made:
            raise _nothing_new(preview)
        label = ngettext(
            "Import {count} post from {file}", "Import {count} posts from {file}", len(made)
        )
        return session.write(label.format(count=len(made), file=preview.path.name), made, made)


def _nothing_new(preview: ImportPreview) -> InvalidInputError:
    return InvalidInputError(
        _("Nothing new in “{file}”: every row that can be used is here already.").format(
            file=preview.path.name
        )
        if preview.planned
        else _("No row of “{file}” can be used: the list says why for each.").format(
            file=preview.path.name
        )
    )


def _columns(read: Sheet, corrected: Mapping[str, int] | None) -> Columns:
    guessed = guess(read.rows)
    if corrected is None:
        return guessed
    return replace(guessed, mapping={Field(key): column for key, column in corrected.items()})


def _sample_rows(read: Sheet, meant: Columns) -> tuple[tuple[str, ...], ...]:
    body = [row for row in read.rows if row.number > meant.header_row][:SAMPLE_ROWS]
    return tuple(tuple(cell.text for cell in row.cells) for row in body)


def _preview_rows(
    reader: Reader, setting: Setting, found: Sequence[PlannedPost]
) -> tuple[PreviewRow, ...]:
    made = [_post(planned) for planned in found]
    flags = present_flags(setting, reader.knowledge, made)
    known = {
        post.source_id for post in posts.by_source_ids(reader.engine, [p.source_id for p in found])
    }
    return tuple(
        PreviewRow(
            number=planned.row,
            market=planned.market,
            channel=planned.channel,
            local=planned.local,
            is_time_guessed=planned.is_time_guessed,
            text=planned.text,
            language=planned.language,
            flags=flags[post.id],
            hints=planned.hints,
            is_known=planned.source_id in known,
        )
        for planned, post in zip(found, made, strict=True)
    )


def _notes(found: Interpreted) -> tuple[str, ...]:
    left_out = [
        _("Row {row}: {sentence}").format(row=one.row, sentence=one.sentence)
        for one in found.left_out
    ]
    return (*found.notes, *left_out)


def _known(session: Session, planned: Iterable[PlannedPost]) -> set[str]:
    ids = [one.source_id for one in planned]
    return {post.source_id for post in posts.by_source_ids(session.engine, ids)}


def _post(planned: PlannedPost) -> Post:
    content = Content(
        planned.market.id,
        planned.channel.id,
        planned.language,
        planned.market.zone,
        local=planned.local,
        text=cleaned(planned.text),
        link=cleaned(planned.link),
        first_comment=cleaned(planned.first_comment),
        tags=tuple(cleaned(tag) for tag in planned.tags),
        campaign=cleaned(planned.campaign),
        media=planned.media,
    )
    return Post(
        new_id(),
        number=0,
        content=content,
        name=cleaned(planned.name),
        labels=tuple(cleaned(label) for label in planned.labels),
        notes=cleaned(planned.notes),
        source_id=cleaned(planned.source_id),
    )
