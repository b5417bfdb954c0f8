"""The markets and channels of a calendar."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from zoneinfo import available_timezones

from app.commands.catching import to_read_again
from app.commands.conflicts import in_one_transaction, refuse_if_changed
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.steps import Back
from app.commands.web_addresses import bare_address, write_addresses
from app.commands.withdrawing import withdraw_market
from app.domain.change import ChangeSet
from app.domain.channel import Channel, ChannelId
from app.domain.hold import Scope
from app.domain.market import Market
from app.domain.post import PostId
from app.domain.wall_time import local_at
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import markets, posts
from app.storage.web_addresses import all_addresses
from app.wording import _, ngettext

_COUNTRY = re.compile("[A-Z]{2}")


@in_one_transaction
def save_market(
    session: Session,
    *,
    market: Market,
    addresses: Sequence[str] | None = None,
    base: Market | None = None,
    base_addresses: Sequence[str] = (),
) -> ChangeSet:
    """Add a market or change one, with the web addresses where they are given.

    A new zone gives each future post of it a new version with the same clock time; undo gives
    them their old one, and what was approved then is approved again. ConflictError where somebody
    has changed either since they were as in `base` and `base_addresses`.
    """
    session.owner()
    if base is not None:
        _refuse_changed_market(session, market, base)
        if addresses is not None:
            _refuse_changed_addresses(session, market, addresses, base_addresses)
    return _save_market(session, market, addresses, taken_back={})


@in_one_transaction
def save_channel(session: Session, *, channel: Channel, base: Channel | None = None) -> ChangeSet:
    """Add a channel; its identity never changes, so a change of it is refused.

    A channel that was added by mistake is retired once that is undone. ConflictError where
    somebody has given it another name since it was as in `base`.
    """
    session.owner()
    setting = Setting.of(session.engine)
    _check_channel(setting, channel)
    before = setting.channels.get(channel.id)
    refuse_if_changed(
        session,
        before.name if before else channel.name,
        base=base and base.name,
        now=before and before.name,
        wanted=channel.name,
        table="channel_version",
        channel_id=channel.id,
    )
    label, done, back = _("Add {channel}"), _("Added {channel}"), _taken_off([channel.id])
    if before is not None:
        label, done = _("Rename {before}"), _("{before} is called {channel} now")
        back = _called_again(channel.id, before.name)
    words = {"channel": channel.name, "before": before.name if before else ""}
    with session.changing(label.format(**words), back, by=Session.owner) as stamp:
        markets.save_channel(session.engine, stamp, channel)
    return ChangeSet.of_setting(label.format(**words), done.format(**words))


def add_channels(session: Session, *, channels: Sequence[Channel]) -> ChangeSet:
    """Add a channel in each of several markets, all of them or none."""
    session.owner()
    setting = Setting.of(session.engine)
    for channel in channels:
        _check_channel(setting, channel)
    count = len(channels)
    label = ngettext("Add {count} channel", "Add {count} channels", count).format(count=count)
    back = _taken_off([channel.id for channel in channels])
    with session.changing(label, back, by=Session.owner) as stamp:
        for channel in channels:
            markets.save_channel(session.engine, stamp, channel)
    done = ngettext("Added {count} channel", "Added {count} channels", count)
    return ChangeSet.of_setting(label, done.format(count=count))


def _check_channel(setting: Setting, channel: Channel) -> None:
    if channel.market not in setting.markets:
        raise MissingError(_("Choose the market to which the channel belongs."))
    before = setting.channels.get(channel.id)
    is_retired = channel.is_retired  # a matter of its own: a new name says nothing of it
    if before and replace(before, name=channel.name, is_retired=is_retired) != channel:
        raise RefusedError(
            _("An account's identity never changes: add a new channel for the new account.")
        )
    if not channel.name.strip() or not channel.network:
        raise InvalidInputError(_("Give the channel a name and a network."))
    if channel.account_zone and channel.account_zone not in available_timezones():
        raise InvalidInputError(_no_zone(channel.account_zone))


def retire_channel(session: Session, *, channel_id: ChannelId) -> ChangeSet:
    """Let a channel be used no more; RefusedError while planned posts stand on it."""
    return _retire(session, [channel_id])


def use_channel_again(session: Session, *, channel_id: ChannelId) -> ChangeSet:
    """Let posts be planned on a retired channel again."""
    return _use_again(session, [channel_id])


def _retire(session: Session, channel_ids: Sequence[ChannelId]) -> ChangeSet:
    session.owner()
    channels = [_known_channel(session, channel_id) for channel_id in channel_ids]
    with session.writing():  # nobody plans a post there between the count and the word
        for channel in channels:
            _refuse_with_planned_posts(session, channel)
        return _set_retired(session, channels, is_retired=True)


def _refuse_with_planned_posts(session: Session, channel: Channel) -> None:
    market = Setting.of(session.engine).markets[channel.market]
    today = local_at(session.clock(), market.zone).date()
    count = posts.planned_on(session.engine, channel.id, today)
    if count:
        said = ngettext(
            "{count} planned post stands on {channel}: move or cancel it first.",
            "{count} planned posts stand on {channel}: move or cancel them first.",
            count,
        )
        raise RefusedError(said.format(count=count, channel=channel.name))


def _use_again(session: Session, channel_ids: Sequence[ChannelId]) -> ChangeSet:
    session.owner()
    channels = [_known_channel(session, channel_id) for channel_id in channel_ids]
    return _set_retired(session, channels, is_retired=False)


def _known_channel(session: Session, channel_id: ChannelId) -> Channel:
    channel = Setting.of(session.engine).channels.get(channel_id)
    if channel is None:
        raise MissingError(_("This channel is not in the calendar: choose another."))
    return channel


def _set_retired(session: Session, channels: Sequence[Channel], *, is_retired: bool) -> ChangeSet:
    others = [channel for channel in channels if channel.is_retired is not is_retired]
    channels = others or channels  # what somebody else has retired is not this step's to use again
    ids = [channel.id for channel in channels]
    label, done, back = _("Retire {channels}"), _("Retired {channels}"), _used_again(ids)
    if not is_retired:
        label, done = _("Use {channels} again"), _("Uses {channels} again")
        back = _taken_off(ids)
    which = channels[0].name
    if len(channels) > 1:
        count = len(channels)
        which = ngettext("{count} channel", "{count} channels", count).format(count=count)
    with session.changing(label.format(channels=which), back, by=Session.owner) as stamp:
        for channel in channels:
            markets.retire_channel(session.engine, stamp, channel.id, is_retired=is_retired)
    return ChangeSet.of_setting(label.format(channels=which), done.format(channels=which))


def _taken_off(channel_ids: Sequence[ChannelId]) -> Back:
    return lambda session, _why: _retire(session, channel_ids)


def _used_again(channel_ids: Sequence[ChannelId]) -> Back:
    return lambda session, _why: _use_again(session, channel_ids)


def _called_again(channel_id: ChannelId, name: str) -> Back:
    """Return what gives a channel its name back; it may have been retired meanwhile."""
    return lambda session, _why: save_channel(
        session, channel=replace(_known_channel(session, channel_id), name=name)
    )


def _save_market(
    session: Session,
    market: Market,
    addresses: Sequence[str] | None,
    taken_back: Mapping[PostId, int],
) -> ChangeSet:
    """Save a market; `taken_back` names the versions that another zone had given to its posts."""
    session.owner()
    setting = Setting.of(session.engine)
    _check_market(setting, market)
    before = setting.markets.get(market.id)
    if before is None and markets.is_withdrawn(session.engine, market.id):
        raise MissingError(_("This market was taken back meanwhile: add it anew."))
    known = all_addresses(session.engine).get(market.id, ())
    carried: dict[PostId, int] = {}

    def back(later: Session, _why: str) -> ChangeSet:
        if before is None:
            return withdraw_market(later, market=market)
        return _save_market(later, before, None if addresses is None else known, carried)

    label = _("Add {market}") if before is None else _("Change {market}")
    label, done = label.format(market=market.name), _saved(before, market)
    changes = ChangeSet("")
    with session.changing(label, back, by=Session.owner) as stamp:
        if before is not None:
            _refuse_to_slip_out_of_a_hold(session, before, market)
        markets.save_market(session.engine, stamp, market)
        if addresses is not None:
            reason = _("Market settings")
            write_addresses(session, stamp, market_id=market.id, addresses=addresses, reason=reason)
        if before is not None and before.zone != market.zone:
            changes = _carry_clock_times_over(session, market, taken_back)
            present = posts.by_ids(session.engine, changes.posts)
            carried.update((post.id, post.revision) for post in present)
    return replace(changes, label=label, done=done, can_undo=True, is_setting=True, everything=True)


def _refuse_changed_market(session: Session, market: Market, base: Market) -> None:
    now = Setting.of(session.engine).markets.get(market.id)
    refuse_if_changed(
        session,
        now.name if now else market.name,
        base=base,
        now=now,
        wanted=market,
        table="market_version",
        market_id=market.id,
    )


def _refuse_changed_addresses(
    session: Session, market: Market, addresses: Sequence[str], base: Sequence[str]
) -> None:
    refuse_if_changed(
        session,
        _("the web addresses of {market}").format(market=market.name),
        base=set(map(bare_address, base)),
        now=set(all_addresses(session.engine).get(market.id, ())),
        wanted=set(map(bare_address, addresses)),
        table="web_domain",
        market=market.id,
    )


def _saved(before: Market | None, market: Market) -> str:
    if before is None:
        return _("Added {market}").format(market=market.name)
    if before.name != market.name:
        return _("{before} is called {market} now").format(before=before.name, market=market.name)
    if before.zone != market.zone:
        return _("{market} keeps the time of {zone} now").format(
            market=market.name, zone=market.zone
        )
    return _("Changed {market}").format(market=market.name)


def _carry_clock_times_over(
    session: Session, market: Market, taken_back: Mapping[PostId, int]
) -> ChangeSet:
    """Keep the clock times of all that is to come; a zone that comes back takes its change back."""
    now = session.clock()
    future = [
        post
        for post in posts.of_market(session.engine, market.id)
        if post.content.instant is None or post.content.instant > now
    ]
    label = _("Change the time zone of {market}").format(market=market.name)
    after = [post.changed(zone=market.zone) for post in future]
    return session.write(label, future, after, undo_of=taken_back)


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
