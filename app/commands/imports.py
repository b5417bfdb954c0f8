"""A planner's own sheet: what it would bring or change, and doing that. It approves nothing."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.commands.cases import approved_ids
from app.commands.flags import AT_ONCE, Judged
from app.commands.gone_rows import about_gone, gone_posts
from app.commands.import_memory import NOTHING, Said, keep, recall
from app.commands.import_plan import PlannedRow, done, planned
from app.commands.import_preview import ImportPreview, PreviewRow, RowProblem
from app.commands.import_words import FieldChange, column_name, field_change, kept_sentence
from app.commands.merging import Difference, Outcome
from app.commands.placing import usual_time
from app.commands.reader import Reader
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.sheet_flags import Judge, by_channel, flags_together
from app.domain.change import ChangeSet
from app.domain.flag import Flag
from app.domain.market import MarketId
from app.domain.post import Post, PostId, short_name
from app.errors import InvalidInputError
from app.exchange.cells import Sheet
from app.exchange.code_pages import encodings
from app.exchange.column_contents import Team, completed
from app.exchange.column_names import Field
from app.exchange.columns import Columns, guess
from app.exchange.plan_rows import interpret
from app.exchange.row_cells import JOINED
from app.exchange.sheets import read_sheet
from app.storage import flag_cache
from app.storage.engine import Row
from app.storage.imported import BY_IMPORT
from app.wording import _, ngettext

SAMPLE_ROWS = 12

Progress = Callable[[int, int], None]
"""Hears how much of how much is done."""
_STEPS, _READ, _INTERPRETED = 100, 30, 55
"""About how long reading and interpreting a large sheet take, of the whole."""


def _unheard(_done: int, _total: int) -> None:
    """Nobody listens."""


def preview_import(
    reader: Reader,
    path: Path,
    *,
    columns: Mapping[str, int] | None = None,
    default_market: MarketId | None = None,
    day_first: bool | None = None,
    sheet: str = "",
    encoding: str = "",
    joined: Collection[str] | None = None,
    judge: Judge | None = None,
    progress: Progress = _unheard,
) -> ImportPreview:
    """Read a sheet and say what it would bring; InvalidInputError when it is no sheet.

    `columns` corrects the guess: key of a field to the index of its column. `encoding` corrects
    the guessed letters of a text file. `joined` are the fields that are put to the text, of those
    that the preview calls `joinable`; without it all of them. `judge` works out the
    flags of many posts elsewhere. `progress` hears how much of how much is done and may stop the
    reading by an exception.
    """
    progress(0, _STEPS)
    setting = Setting.of(reader.engine)
    markets, channels = tuple(setting.markets.values()), setting.usable_channels
    languages = [language for market in markets for language in market.languages]
    read = read_sheet(path, sheet=sheet, encoding=encoding, languages=languages)
    progress(_READ, _STEPS)
    today = reader.clock().astimezone().date()
    meant = completed(guess(read.rows), read.rows, Team(markets, channels, today, read.epoch))
    earlier = recall(reader.engine, meant.names) if meant.header_row else NOTHING
    said = Said(columns, default_market, None if joined is None else frozenset(joined))
    said = said.or_else(earlier)
    meant = _corrected(meant, said.columns)
    together = JOINED if said.joined is None else JOINED & said.joined
    found = interpret(
        read,
        meant,
        markets=markets,
        channels=channels,
        today=today,
        usual_time={market.id: usual_time(market) for market in markets},
        default_market=setting.markets.get(said.default_market) if said.default_market else None,
        day_first=day_first,
        joined=frozenset(map(Field, together)),
    )
    progress(_INTERPRETED, _STEPS)
    plan = planned(reader.engine, found.rows, today=today)
    gone = gone_posts(reader.engine, plan, today=today)
    judged = _judged(reader, plan, judge or partial(flags_together, reader), progress)
    return ImportPreview(
        path=path,
        sheet_name=read.name,
        other_sheets=read.others,
        headers=meant.names,
        header_row=meant.header_row,
        sample_rows=_sample_rows(read, meant),
        mapping={field.value: column for field, column in meant.mapping.items()},
        fields=tuple((field.value, column_name(field)) for field in Field),
        rows=_preview_rows(reader, plan, judged.flags),
        errors=tuple(RowProblem(e.row, e.column, e.message) for e in found.errors),
        notes=(
            *_about_memory(earlier, said),
            *about_gone(reader.engine, gone, some_stay_out=bool(found.errors)),
            *found.notes,
        ),
        day_first=found.day_order.day_first if found.day_order else day_first,
        needs_market=Field.MARKET not in meant.mapping and len(setting.markets) > 1,
        encoding=read.encoding,
        encodings=tuple(encodings().items()) if read.encoding else (),
        joinable=tuple((one.value, meant.name(one)) for one in _joinable(meant)),
        joined=frozenset(together),
        said=said,
        plan=plan,
        flag_rows=tuple(judged.rows),
    )


def import_rows(
    session: Session, *, preview: ImportPreview, take: Collection[str] = frozenset()
) -> ChangeSet:
    """Bring the good rows of a preview in as drafts and update the known ones, all or none.

    Conflicts are left alone but for those whose keys are in `take`. ConflictError when a post was
    changed since the preview; InvalidInputError when there is nothing to do.
    """
    with session.writing():
        pairs = done(session, preview.plan, take)
        if not pairs:
            raise _nothing_to_do(preview)
        if preview.header_row:
            keep(session.engine, preview.headers, preview.said)
        before, after = zip(*pairs, strict=True)
        flag_cache.keep(session.engine, preview.flag_rows)  # of facts that changed since: no harm
        return session.write(
            _label(preview, after), before, after, action=BY_IMPORT, done=_done(preview, after)
        )


def _label(preview: ImportPreview, saved: Sequence[Post]) -> str:
    new = sum(1 for post in saved if not post.revision)
    updated = len(saved) - new
    if new and updated:
        label = _("Import {file}: {new} new, {count} updated")
    elif new:
        label = ngettext("Import {new} post from {file}", "Import {new} posts from {file}", new)
    else:
        label = ngettext(
            "Update {count} post from {file}", "Update {count} posts from {file}", updated
        )
    return label.format(file=preview.path.name, new=f"{new:,}", count=f"{updated:,}")


def _done(preview: ImportPreview, saved: Sequence[Post]) -> str:
    """Return what a person is told: how many came, and how many of those no day shows."""
    new = [post for post in saved if not post.revision]
    count = len(new) or len(saved)
    if new and len(new) < len(saved):
        words = _("Imported {file}: {new} new, {count} updated")
        count = len(saved) - len(new)
    elif new:
        words = ngettext(
            "Imported {new} post from {file}", "Imported {new} posts from {file}", count
        )
    else:
        words = ngettext(
            "Updated {count} post from {file}", "Updated {count} posts from {file}", count
        )
    said = words.format(file=preview.path.name, new=f"{len(new):,}", count=f"{count:,}")
    undated = sum(post.content.local is None for post in new)
    if not undated:
        return said
    waits = ngettext(
        "{count} has no day and is in the tray",
        "{count} have no day and are in the tray",
        undated,
    )
    return f"{said} · {waits.format(count=f'{undated:,}')}"


def _nothing_to_do(preview: ImportPreview) -> InvalidInputError:
    if not preview.plan:
        message = _("No row of “{file}” can be used: the list says why for each.")
    elif preview.conflicting_rows:
        message = _(
            "Nothing of “{file}” was imported: what changed in it was changed here as well. "
            "Tick the rows in which the sheet is right."
        )
    else:
        message = _("Nothing new in “{file}”: every row that can be used is here already.")
    return InvalidInputError(message.format(file=preview.path.name))


def _corrected(meant: Columns, columns: Mapping[str, int] | None) -> Columns:
    if columns is None:
        return meant
    known = {field.value: field for field in Field}
    mapping = {known[key]: column for key, column in columns.items() if key in known}
    return replace(meant, mapping=mapping, by_content=frozenset())


def _about_memory(earlier: Said, said: Said) -> Iterator[str]:
    """Yield that the sheet is read as it was last time, unless all of that is said anew."""
    if earlier != NOTHING and said == earlier:
        yield _("It is read as the last sheet with these columns was: correct it if that is wrong.")


def _joinable(meant: Columns) -> Iterator[Field]:
    """Yield the columns of which a person may say whether they belong to the text."""
    if meant.has(Field.HOOK) and meant.has(Field.TEXT):
        yield Field.HOOK
    if meant.has(Field.HASHTAGS):
        yield Field.HASHTAGS


def _sample_rows(read: Sheet, meant: Columns) -> tuple[tuple[str, ...], ...]:
    body = [row for row in read.rows if row.number > meant.header_row][:SAMPLE_ROWS]
    return tuple(tuple(cell.text for cell in row.cells) for row in body)


def _preview_rows(
    reader: Reader, plan: Sequence[PlannedRow], flags: Mapping[PostId, tuple[Flag, ...]]
) -> tuple[PreviewRow, ...]:
    changed = [one.merge.present for one in plan if one.merge and one.merge.changes_content]
    approved = approved_ids(reader.engine, reader.knowledge, changed)
    return tuple(_preview_row(one, flags, approved) for one in plan)


def _judged(reader: Reader, plan: Sequence[PlannedRow], judge: Judge, progress: Progress) -> Judged:
    """Return the flags of what would be saved, channel by channel; few are judged here."""
    saved = [one.post for one in plan if one.outcome is not Outcome.UNCHANGED]
    names = {one.post.id: _("Row {number}").format(number=one.row.row) for one in plan}
    if len(saved) <= AT_ONCE:
        judge = partial(flags_together, reader)
    flags: dict[PostId, tuple[Flag, ...]] = {}
    rows: list[Row] = []
    for posts in by_channel(saved):
        progress(_INTERPRETED + (_STEPS - _INTERPRETED) * len(flags) // len(saved), _STEPS)
        found = judge(posts, {post.id: names[post.id] for post in posts})
        flags |= found.flags
        rows += found.rows
    return Judged(flags, rows)


def _preview_row(
    one: PlannedRow, flags: Mapping[PostId, tuple[Flag, ...]], approved: Collection[PostId]
) -> PreviewRow:
    row, post = one.row, one.post
    return PreviewRow(
        number=row.row,
        market=row.market,
        channel=row.channel,
        local=post.content.local,
        is_time_guessed=row.is_time_guessed and not one.merge,
        text=post.content.text,
        language=post.content.language,
        flags=flags.get(post.id, ()),
        hints=row.hints if one.merge is None else tuple(_about_known(one)),
        outcome=one.outcome,
        key=one.key,
        post_name=short_name(row.market.code, post.number) if one.merge else "",
        changes=_in_words(one.merge.changes if one.merge else ()),
        clashes=_in_words(one.merge.clashes if one.merge else ()),
        can_be_taken=one.can_be_taken,
        ends_approval=post.id in approved,
    )


def _about_known(one: PlannedRow) -> Iterator[str]:
    """Yield why a known post is left as it is, wholly or in part."""
    if one.merge is None:
        return
    if one.merge.present.cancelled:
        yield _("Cancelled here, and stays so.")
        return
    if one.brings_back:
        yield _(
            "The sheet says again what was approved once. Only a person brings that back: change "
            "the post in the calendar."
        )
    yield from map(kept_sentence, _in_words(one.merge.kept))


def _in_words(differences: Sequence[Difference]) -> tuple[FieldChange, ...]:
    return tuple(map(field_change, differences))
