"""The markets and channels of a calendar."""

import re
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import available_timezones

from app.commands.catching import to_read_again
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.web_addresses import write_addresses
from app.domain.change import ChangeSet
from app.domain.channel import Channel, ChannelId
from app.domain.hold import Scope
from app.domain.market import Market
from app.domain.wall_time import local_at
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import markets, posts
from app.wording import _, ngettext

_COUNTRY = re.compile("[A-Z]{2}")


def save_market(
    session: Session, *, market: Market, addresses: Sequence[str] | None = None
) -> ChangeSet:
    """Add a market or change one, with the web addresses where they are given.

    A new zone gives each future post of it a new version with the same clock time. That is no
    step to undo, and ends what there was: the way back is to give the market its old zone.
    """
    session.owner()
    setting = Setting.of(session.engine)
    _check_market(setting, market)
    before = setting.markets.get(market.id)
    with session.writing() as stamp:
        if before is not None:
            _refuse_to_slip_out_of_a_hold(session, before, market)
        markets.save_market(session.engine, stamp, market)
        if addresses is not None:
            write_addresses(
                session,
                stamp,
                market_id=market.id,
                addresses=addresses,
                reason=_("Market settings"),
            )
        if before is not None and before.zone != market.zone:
            _carry_clock_times_over(session, market)
    return ChangeSet(_("Saved {market}").format(market=market.name), everything=True)


def save_channel(session: Session, *, channel: Channel) -> ChangeSet:
    """Add a channel; its identity never changes, so a change of it is refused."""
    session.owner()
    _check_channel(Setting.of(session.engine), channel)
    with session.writing() as stamp:
        markets.save_channel(session.engine, stamp, channel)
    return ChangeSet(_("Saved {channel}").format(channel=channel.name), everything=True)


def add_channels(session: Session, *, channels: Sequence[Channel]) -> ChangeSet:
    """Add a channel in each of several markets, all of them or none."""
    session.owner()
    setting = Setting.of(session.engine)
    for channel in channels:
        _check_channel(setting, channel)
    with session.writing() as stamp:
        for channel in channels:
            markets.save_channel(session.engine, stamp, channel)
    count = len(channels)
    said = ngettext("Added {count} channel", "Added {count} channels", count)
    return ChangeSet(said.format(count=count), everything=True)


def _check_channel(setting: Setting, channel: Channel) -> None:
    if channel.market not in setting.markets:
        raise MissingError(_("Choose the market to which the channel belongs."))
    before = setting.channels.get(channel.id)
    if before is not None and replace(before, name=channel.name) != channel:
        raise RefusedError(
            _("An account's identity never changes: add a new channel for the new account.")
        )
    if not channel.name.strip() or not channel.network:
        raise InvalidInputError(_("Give the channel a name and a network."))
    if channel.account_zone and channel.account_zone not in available_timezones():
        raise InvalidInputError(_no_zone(channel.account_zone))


def retire_channel(session: Session, *, channel_id: ChannelId) -> ChangeSet:
    """Let a channel be used no more; RefusedError while planned posts stand on it."""
    session.owner()
    channel = _known_channel(session, channel_id)
    market = Setting.of(session.engine).markets[channel.market]
    today = local_at(session.clock(), market.zone).date()
    with session.writing():  # nobody plans a post there between the count and the word
        count = posts.planned_on(session.engine, channel.id, today)
        if count:
            said = ngettext(
                "{count} planned post stands on {channel}: move or cancel it first.",
                "{count} planned posts stand on {channel}: move or cancel them first.",
                count,
            )
            raise RefusedError(said.format(count=count, channel=channel.name))
        return _set_retired(session, channel, is_retired=True)


def use_channel_again(session: Session, *, channel_id: ChannelId) -> ChangeSet:
    """Let posts be planned on a retired channel again."""
    session.owner()
    return _set_retired(session, _known_channel(session, channel_id), is_retired=False)


def _known_channel(session: Session, channel_id: ChannelId) -> Channel:
    channel = Setting.of(session.engine).channels.get(channel_id)
    if channel is None:
        raise MissingError(_("This channel is not in the calendar: choose another."))
    return channel


def _set_retired(session: Session, channel: Channel, *, is_retired: bool) -> ChangeSet:
    with session.writing() as stamp:
        markets.retire_channel(session.engine, stamp, channel.id, is_retired=is_retired)
    said = _("Retired {channel}") if is_retired else _("Uses {channel} again")
    return ChangeSet(said.format(channel=channel.name), everything=True)


def _carry_clock_times_over(session: Session, market: Market) -> None:
    now = session.clock()
    future = [
        post
        for post in posts.of_market(session.engine, market.id)
        if post.content.instant is None or post.content.instant > now
    ]
    label = _("Change the time zone of {market}").format(market=market.name)
    session.write(label, future, [post.changed(zone=market.zone) for post in future])
    session.undo_steps.clear()
    session.redo_steps.clear()


def _refuse_to_slip_out_of_a_hold(session: Session, before: Market, after: Market) -> None:
    """A hold on a region, or on a market that others reach, covers what it covered to its end.

    That is when each approved post that it caught has been read again.
    """
    kept: set[tuple[Scope, str]] = set()
    if before.region != after.region:
        kept.add((Scope.REGION, before.region))
    if before.country != after.country:
        kept.add((Scope.MARKET, before.id))
    holds = [h for h in Setting.of(session.engine).holds if (h.scope, h.target) in kept]
    if any(hold.is_active for hold in holds):
        raise RefusedError(
            _("A hold stands on {target}: lift it before this changes for {market}.").format(
                target=before.region if before.region != after.region else before.name,
                market=before.name,
            )
        )
    if holds:
        waiting = to_read_again(session.engine, session.knowledge, session.clock())
        if any(hold.id in waiting for hold in holds):
            raise RefusedError(
                _(
                    "What a lifted hold had caught waits to be read again: "
                    "review it before this changes for {market}."
                ).format(market=before.name)
            )


def _check_market(setting: Setting, market: Market) -> None:
    if not market.name.strip() or not market.code.strip():
        raise InvalidInputError(_("Give the market a name and a short code."))
    if any(m.code == market.code and m.id != market.id for m in setting.markets.values()):
        raise InvalidInputError(
            _("There is already a market with the code {code}: choose another.").format(
                code=market.code
            )
        )
    if not _COUNTRY.fullmatch(market.country):
        raise InvalidInputError(
            _("“{country}” is no country code: use two capital letters such as DE.").format(
                country=market.country
            )
        )
    if market.zone not in available_timezones():
        raise InvalidInputError(_no_zone(market.zone))
    if not market.languages:
        raise InvalidInputError(_("Give the market at least one language."))


def _no_zone(zone: str) -> str:
    return _("“{zone}” is no time zone: choose one such as Europe/Berlin.").format(zone=zone)
