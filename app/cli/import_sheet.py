"""`import FILE SHEET`: a planner's sheet as drafts; the sheet approves nothing."""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING, Answer
from app.cli.opening import reading, working
from app.cli.saying import flag_columns, flag_facts, flag_rows, needs_a_look, when, written
from app.cli.table import Column, paragraph, plain, table, wrapped
from app.commands.finding import find_market
from app.commands.import_preview import ImportPreview, PreviewRow, RowProblem
from app.commands.import_words import FieldChange
from app.commands.imports import import_rows, preview_import
from app.commands.reader import Reader
from app.errors import InvalidInputError
from app.wording import _, ngettext

_MOST_ROWS_NAMED = 8
_ROWS_WIDTH = 16


@dataclass(frozen=True, slots=True)
class _Imported:
    """What a sheet brings, and what was done about it."""

    preview: ImportPreview
    done: str
    """What was written, or that nothing was."""

    @property
    def flagged(self) -> int:
        """How many of the posts that it brings or changes a reviewer has to look at."""
        return sum(needs_a_look(row.flags) for row in self.preview.rows)


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:
    """Bring the good rows in, all or none; it ends with 1 where a row stays out or is flagged."""
    if request.dry_run:
        with reading(request.file, clock) as reader:
            preview = _preview(reader, request)
        return _answer(_Imported(preview, _("Nothing was written: this was a rehearsal.")))
    if not request.person:
        raise InvalidInputError(
            _("Say with “--as PERSON” who imports, or look first with “--dry-run”.")
        )
    with working(request.file, request.person, clock) as desk:
        preview = _preview(desk.reader, request)
        if not (preview.new_rows or preview.updated_rows):
            return _answer(_Imported(preview, _nothing_done(preview)), desk.said)
        change = import_rows(desk.session, preview=preview)
    return _answer(_Imported(preview, _("Done: {what}.").format(what=change.label)), desk.said)


def _nothing_done(preview: ImportPreview) -> str:
    if preview.rows or preview.errors:
        return _("Nothing was written.")
    return _("Nothing was written: “{file}” holds no post.").format(file=preview.path.name)


def _preview(reader: Reader, request: argparse.Namespace) -> ImportPreview:
    market = find_market(reader.calendar().markets, request.market).id if request.market else None
    preview = preview_import(
        reader,
        request.sheet_file,
        default_market=market,
        day_first=request.day_first,
        sheet=request.sheet,
        encoding=request.encoding or "",
    )
    whole = [error.message for error in preview.errors if not error.number]
    if len(whole) == 1 and preview.needs_market and market is None:
        raise InvalidInputError(
            _("“{file}” has no column with the market: say one for all with “--market”.").format(
                file=preview.path.name
            )
        )
    if whole:
        raise InvalidInputError(
            _("“{file}”: {problem}").format(file=preview.path.name, problem=whole[0])
        )
    return preview


def _answer(found: _Imported, said: tuple[str, ...] = ()) -> Answer:
    preview = found.preview
    facts = {
        "done": found.done,
        "counts": _counts(found),
        "rows": list(map(_row_facts, preview.rows)),
        "errors": [
            {"row": error.number, "column": error.column, "message": error.message}
            for error in preview.errors
        ],
        "notes": preview.notes,
    }
    return Answer(facts, _lines(found), _code(found), said)


def _code(found: _Imported) -> int:
    preview = found.preview
    if not preview.rows:
        return BAD_INPUT
    stays_out = preview.errors or preview.conflicting_rows
    return FOUND_SOMETHING if stays_out or found.flagged else DONE


def _counts(found: _Imported) -> Mapping[str, int]:
    preview = found.preview
    return {
        "new": len(preview.new_rows),
        "updated": len(preview.updated_rows),
        "unchanged": len(preview.unchanged_rows),
        "conflicts": len(preview.conflicting_rows),
        "bad_rows": len(preview.bad_rows),
        "flagged": found.flagged,
    }


def _row_facts(row: PreviewRow) -> Mapping[str, object]:
    return {
        "row": row.number,
        "outcome": row.outcome.value,
        "post": row.post_name,
        "market": row.market.code,
        "channel": row.channel.name,
        "local": written(row.local),
        "is_time_guessed": row.is_time_guessed,
        "text": row.text,
        "flags": list(map(flag_facts, row.flags)),
        "hints": row.hints,
        "changes": list(map(_change_facts, row.changes)),
        "clashes": list(map(_change_facts, row.clashes)),
        "ends_approval": row.ends_approval,
    }


