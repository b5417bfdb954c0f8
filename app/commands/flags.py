"""The flags of posts: worked out anew for the gate, or as last stored for the screen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.channel import ChannelId
from app.domain.flag import Flag
from app.domain.hold import Hold
from app.domain.post import Fingerprint, Post, PostId
from app.risks.assess import assess, assess_move, facts_version, version_of_day
from app.risks.facts import Facts
from app.risks.holds import hold
from app.risks.remembrance import remembrance_flags
from app.storage import flag_cache, posts
from app.storage.engine import Engine, Row

AT_ONCE = 200
"""Flags of more posts are worked out in slices, beside whoever wants them."""


def facts_of(
    setting: Setting,
    knowledge: Knowledge,
    post: Post,
    holds: tuple[Hold, ...] = (),
    written_for: date | None = None,
) -> Facts:
    """Return what the rules may look at for one post."""
    facts = knowledge.facts(*setting.of_post(post), holds, setting.team)
    return facts if written_for is None else replace(facts, written_for=written_for)


def present_flags(
    engine: Engine, setting: Setting, knowledge: Knowledge, found: Sequence[Post]
) -> dict[PostId, tuple[Flag, ...]]:
    """Return the flags of each post, worked out anew with all that is known now."""
    written_for = posts.written_for(engine, found)
    return {
        post.id: assess(
            post, facts_of(setting, knowledge, post, setting.holds, written_for.get(post.id))
        )
        for post in found
    }


def flags_of_remembrance(setting: Setting, knowledge: Knowledge, post: Post) -> tuple[Flag, ...]:
    """Return what must be answered besides if the post is the remembrance of its day.

    The team's own severities do not touch it: whoever sells on the other days does not sell here.
    """
    return tuple(remembrance_flags(post, facts_of(setting, knowledge, post)))


def stored_flags(
    engine: Engine, setting: Setting, knowledge: Knowledge, found: Sequence[Post]
) -> dict[PostId, tuple[Flag, ...]]:
    """Return the stored flags of the posts that have them, with those of holds and moves added.

    Those two are not stored: they do not depend on what a post says alone.
    """
    versions = _versions(setting, knowledge, found)
    prints = {post.id: post.fingerprint for post in found}
    wanted = {prints[post.id]: versions[_place(post)] for post in found}
    kept = flag_cache.cached(engine, wanted)
    moved = _moved_flags(engine, setting, knowledge, found)
    return {
        post.id: _worst_first(
            [
                *_hold_flags(setting, knowledge, post),
                *moved.get(post.id, ()),
                *kept[prints[post.id]],
            ]
        )
        for post in found
        if prints[post.id] in kept
    }


def keep_flags(engine: Engine, knowledge: Knowledge, found: Sequence[Post]) -> None:
    """Work out the flags of these posts and store them for the screens."""
    flag_cache.keep(engine, fresh_rows(engine, knowledge, found))


def fresh_rows(engine: Engine, knowledge: Knowledge, found: Sequence[Post]) -> list[Row]:
    """Work out the flags of these posts and return the rows that keep them."""
    setting = Setting.of(engine)
    versions = _versions(setting, knowledge, found)
    fresh: dict[str, dict[Fingerprint, tuple[Flag, ...]]] = {}
    for post in found:
        flags = assess(post, facts_of(setting, knowledge, post))
        fresh.setdefault(versions[_place(post)], {})[post.fingerprint] = flags
    return [row for version, flags in fresh.items() for row in flag_cache.kept_rows(version, flags)]


_Place = tuple[ChannelId, date | None]


def _place(post: Post) -> _Place:
    return post.content.channel, post.content.day


def _versions(
    setting: Setting, knowledge: Knowledge, found: Iterable[Post]
) -> Mapping[_Place, str]:
    """Return the version of what flags depend on, for each channel and day."""
    places = {_place(post) for post in found}
    facts = {
        channel: knowledge.facts(
            setting.markets[setting.channels[channel].market],
            setting.channels[channel],
            team=setting.team,
        )
        for channel in {channel for channel, _day in places}
    }
    versions = {channel: facts_version(of) for channel, of in facts.items()}
    return {
        (channel, day): version_of_day(versions[channel], facts[channel], day)
        for channel, day in places
    }


def _hold_flags(setting: Setting, knowledge: Knowledge, post: Post) -> list[Flag]:
    if not any(hold.is_active for hold in setting.holds):
        return []
    return list(hold(post, facts_of(setting, knowledge, post, setting.holds)))


def _moved_flags(
    engine: Engine, setting: Setting, knowledge: Knowledge, found: Iterable[Post]
) -> dict[PostId, tuple[Flag, ...]]:
    """Return the flags of the posts whose text was written for another day."""
    by_id = {post.id: post for post in found}
    return {
        post_id: assess_move(
            by_id[post_id], facts_of(setting, knowledge, by_id[post_id], written_for=day)
        )
        for post_id, day in posts.written_for(engine, by_id.values()).items()
        if day != by_id[post_id].content.day
    }


def _worst_first(flags: list[Flag]) -> tuple[Flag, ...]:
    return tuple(sorted(flags, key=lambda flag: -flag.severity))
