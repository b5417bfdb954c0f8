"""A post on another day or another channel, before anything is saved."""

from datetime import date, datetime, time

from app.commands.dates import moment
from app.commands.setting import Setting
from app.domain.channel import Channel
from app.domain.market import Market
from app.domain.post import Post, short_name
from app.domain.wall_time import instant_of
from app.errors import RefusedError
from app.wording import _

_USUAL = time(10)


def on_day(setting: Setting, post: Post, day: date) -> Post:
    """Return the post on a day: the time of day stays; from the tray it gets the usual hour."""
    if post.content.local is not None:
        return post.moved_to(day)
    market = setting.markets[post.content.market]
    return post.changed(local=datetime.combine(day, usual_time(market)))


def on_channel(post: Post, market: Market, channel: Channel) -> Post:
    """Return the post as it would stand on a channel of a market: same clock time, its language."""
    if post.content.channel == channel.id:
        return post
    return post.changed(
        market=market.id,
        channel=channel.id,
        zone=market.zone,
        language=first_language(market)
        if market.id != post.content.market
        else post.content.language,
    )


def is_past(local: datetime, zone: str, now: datetime) -> bool:
    """Tell whether a moment on the clocks of a zone is over."""
    return instant_of(local, zone) <= now


def check_is_ahead(setting: Setting, post: Post, now: datetime) -> None:
    """Refuse a place in the past: nothing can go out there any more."""
    local = post.content.local
    if local is not None and is_past(local, post.content.zone, now):
        market = setting.markets[post.content.market]
        raise RefusedError(
            _("{post} cannot go to {moment}: that is past in {market}. Choose a later day.").format(
                post=short_name(market.code, post.number) if post.number else _("The copy"),
                moment=moment(local),
                market=market.name,
            )
        )


def usual_time(market: Market) -> time:
    """Return the hour at which a post without one is planned: ten, or when the market opens."""
    hours = market.hours
    if hours is None:
        return _USUAL
    is_open = hours.opens <= _USUAL and (hours.closes == time(0) or hours.closes > _USUAL)
    return _USUAL if is_open else hours.opens


def first_language(market: Market) -> str:
    """Return the language that a new post of the market is written in."""
    return market.languages[0] if market.languages else "und"
