"""Under which version the flags of a post are stored: what they depend on beside its text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.channel import ChannelId
from app.domain.market import MarketId
from app.domain.post import Post, PostId
from app.risks.fact_versions import (
    is_same_on_all_days,
    version_of_day,
    version_of_days_ahead,
    version_of_names,
    versions_of_channels,
)
from app.risks.facts import Facts
from app.storage.flag_cache import Version


def versions_of(
    setting: Setting, knowledge: Knowledge, found: Iterable[Post]
) -> dict[PostId, Version]:
    """Return the version of what the flags of each post depend on."""
    versions = {}
    for post in found:
        of_market = _of_market(setting, knowledge, post.content.market)
        versions[post.id] = of_market[post.content.channel](post.content.day)
    return versions


def with_names(version: Version, setting: Setting, knowledge: Knowledge, post: Post) -> Version:
    """Return the version of a post's facts with the team's own days that its text names."""
    if not setting.team.calendar.remembered:
        return version
    facts = knowledge.facts(*setting.of_post(post), team=setting.team)
    return Version(
        version_of_names(version.plain, facts, post),
        lambda days_ahead: version_of_names(version.ahead(days_ahead), facts, post),
    )


def besides(version: Version) -> Version:
    """Return under which version is stored what a remembrance may not do."""
    return Version(
        _as_remembrance(version.plain),
        lambda days_ahead: _as_remembrance(version.ahead(days_ahead)),
    )


@lru_cache(maxsize=256)
def _of_market(
    setting: Setting, knowledge: Knowledge, market: MarketId
) -> Mapping[ChannelId, Callable[[date | None], Version]]:
    """Return what tells the version for a day on each channel of a market.

    A calendar is read day by day: what all days share is worked out once for one setting.
    """
    channels = [channel for channel in setting.channels.values() if channel.market == market]
    shared = knowledge.facts(setting.markets[market], channels[0], team=setting.team)
    versions = versions_of_channels(shared, channels)
    return {
        channel.id: _of_days(versions[channel.id], replace(shared, channel=channel))
        for channel in channels
    }


def _of_days(version: str, facts: Facts) -> Callable[[date | None], Version]:
    """Return what tells the version for each day on a channel."""
    if is_same_on_all_days(facts):
        always = _version(version, facts)
        return lambda _day: always
    return lru_cache(maxsize=128)(lambda day: _version(version_of_day(version, facts, day), facts))


def _version(plain: str, facts: Facts) -> Version:
    return Version(plain, partial(version_of_days_ahead, plain, facts))


def _as_remembrance(version: str) -> str:
    return f"{version} as remembrance"
