"""What a hold is aimed at, by what somebody types."""

from collections.abc import Mapping

from app.commands.finding import find_market, meant
from app.commands.texts import network_name, scope_name
from app.commands.views import CalendarView
from app.domain.hold import Scope
from app.errors import InvalidInputError, MissingError
from app.wording import _


def find_target(calendar: CalendarView, scope: Scope, words: str) -> str:
    """Return the target of a hold as holds keep it; MissingError names what there is."""
    words = words.strip()
    if scope is Scope.EVERYTHING:
        if words:
            raise InvalidInputError(
                _("A hold on everything has no target: leave “{words}” out.").format(words=words)
            )
        return ""
    if not words:
        raise InvalidInputError(
            _("Say with “--target NAME” which {scope} is meant; there are {names}.").format(
                scope=scope_name(scope).lower(), names=_names(_known(calendar, scope)) or _("none")
            )
        )
    if scope is Scope.MARKET:
        return find_market(calendar.markets, words).id
    if scope is Scope.CAMPAIGN:
        return words
    known = _known(calendar, scope)
    found = meant(known, words)
    if len(found) == 1:
        return found[0]
    wording = (
        _("“{words}” can be more than one {scope}: write one of {names}.")
        if found
        else _("There is no {scope} “{words}” in this calendar; there are {names}.")
    )
    names = _names({key: known[key] for key in found or known})
    raise MissingError(
        wording.format(words=words, scope=scope_name(scope).lower(), names=names or _("none"))
    )


def _names(known: Mapping[str, tuple[str, ...]]) -> str:
    return ", ".join(" ".join(filter(None, called[:2])) for called in known.values())


def _known(calendar: CalendarView, scope: Scope) -> Mapping[str, tuple[str, ...]]:
    """Return what a hold of this scope can be aimed at, with all that it is called."""
    if scope is Scope.REGION:
        return {region: (region,) for market in calendar.markets if (region := market.region)}
    if scope is Scope.MARKET:
        return {market.id: (f"{market.name} ({market.code})",) for market in calendar.markets}
    if scope is Scope.NETWORK:
        networks = {channel.network for channel in calendar.channels}
        return {network: (network_name(network),) for network in sorted(networks)}
    if scope is Scope.CHANNEL:
        codes = {market.id: market.code for market in calendar.markets}
        return {
            channel.id: (
                codes[channel.market],
                channel.name,
                channel.handle,
                channel.handle.removeprefix("@"),
                f"{codes[channel.market]} {channel.name}",
            )
            for channel in calendar.channels
        }
    return {}
