"""What a drop on a cell would do, and why that day is not like others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.commands.dates import day_name
from app.domain.flag import Flag, Severity
from app.domain.market import Market
from app.domain.observance import Observance
from app.wording import _
from ui.calendar.day_words import observance_name, shown_names

MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class DropWords:
    """The words of the hint beside the hovered cell."""

    where: str
    what: str
    why: tuple[str, ...]
    severity: Severity | None


def words_of_drop(
    market: Market,
    day: date,
    *,
    is_copy: bool,
    comes_from_elsewhere: bool,
    flags: Sequence[Flag],
    observances: Sequence[Observance],
    count: int = 1,
    is_past: bool = False,
    ends_approval: bool = False,
    is_queued: bool = False,
) -> DropWords:
    """Return what is said while posts hover over a cell: the gravest first, two lines of why.

    Below stands what a move would do to an approval, and to what lies at a scheduler.
    """
    where = _deed(
        is_copy=is_copy, comes_from_elsewhere=comes_from_elsewhere, is_many=count > 1
    ).format(market=market.name, day=day_name(day, "short"), count=f"{count:,}")
    if is_past:
        what = _("That is past: nothing can go out there any more")
        return DropWords(where, what, (), Severity.BLOCKED)
    words = _meaning(where, flags, observances)
    if is_copy or comes_from_elsewhere:
        return words
    return replace(
        words, why=(*words.why, *_consequences(ends_approval=ends_approval, is_queued=is_queued))
    )


def _meaning(where: str, flags: Sequence[Flag], observances: Sequence[Observance]) -> DropWords:
    if flags:
        ranked = sorted(flags, key=lambda flag: -flag.severity)
        others = [flag.headline for flag in ranked[1:]]
        why = [*filter(None, [ranked[0].why]), *others]
        return DropWords(where, ranked[0].headline, tuple(why[:MOST_LINES]), ranked[0].severity)
    if observances:
        gravest = max(observances, key=lambda one: one.severity)
        names = " · ".join(shown_names(observances)) or observance_name(gravest)
        why = [gravest.why] if gravest.why else []
        return DropWords(where, names, tuple(why), gravest.severity)
    return DropWords(where, "", (), None)


def _consequences(*, ends_approval: bool, is_queued: bool) -> Iterator[str]:
    if ends_approval:
        yield _("The approval ends.")
    if is_queued:
        yield _("It stays queued at the scheduler until somebody takes it out there.")


def _deed(*, is_copy: bool, comes_from_elsewhere: bool, is_many: bool) -> str:
    if comes_from_elsewhere:
        return _("Make a version for {market} on {day}")
    if is_many:
        return (
            _("Copy {count} posts, this one to {day}, {market}")
            if is_copy
            else _("Move {count} posts, this one to {day}, {market}")
        )
    return _("Copy to {day}, {market}") if is_copy else _("Move to {day}, {market}")