def _change_facts(change: FieldChange) -> Mapping[str, object]:
    return {"field": change.name, "here": change.here, "in_sheet": change.in_sheet}


def _lines(found: _Imported) -> Iterator[str]:
    preview = found.preview
    yield from _table(_flags(preview), (*_columns_of_rows(), *flag_columns()))
    yield from _table(
        list(_reasons(preview.errors)),
        (Column(_("Row"), _ROWS_WIDTH), Column(_("Column"), 16), Column(_("Why it stays out"))),
    )
    yield from _table(
        [said for row in preview.updated_rows for said in _differences(row, row.changes)],
        _columns_of_differences(_("In the sheet alone, so that it is taken")),
    )
    yield from _table(
        [said for row in preview.conflicting_rows for said in _differences(row, row.clashes)],
        _columns_of_differences(_("On both sides, so that it was left alone")),
    )
    for note in (*preview.notes, *_hints(preview.rows)):
        yield from paragraph(note)
    yield from paragraph(_counted(_counts(found)))
    yield from _approvals_that_end(preview)
    yield from paragraph(found.done)


def _reasons(errors: Iterable[RowProblem]) -> Iterator[tuple[str, ...]]:
    """Yield each reason why rows stay out once, with all the rows that it holds for."""
    numbers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for error in errors:
        numbers[error.column, error.message].append(error.number)
    for (column, message), found in numbers.items():
        yield "\n".join(wrapped(_rows_named(found), _ROWS_WIDTH)), column, message


def _rows_named(numbers: Iterable[int]) -> str:
    """Return the first few rows by their numbers, and how many more there are."""
    unique = list(dict.fromkeys(numbers))
    shown = ", ".join(map(str, unique[:_MOST_ROWS_NAMED]))
    left = len(unique) - _MOST_ROWS_NAMED
    return _("{rows} and {left} more").format(rows=shown, left=left) if left > 0 else shown


def _differences(row: PreviewRow, changes: Iterable[FieldChange]) -> Iterator[tuple[str, ...]]:
    for change in changes:
        here = _("Here: {text}").format(text=plain(change.here))
        there = _("Sheet: {text}").format(text=plain(change.in_sheet))
        post = f"{row.post_name}\n{row.channel.name}"
        yield str(row.number), post, change.name, f"{here}\n{there}"


def _columns_of_differences(what: str) -> tuple[Column, ...]:
    return Column(_("Row"), 6), Column(_("Post"), 16), Column(_("Changed"), 16), Column(what)


def _approvals_that_end(preview: ImportPreview) -> Iterator[str]:
    """Yield how many of the posts that change were approved: their approvals end."""
    count = sum(row.ends_approval for row in preview.updated_rows)
    if count:
        sentence = ngettext(
            "{count} approval ends: the post must be read and approved anew.",
            "{count} approvals end: the posts must be read and approved anew.",
            count,
        )
        yield from paragraph(sentence.format(count=count))


def _columns_of_rows() -> tuple[Column, ...]:
    return Column(_("Row"), 6), Column(_("Post"), 16), Column(_("When"), 19)


def _flags(preview: ImportPreview) -> list[tuple[str, ...]]:
    return [
        said
        for row in preview.rows
        for said in flag_rows(
            (
                str(row.number),
                f"{row.post_name or row.market.code}\n{row.channel.name}",
                when(row.local),
            ),
            row.flags,
        )
    ]


def _table(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> Iterator[str]:
    if rows:
        yield from table(columns, rows)
        yield ""


def _hints(rows: Sequence[PreviewRow]) -> Iterator[str]:
    """Yield what was guessed once for all rows of which it is true."""
    numbers: dict[str, list[int]] = {}
    for row in rows:
        for hint in row.hints:
            numbers.setdefault(hint, []).append(row.number)
    for hint, found in numbers.items():
        wording = ngettext("Row {rows}: {hint}", "Rows {rows}: {hint}", len(set(found)))
        yield wording.format(rows=_rows_named(found), hint=hint)


def _counted(counts: Mapping[str, int]) -> str:
    return _(
        "New: {new}. Updated: {updated}. Unchanged: {unchanged}. Changed on both sides and left "
        "alone: {conflicts}. Rows that stay out: {bad_rows}. To be looked at: {flagged}."
    ).format(**counts)
