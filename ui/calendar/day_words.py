"""What a day means, in words for its cell and its tooltip."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.commands.texts import severity_name
from app.domain.flag import Severity
from app.domain.observance import Observance, Part
from app.wording import _


@dataclass(frozen=True, slots=True)
class DayName:
    """What a day is called: whole, and as a narrow cell has room for it."""

    whole: str
    short: str
    """Empty for the quiet minute of a day that is named already."""
    severity: Severity


def day_names(observances: Iterable[Observance]) -> list[DayName]:
    """Return the names for a cell, each once and the gravest first; months are shown elsewhere."""
    shown = [one for one in observances if one.part is not Part.BAND]
    ranked = sorted(shown, key=lambda one: (-one.severity, _PARTS.index(one.part)))
    days = {one.id for one in ranked if one.part is Part.DAY}
    named: dict[str, DayName] = {}
    for one in ranked:
        is_told = one.part is Part.MOMENT and one.id in days
        short = "" if is_told else _named(one, one.short or one.name)
        whole = observance_name(one)
        named.setdefault(whole, DayName(whole, short, one.severity))
    return list(named.values())


def shown_names(observances: Iterable[Observance]) -> list[str]:
    """Return the whole names of a day, the gravest first."""
    return [one.whole for one in day_names(observances)]


def name_forms(names: Sequence[DayName], *others: str) -> tuple[str, ...]:
    """Return all names in one text, the longest form first; `others` stand behind them.

    The last form has only the first name, and how many there are beside it.
    """
    more = list(filter(None, others))
    whole = [*(one.whole for one in names), *more]
    short = [*(one.short for one in names if one.short), *more]
    brief = short[:1]
    if len(short) > 1:
        brief = [_("{name} +{count}").format(name=short[0], count=len(short) - 1)]
    return tuple(dict.fromkeys(" · ".join(form) for form in (whole, short, brief) if form))


def observance_lines(observances: Iterable[Observance]) -> list[str]:
    """Return name, reason and source of each occasion, the gravest first."""
    lines: list[str] = []
    for one in sorted(observances, key=lambda one: -one.severity):
        lines.append(f"{severity_name(one.severity)}: {observance_name(one)}")
        lines += filter(None, [one.switched_off, one.why, _source(one)])
    return lines


def observance_name(observance: Observance) -> str:
    """Return what an occasion is called."""
    return _named(observance, observance.name)


def _named(observance: Observance, name: str) -> str:
    if observance.part is Part.EVE:
        return _("Eve of {name}").format(name=name)
    if observance.part is Part.MOMENT and observance.starts:
        return _("{name}, {time}").format(name=name, time=observance.starts.strftime("%H:%M"))
    return name


def _source(observance: Observance) -> str:
    return _("Source: {source}").format(source=observance.source) if observance.source else ""


_PARTS = (Part.DAY, Part.MOMENT, Part.EVE, Part.BAND)
