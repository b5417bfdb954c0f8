"""Who may be called about a hold: whoever is on duty where it reaches."""

import sys
from collections.abc import Sequence
from datetime import datetime

from app.commands.duty_days import on_duty
from app.commands.views import CalendarView
from app.domain.hold import Hold, Scope
from app.domain.market import Market
from app.wording import _, ngettext

MOST_NAMED = 3
"""So many markets are named in one line."""


EVERY_ONE = sys.maxsize
"""So many markets are named where all of them shall be."""


def call_words(
    calendar: CalendarView, scope: Scope, target: str, now: datetime, *, most: int = MOST_NAMED
) -> str:
    """Return in one line who is on duty now where a hold reaches; nothing without a roster."""
    reached = _reached(calendar, scope, target)
    there = on_duty(calendar.roster, reached, now)
    if not there:
        return _nobody_is_known(reached) if calendar.roster.is_known and reached else ""
    names = {market.id: market.name for market in reached}
    said = [
        _("{people} ({market})").format(
            people=", ".join(map(calendar.person_name, people)) or _("nobody"),
            market=names[market],
        )
        for market, people in sorted(there.items(), key=lambda found: not found[1])
    ]
    more = len(said) - most
    if more > 0:
        rest = ngettext("{count} more market", "{count} more markets", more)
        said = [*said[:most], rest.format(count=more)]
    return _("On duty now: {who}").format(who=", ".join(said))


def calls_of(calendar: CalendarView, hold: Hold, now: datetime, *, most: int = MOST_NAMED) -> str:
    """Return in one line who can be called now about a hold that stands."""
    if hold.post is not None:
        return call_words(calendar, Scope.MARKET, hold.post.market, now, most=most)
    return call_words(calendar, hold.scope, hold.target, now, most=most)


def _nobody_is_known(reached: Sequence[Market]) -> str:
    """Say that the roster is silent there, lest somebody looks for a line that others have."""
    if len(reached) == 1:
        return _("The roster names nobody for {market}.").format(market=reached[0].name)
    return _("The roster names nobody for these markets.")


def _reached(calendar: CalendarView, scope: Scope, target: str) -> Sequence[Market]:
    """Return the markets in which a hold may stop something."""
    match scope:
        case Scope.MARKET:
            wanted = {target}
        case Scope.REGION:
            wanted = {market.id for market in calendar.markets if market.region == target}
        case Scope.NETWORK:
            wanted = {one.market for one in calendar.channels if one.network == target}
        case Scope.CHANNEL:
            wanted = {one.market for one in calendar.channels if one.id == target}
        case _:
            return calendar.markets
    return [market for market in calendar.markets if market.id in wanted]
