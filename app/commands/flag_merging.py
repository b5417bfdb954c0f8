"""The flags of one post in several places as one list: each risk once, in its worst state."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.flag import Flag, Severity
from app.domain.market import Market
from app.risks.phrasing import way_out
from app.wording import _, ngettext

_MOST_NAMED = 6
"""Countries that a sentence names; of more it says how many."""


def merged(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return each risk once, in its worst state and with all its reasons, the worst first."""
    found: dict[str, Flag] = {}
    for flag in flags:
        known = found.get(flag.key)
        found[flag.key] = flag if known is None else _both(known, flag)
    return tuple(sorted(found.values(), key=lambda flag: -flag.severity))


def of_the_whole(flags: Iterable[tuple[Market, Flag]], *, is_wide: bool) -> tuple[Flag, ...]:
    """Return the flags that members of a group raise, with the members named.

    In a wide group a flag counts one step lower, and mere notes are left out.
    """
    raised: dict[tuple[str, str], list[tuple[Market, Flag]]] = {}
    for market, flag in flags:
        if not is_wide or flag.severity > Severity.NOTE:
            raised.setdefault(_sameness(flag), []).append((market, flag))
    each = tuple(
        _named(max((flag for _market, flag in found), key=_severity), [m for m, _flag in found])
        for found in raised.values()
    )
    return tuple(map(_lowered, each)) if is_wide else each


def _sameness(flag: Flag) -> tuple[str, str]:
    """Return what makes two flags one: the same risk, or a note of the same name."""
    return flag.rule, flag.headline if flag.severity is Severity.NOTE else flag.key


def _severity(flag: Flag) -> Severity:
    return flag.severity


def _both(one: Flag, other: Flag) -> Flag:
    worse, milder = (other, one) if other.severity > one.severity else (one, other)
    if worse.why == milder.why or worse.severity > milder.severity:
        return worse
    why = _("{one} {other}").format(one=worse.why, other=milder.why)
    return replace(worse, why=why, evidence=tuple(dict.fromkeys(worse.evidence + milder.evidence)))


def _named(flag: Flag, members: list[Market]) -> Flag:
    names = ", ".join(dict.fromkeys(market.name for market in members[:_MOST_NAMED]))
    left = max(0, len(members) - _MOST_NAMED)
    wording = _("{why} It is kept in {countries}.")
    if left:
        wording = ngettext(
            "{why} It is kept in {countries} and {count} more country.",
            "{why} It is kept in {countries} and {count} more countries.",
            left,
        )
    return replace(flag, why=wording.format(why=flag.why, countries=names, count=left))


def _lowered(flag: Flag) -> Flag:
    severity = Severity(max(Severity.NOTE, flag.severity - 1))
    return replace(flag, severity=severity, way_out=way_out(severity))
