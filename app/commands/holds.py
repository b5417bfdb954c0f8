"""Stopping posts, and letting them go again."""

from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.texts import scope_name
from app.domain.change import ChangeSet
from app.domain.hold import HoldId, Scope
from app.domain.post import PostId
from app.errors import BusyError, InvalidInputError, MissingError
from app.storage import holds, posts
from app.storage.engine import Engine
from app.wording import _

_TRIES = 12
"""Of five seconds each: a stop order outwaits the longest export, and is never lost to it."""


def place_hold(session: Session, *, scope: Scope, target: str, reason: str) -> ChangeSet:
    """Stop everything that the scope covers, at once; anyone may."""
    if not reason.strip():
        raise InvalidInputError(_("Write why you place the hold: everybody will read it."))
    target = target.strip()
    _check_target(session.engine, scope, target)
    _place_patiently(session, scope, target, reason.strip())
    return ChangeSet(_("Placed a hold: {reason}").format(reason=reason.strip()), everything=True)


def _place_patiently(session: Session, scope: Scope, target: str, reason: str) -> None:
    """Place the hold as soon as nobody else writes; BusyError only after all tries."""
    for tries_left in reversed(range(_TRIES)):
        try:
            with session.writing() as stamp:
                holds.place(session.engine, stamp, scope, target, reason)
        except BusyError:
            if not tries_left:
                raise
        else:
            return


def lift_hold(session: Session, *, hold_id: HoldId, reason: str) -> ChangeSet:
    """Lift a hold; what it covered must be read and approved anew."""
    session.reviewer()
    if not reason.strip():
        raise InvalidInputError(_("Write why the hold may be lifted."))
    with session.writing() as stamp:
        hold = holds.lift(session.engine, stamp, hold_id, reason.strip())
    return ChangeSet(_("Lifted the hold: {reason}").format(reason=hold.reason), everything=True)


def _check_target(engine: Engine, scope: Scope, target: str) -> None:
    if scope is Scope.POST:
        posts.by_ids(engine, [PostId(target)])  # raises where there is none
        return
    setting = Setting.of(engine)
    known: dict[Scope, set[str]] = {
        Scope.EVERYTHING: {""},
        Scope.REGION: {market.region for market in setting.markets.values()} - {""},
        Scope.MARKET: {str(market_id) for market_id in setting.markets},
        Scope.NETWORK: {channel.network for channel in setting.channels.values()},
        Scope.CHANNEL: {str(channel_id) for channel_id in setting.channels},
        Scope.CAMPAIGN: {target} - {""},
    }
    if target not in known[scope]:
        raise MissingError(
            _("The calendar has no {scope} “{target}”: choose one from the list.").format(
                scope=scope_name(scope), target=target
            )
        )
