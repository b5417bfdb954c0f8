"""Under which version the flags of a post are stored: what they depend on beside its text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.channel import Channel, ChannelId
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
    setting: Setting, knowledge: Knowledge, found: Sequence[Post]
) -> dict[PostId, Version]:
    """Return the version of what the flags of each post depend on."""
    channels = {post.content.channel for post in found}
    of_channel = {
        facts.channel.id: _of_post(version, facts)
        for version, facts in _on_all_days(setting, knowledge, channels)
    }
    return {post.id: of_channel[post.content.channel](post) for post in found}


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


def _on_all_days(
    setting: Setting, knowledge: Knowledge, wanted: Iterable[ChannelId]
) -> Iterator[tuple[str, Facts]]:
    """Yield the version of each channel as far as it is the same on all days, and its facts."""
    by_market: defaultdict[MarketId, list[Channel]] = defaultdict(list)
    for channel_id in wanted:
        channel = setting.channels[channel_id]
        by_market[channel.market].append(channel)
    for market, channels in by_market.items():
        shared = knowledge.facts(setting.markets[market], channels[0], team=setting.team)
        versions = versions_of_channels(shared, channels)
        for channel in channels:
            yield versions[channel.id], replace(shared, channel=channel)


def _of_post(version: str, facts: Facts) -> Callable[[Post], Version]:
    """Return what tells the version of each post of a channel."""
    if is_same_on_all_days(facts):
        always = _version(version, facts)
        return lambda _post: always

    @cache
    def on(day: date | None) -> Version:
        return _version(version_of_day(version, facts, day), facts)

    return lambda post: on(post.content.day)


def _version(plain: str, facts: Facts) -> Version:
    return Version(plain, partial(version_of_days_ahead, plain, facts))


def _as_remembrance(version: str) -> str:
    return f"{version} as remembrance"
