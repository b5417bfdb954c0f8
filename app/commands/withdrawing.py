"""Markets that were added by mistake: they count as never added, while nothing is in them."""

from collections.abc import Iterator, Sequence

from app.commands.duty import all_duty
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.web_addresses import write_addresses
from app.domain.change import ChangeSet
from app.domain.hold import Scope
from app.domain.market import Market, MarketId
from app.errors import RefusedError
from app.storage import markets, people
from app.storage.engine import Engine
from app.storage.web_addresses import all_addresses
from app.wording import _


def withdraw_market(session: Session, *, market: Market) -> ChangeSet:
    """Let a market count as never added; RefusedError where something stands in it."""
    session.owner()
    uses = ", ".join(_uses(session.engine, market.id))
    if uses:
        raise RefusedError(
            _("{market} is in use, so it stays: {uses}.").format(market=market.name, uses=uses)
        )
    return _set_withdrawn(session, market, is_withdrawn=True, addresses=())


def _set_withdrawn(
    session: Session, market: Market, *, is_withdrawn: bool, addresses: Sequence[str]
) -> ChangeSet:
    known = all_addresses(session.engine).get(market.id, ())
    label = _("Take {market} back") if is_withdrawn else _("Add {market}")
    done = _("{market} is no market of this calendar any more")
    if not is_withdrawn:
        done = _("Added {market}")

    def back(later: Session, _why: str) -> ChangeSet:
        if not is_withdrawn:
            return withdraw_market(later, market=market)
        return _set_withdrawn(later, market, is_withdrawn=False, addresses=known)

    with session.changing(label.format(market=market.name), back, by=Session.owner) as stamp:
        markets.withdraw_market(session.engine, stamp, market.id, is_withdrawn=is_withdrawn)
        write_addresses(
            session, stamp, market_id=market.id, addresses=addresses, reason=_("Market settings")
        )
    return ChangeSet.of_setting(label.format(market=market.name), done.format(market=market.name))


def _uses(engine: Engine, market: MarketId) -> Iterator[str]:
    """Yield what speaks of a market, or stands in it; posts are found by the database."""
    setting = Setting.of(engine)
    calendar = setting.team.calendar
    if any(channel.market == market for channel in setting.usable_channels):
        yield _("channels")
    if any(hold.scope is Scope.MARKET and hold.target == market for hold in setting.holds):
        yield _("holds")
    if any(market in person.markets for person in people.all_people(engine)):
        yield _("people")
    if any(market in day.markets for day in calendar.days) or any(
        switch.market == market and switch.is_off for switch in calendar.switches
    ):
        yield _("days")
    if any(market in term.markets for term in setting.team.terms.all):
        yield _("terms")
    if any(duty.market == market for duty in all_duty(setting.team.roster)):
        yield _("duty")
    if any(choice.market == market for choice in setting.team.severities):
        yield _("policy")
