"""A team's own severities, laid over what the rules have found."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.flag import Flag, Severity
from app.domain.market import MarketId
from app.domain.severity_rule import SeverityRule, deciding
from app.risks.phrasing import severity_word, way_out
from app.wording import _

FIXED = frozenset({"hold", "hold.active", "day.switched-off"})
"""What people lift or switch on again, one by one and with a reason: no setting does it for all."""


def weighed(
    flags: Iterable[Flag], severities: tuple[SeverityRule, ...], market: MarketId
) -> tuple[Flag, ...]:
    """Return the flags with the severities that the team has chosen for a market."""
    if not severities:
        return tuple(flags)
    return tuple(_weighed(flag, severities, market) for flag in flags)


def may_be(usual: Severity, chosen: Severity) -> Severity:
    """Return how far a choice goes: what the rules call a stop stays a caution at least.

    Somebody always looks at a post on a day of mourning, or one that names a memorial and sells.
    """
    return max(chosen, Severity.CAUTION) if usual is Severity.STOP else chosen


def _weighed(flag: Flag, severities: tuple[SeverityRule, ...], market: MarketId) -> Flag:
    choice = deciding(severities, flag.rule, market)
    if choice is None or flag.rule in FIXED or flag.severity is Severity.BLOCKED:
        return flag
    severity = may_be(flag.severity, choice.severity)
    if severity is flag.severity:
        return flag
    said = _said(flag.severity, severity, choice.reason)
    why = " ".join(filter(None, (flag.why, said)))
    return replace(flag.at(severity), why=why, way_out=way_out(severity))


def _said(before: Severity, after: Severity, reason: str) -> str:
    said = (
        _("Raised from “{before}” to “{after}” by the owner: {reason}.")
        if after > before
        else _("Lowered from “{before}” to “{after}” by the owner: {reason}.")
    )
    return said.format(
        before=severity_word(before), after=severity_word(after), reason=reason.rstrip(". ")
    )
