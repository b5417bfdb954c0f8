"""What a drop on a cell would do, and why that day is not like others."""

from collections.abc import Sequence
from dataclasses import dataclass
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
) -> DropWords:
    """Return what is said while posts hover over a cell: the gravest first, two lines of why."""
    where = _deed(is_copy=is_copy, comes_from_elsewhere=comes_from_elsewhere).format(
        market=market.name, day=day_name(day, "short")
    )
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


def _deed(*, is_copy: bool, comes_from_elsewhere: bool) -> str:
    if comes_from_elsewhere:
        return _("Make a version for {market} on {day}")
    return _("Copy to {day}, {market}") if is_copy else _("Move to {day}, {market}")
