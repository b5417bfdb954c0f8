"""What a day means, in words for its cell and its tooltip."""

from collections.abc import Iterable

from app.commands.texts import severity_name
from app.domain.flag import Severity
from app.domain.observance import Observance, Part
from app.wording import _


def shown_names(observances: Iterable[Observance]) -> list[str]:
    """Return the names for a cell, the gravest first; months are shown elsewhere."""
    return list(severity_by_name(observances))


def severity_by_name(observances: Iterable[Observance]) -> dict[str, Severity]:
    """Return each name for a cell with what it weighs, the gravest first."""
    shown = [one for one in observances if one.part is not Part.BAND]
    ranked = sorted(shown, key=lambda one: (-one.severity, _PARTS.index(one.part)))
    named: dict[str, Severity] = {}
    for one in ranked:
        named.setdefault(observance_name(one), one.severity)
    return named


def observance_lines(observances: Iterable[Observance]) -> list[str]:
    """Return name, reason and source of each occasion, the gravest first."""
    lines: list[str] = []
    for one in sorted(observances, key=lambda one: -one.severity):
        lines.append(f"{severity_name(one.severity)}: {observance_name(one)}")
        lines += filter(None, [one.switched_off, one.why, _source(one)])
    return lines


def observance_name(observance: Observance) -> str:
    """Return what an occasion is called in a cell."""
    if observance.part is Part.EVE:
        return _("Eve of {name}").format(name=observance.name)
    if observance.part is Part.MOMENT and observance.starts:
        return _("{name}, {time}").format(
            name=observance.name, time=observance.starts.strftime("%H:%M")
        )
    return observance.name


def _source(observance: Observance) -> str:
    return _("Source: {source}").format(source=observance.source) if observance.source else ""


_PARTS = (Part.DAY, Part.MOMENT, Part.EVE, Part.BAND)
