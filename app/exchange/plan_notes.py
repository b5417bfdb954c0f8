"""What must be said about a whole sheet: all that was guessed, changed or left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from app.exchange.cells import Sheet
from app.exchange.column_names import APPROVALS, Field
from app.exchange.columns import Columns
from app.exchange.day_order import DayOrder
from app.exchange.planned import LeftOut, PlannedPost
from app.exchange.row_reader import Ground
from app.wording import _, ngettext

_MOST_NAMED = 12
"""Columns or rows in one sentence; the rest is counted."""


def about_reading(sheet: Sheet, columns: Columns, ground: Ground, order: DayOrder) -> Iterator[str]:
    """Yield how the sheet was read: letters, sheet, columns, dates, market, joined texts."""
    yield from sheet.notes
    if sheet.others:
        yield _("Read was the sheet “{sheet}”; the file also has: {others}.").format(
            sheet=sheet.name, others=", ".join(sheet.others)
        )
    yield from _about_days(order)
    yield from about_columns(columns)
    if not columns.has(Field.MARKET) and ground.default_market:
        yield _("All posts were put into the market {market}.").format(
            market=ground.default_market.name
        )
    yield from _about_texts(columns, ground.joined)
    yield from _about_approvals(columns)


def about_columns(columns: Columns) -> Iterator[str]:
    """Yield which columns were recognised without a name, and which are not read."""
    guessed = [columns.name(one) for one in Field if one in columns.by_content]
    if guessed:
        yield _(
            "Recognised by what they hold, not by their names: {columns}; correct them if that is "
            "wrong."
        ).format(columns=_named(guessed))
    if columns.unknown:
        yield ngettext(
            "This column is not read: {columns}.",
            "These columns are not read: {columns}.",
            len(columns.unknown),
        ).format(columns=_named(columns.unknown))


def about_rows(
    posts: Iterable[PlannedPost], left_out: Iterable[LeftOut], skipped: Iterable[int]
) -> Iterator[str]:
    """Yield what was guessed for posts, and which rows gave none."""
    posts = tuple(posts)
    guessed = sum(post.is_time_guessed for post in posts)
    if guessed:
        yield ngettext(
            "{count} post has no time in the sheet: the usual hour of its market was taken.",
            "{count} posts have no time in the sheet: the usual hour of their market was taken.",
            guessed,
        ).format(count=f"{guessed:,}")
    undated = sum(post.local is None for post in posts)
    if undated:
        yield ngettext(
            "{count} post has no date and goes into the tray.",
            "{count} posts have no date and go into the tray.",
            undated,
        ).format(count=f"{undated:,}")
    yield from _about_left_out(left_out)
    rows = tuple(skipped)
    if rows:
        yield ngettext(
            "Row {rows} holds no post, but a heading, a legend or a remark, and was skipped.",
            "Rows {rows} hold no posts, but headings, legends or remarks, and were skipped.",
            len(rows),
        ).format(rows=_numbers(rows))


def _about_days(order: DayOrder) -> Iterator[str]:
    if order.day_first is None:
        yield _("The sheet mixes dates with the day first and dates with the month first.")
    elif not order.is_proven and order.day_first:
        yield _(
            "Dates such as “{example}” were read with the day first; change it if that is wrong."
        ).format(example=order.example)
    elif not order.is_proven:
        yield _(
            "Dates such as “{example}” were read with the month first; change it if that is wrong."
        ).format(example=order.example)


def _about_texts(columns: Columns, joined: frozenset[Field]) -> Iterator[str]:
    if columns.has(Field.HOOK) and columns.has(Field.TEXT):
        name = columns.name(Field.HOOK)
        if Field.HOOK in joined:
            yield _("“{column}” was put above the text.").format(column=name)
        else:
            yield _("“{column}” became a note.").format(column=name)
    if columns.has(Field.HASHTAGS):
        name = columns.name(Field.HASHTAGS)
        if Field.HASHTAGS in joined:
            yield _("“{column}” was put below the text.").format(column=name)
        else:
            yield _("“{column}” became a note.").format(column=name)


def _about_approvals(columns: Columns) -> Iterator[str]:
    """Yield that no column approves a post, whether it is kept as a note or not read at all."""
    kept = [columns.name(one) for one in APPROVALS if columns.has(one)]
    if kept:
        yield _(
            "{columns} became notes. An approval in a sheet never counts: only a reviewer "
            "approves posts, here."
        ).format(columns=_named(kept))
    elif columns.leaves_out_approvals:
        yield _("An approval in a sheet never counts: only a reviewer approves posts, here.")


def _about_left_out(left_out: Iterable[LeftOut]) -> Iterator[str]:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for one in left_out:
        rows[one.sentence].append(one.row)
    for sentence, found in rows.items():
        yield ngettext("Row {rows}: {sentence}", "Rows {rows}: {sentence}", len(found)).format(
            rows=_numbers(found), sentence=sentence
        )


def _named(names: Iterable[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return _some(quoted, len(quoted))


def _numbers(rows: Iterable[int]) -> str:
    """Return numbers in order, runs of them as `31–34`."""
    ordered = sorted(set(rows))
    runs = []
    for _offset, run in groupby(enumerate(ordered), lambda pair: pair[1] - pair[0]):
        numbers = [number for _place, number in run]
        runs.append(f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]))
    return _some(runs, len(runs))


def _some(words: list[str], count: int) -> str:
    if count <= _MOST_NAMED:
        return ", ".join(words)
    return _("{some} and {count} more").format(
        some=", ".join(words[:_MOST_NAMED]), count=count - _MOST_NAMED
    )
