"""The columns of an import's tables: what they say of the rows of a sheet."""

from enum import IntEnum

from app.commands.dates import clock, day_name, language_name
from app.commands.import_preview import PreviewRow, RowProblem
from app.commands.import_words import change_sentence, clash_sentence
from app.commands.merging import Outcome
from app.commands.texts import severity_name
from app.wording import _
from ui.widgets.rows_model import Column


class Place(IntEnum):
    """Where a column of the rows that come in stands."""

    ROW = 0
    WHAT = 1
    """What the import does with it; a conflict is taken here."""
    MARKET = 2
    CHANNEL = 3
    WHEN = 4
    FLAGS = 5
    TEXT = 6
    REMARKS = 7


def good_columns() -> tuple[Column[PreviewRow], ...]:
    """Return the columns of the rows that come in, in the order of their places."""
    return (
        Column(_("Row"), lambda row: str(row.number)),
        Column(_("What happens"), _what_happens, _how_to_take),
        Column(_("Market"), lambda row: row.market.name),
        Column(_("Channel"), lambda row: row.channel.name),
        Column(_("Local time"), _when, _about_time),
        Column(_("Flags"), _flag_words, _all_flags),
        Column(_("Text"), lambda row: " ".join(row.text.split()), _whole_text),
        Column(_("Changes and remarks"), _in_a_line, lambda row: "\n".join(remarks(row))),
    )


def problem_columns() -> tuple[Column[RowProblem], ...]:
    """Return the columns of the rows that cannot come in."""
    return (
        Column(_("Row"), lambda one: str(one.number) if one.number else _("all")),
        Column(_("Column"), lambda one: one.column or "–"),
        Column(_("What is wrong, and how to mend it"), lambda one: one.message),
    )


def _what_happens(row: PreviewRow) -> str:
    match row.outcome:
        case Outcome.NEW:
            return _("New")
        case Outcome.UPDATE:
            return _("Updates {post}").format(post=row.post_name)
        case Outcome.CONFLICT if row.can_be_taken:
            return _("{post}, changed in both").format(post=row.post_name)
        case Outcome.CONFLICT:
            return _("{post}, left alone").format(post=row.post_name)
    return _("{post}, nothing new").format(post=row.post_name)


def _how_to_take(row: PreviewRow) -> str:
    if not row.can_be_taken:
        return _what_happens(row)
    return _("Tick it to take what the sheet says; otherwise the post stays as it is.")


def _when(row: PreviewRow) -> str:
    if row.local is None:
        return _("no date: into the tray") if not row.is_known else _("no date")
    day = f"{day_name(row.local.date())} {row.local.year}"
    if row.is_time_guessed:
        return _("{day}, {time}, guessed").format(day=day, time=clock(row.local))
    return _("{day}, {time}").format(day=day, time=clock(row.local))


def _about_time(row: PreviewRow) -> str:
    if row.local is None:
        return _("Goes into the tray, from where it can be moved to a day.")
    if row.is_time_guessed:
        return _("The sheet names no time: this is the market's usual hour.")
    return f"{day_name(row.local.date(), 'long')}, {clock(row.local)}"


def remarks(row: PreviewRow) -> tuple[str, ...]:
    """Return what a row changes and what there is to know about it, a sentence each."""
    ends = (_("Its approval ends."),) if row.ends_approval else ()
    changes = (*map(clash_sentence, row.clashes), *map(change_sentence, row.changes))
    return (*changes, *ends, *row.hints)


def _in_a_line(row: PreviewRow) -> str:
    return " · ".join(remarks(row))


def _flag_words(row: PreviewRow) -> str:
    if not row.flags:
        return ""
    worst = max(row.flags, key=lambda flag: flag.severity)
    more = len(row.flags) - 1
    words = f"{severity_name(worst.severity)}: {worst.headline}"
    return _("{first} and {count} more").format(first=words, count=more) if more else words


def _all_flags(row: PreviewRow) -> str:
    return "\n".join(f"{severity_name(flag.severity)}: {flag.headline}" for flag in row.flags)


def _whole_text(row: PreviewRow) -> str:
    return f"{language_name(row.language)}\n\n{row.text}"
