"""The flags of posts: worked out anew for the gate, or as last stored for the screen."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.commands.comparing import NO_NAMES, companions_of, touched_by, touched_by_decision
from app.commands.flag_versions import besides, versions_of, with_names
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.channel import ChannelId
from app.domain.companion import Companion
from app.domain.flag import Flag
from app.domain.hashtag import Confirmations, confirmed, folded
from app.domain.hold import Hold
from app.domain.post import Fingerprint, Post, PostId
from app.risks.assess import assess, assess_beside, assess_hashtags, assess_move
from app.risks.facts import Facts
from app.risks.hashtags import hashtags_of
from app.risks.holds import hold
from app.storage import audit, comparison_cache, decisions, flag_cache, hashtags, posts
from app.storage.engine import Engine, Row
from app.storage.flag_cache import Version

AT_ONCE = 200
"""Flags of more posts are worked out in slices, beside whoever wants them."""

_A_FEW = 8
"""So many posts that a change touches are worked out before it is saved."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The flags of posts that stand in no calendar yet."""

    flags: Mapping[PostId, tuple[Flag, ...]]
    rows: Sequence[Row]
    """What keeps those that each has by itself, for the time when it is saved."""


def facts_of(
    setting: Setting,
    knowledge: Knowledge,
    post: Post,
    holds: tuple[Hold, ...] = (),
    written_for: date | None = None,
) -> Facts:
    """Return what the rules may look at for one post by itself."""
    facts = knowledge.facts(*setting.of_post(post), holds, setting.team)
    return facts if written_for is None else replace(facts, written_for=written_for)


def present_flags(
    engine: Engine,
    setting: Setting,
    knowledge: Knowledge,
    found: Sequence[Post],
    names: Mapping[PostId, str] = NO_NAMES,
) -> dict[PostId, tuple[Flag, ...]]:
    """Return the flags of each post, worked out anew with all that is known now.

    `names` says what people call those that stand in no calendar yet.
    """
    written_for = posts.written_for(engine, found)
    beside = companions_of(engine, setting, found, names)
    looked_at = _confirmations(engine, found)
    flags: dict[PostId, tuple[Flag, ...]] = dict.fromkeys((post.id for post in found), ())
    for on_channel in _by_channel(found):
        shared = facts_of(setting, knowledge, on_channel[0], setting.holds)
        for post in on_channel:
            facts = replace(
                shared,
                written_for=written_for.get(post.id),
                companions=beside.get(post.id, ()),
                confirmed_hashtags=_confirmed(looked_at, post),
            )
            flags[post.id] = assess(post, facts)
    return flags


def _by_channel(found: Iterable[Post]) -> Iterable[list[Post]]:
    """Return posts by their channel: what was loaded for one of them serves the next."""
    channels: defaultdict[ChannelId, list[Post]] = defaultdict(list)
    for post in found:
        channels[post.content.channel].append(post)
    return channels.values()


def flags_of_remembrance(setting: Setting, knowledge: Knowledge, post: Post) -> tuple[Flag, ...]:
    """Return what must be answered besides if the post is the remembrance of its day.

    The team's own severities do not touch it: whoever sells on the other days does not sell here.
    """
    # it reads texts by word lists, and few posts are called a remembrance
    from app.risks.remembrance import remembrance_flags  # noqa: PLC0415

    return tuple(remembrance_flags(post, facts_of(setting, knowledge, post)))


def stored_of_remembrance(
    engine: Engine, setting: Setting, knowledge: Knowledge, found: Sequence[Post]
) -> dict[PostId, tuple[Flag, ...]]:
    """Return the same for some posts as it was stored, and worked out where it was not.

    For screens: to work it out loads all word lists, which takes longer than to open a calendar.
    """
    versions = versions_of(setting, knowledge, found)
    kept = flag_cache.cached(
        engine, {post.content.lookup: besides(versions[post.id]) for post in found}
    )
    return {
        post.id: kept[post.content.lookup]
        if post.content.lookup in kept
        else flags_of_remembrance(setting, knowledge, post)
        for post in found
    }


def stored_flags(
    engine: Engine, setting: Setting, knowledge: Knowledge, found: Sequence[Post]
) -> dict[PostId, tuple[Flag, ...]]:
    """Return the stored flags of the posts that have them.

    Those of holds, of moves and of new hashtags are added as they are now: they are not stored,
    since they do not depend on what a post says alone.
    """
    versions = versions_of(setting, knowledge, found)
    kept = flag_cache.cached(engine, _own_versions(setting, knowledge, found, versions))
    beside = comparison_cache.cached(
        engine, {post_id: version.plain for post_id, version in versions.items()}
    )
    own = {post.id: kept[post.content.lookup] for post in found if post.content.lookup in kept}
    return _whole(engine, setting, knowledge, found, own=own, beside=beside)


def judged(
    engine: Engine,
    setting: Setting,
    knowledge: Knowledge,
    found: Sequence[Post],
    names: Mapping[PostId, str],
) -> Judged:
    """Return the flags of posts that `names` tells apart, as `present_flags` would, and rows."""
    alone = _alone(setting, knowledge, found)
    others = companions_of(engine, setting, found, names)
    beside = {post.id: _beside(setting, knowledge, post, others.get(post.id, ())) for post in found}
    own = {post_id: flags for post_id, (flags, _days) in alone.items()}
    return Judged(
        _whole(engine, setting, knowledge, found, own=own, beside=beside),
        _rows_of(setting, knowledge, found, alone),
    )


def _whole(
    engine: Engine,
    setting: Setting,
    knowledge: Knowledge,
    found: Sequence[Post],
    *,
    own: Mapping[PostId, tuple[Flag, ...]],
    beside: Mapping[PostId, tuple[Flag, ...]],
) -> dict[PostId, tuple[Flag, ...]]:
    """Return all flags of the posts of which those by themselves and beside others are here."""
    held = _hold_flags(setting, knowledge, found)
    moved = _moved_flags(engine, setting, knowledge, found)
    tagged = _hashtag_flags(engine, setting, knowledge, found)
    return {
        post.id: _worst_first(
            own[post.id],
            (*held.get(post.id, ()), *moved.get(post.id, ())),
            (*beside[post.id], *tagged.get(post.id, ())),
        )
        for post in found
        if post.id in own and post.id in beside
    }


def keep_flags(
    engine: Engine, knowledge: Knowledge, found: Sequence[Post], touched: Sequence[Post] = ()
) -> None:
    """Work out the flags of these posts and store them for the screens.

    Of posts that were only touched a few are worked out too, the others when a screen asks.
    """
    flag_cache.keep(engine, missing_rows(engine, knowledge, found))
    compared = [*found, *touched[:_A_FEW]]
    comparison_cache.keep(engine, fresh_comparisons(engine, knowledge, compared))


def missing_rows(engine: Engine, knowledge: Knowledge, found: Sequence[Post]) -> list[Row]:
    """Work out the flags that these posts have by themselves, of those of which none are stored.

    Returns the rows that keep them.
    """
    setting = Setting.of(engine)
    versions = versions_of(setting, knowledge, found)
    kept = flag_cache.cached(engine, _own_versions(setting, knowledge, found, versions))
    new = [post for post in found if post.content.lookup not in kept]
    rows = _rows_of(setting, knowledge, new, _alone(setting, knowledge, new))
    return rows + _rows_of_remembrance(engine, setting, knowledge, found)


def _own_versions(
    setting: Setting,
    knowledge: Knowledge,
    found: Iterable[Post],
    versions: Mapping[PostId, Version],
) -> dict[Fingerprint, Version]:
    """Return by content under which version the flags are stored that posts have by themselves."""
    return {
        post.content.lookup: with_names(versions[post.id], setting, knowledge, post)
        for post in found
    }


_Alone = Mapping[PostId, tuple[tuple[Flag, ...], tuple[date, ...]]]
"""The flags that a post has by itself, and the days ahead of which its text speaks."""


def _alone(setting: Setting, knowledge: Knowledge, found: Sequence[Post]) -> _Alone:
    # whoever works flags out reads texts; whoever shows stored ones does not
    from app.risks.day_in_text import days_spoken_of  # noqa: PLC0415

    alone = {}
    for on_channel in _by_channel(found):
        facts = facts_of(setting, knowledge, on_channel[0])
        for post in on_channel:
            alone[post.id] = assess(post, facts), days_spoken_of(post, facts)
    return alone


def _rows_of(
    setting: Setting, knowledge: Knowledge, found: Sequence[Post], alone: _Alone
) -> list[Row]:
    versions = versions_of(setting, knowledge, found)
    return [
        flag_cache.kept_row(
            post.content.lookup,
            with_names(versions[post.id], setting, knowledge, post),
            *alone[post.id],
        )
        for post in found
    ]


def _rows_of_remembrance(
    engine: Engine, setting: Setting, knowledge: Knowledge, found: Sequence[Post]
) -> list[Row]:
    """Return the rows that keep what a remembrance may not do, for posts called one."""
    remembered = decisions.remembered(engine, [post.id for post in found])
    asked = [post for post in found if post.id in remembered]
    versions = versions_of(setting, knowledge, asked)
    return [
        flag_cache.kept_row(
            post.content.lookup,
            besides(versions[post.id]),
            flags_of_remembrance(setting, knowledge, post),
        )
        for post in asked
    ]


def fresh_comparisons(engine: Engine, knowledge: Knowledge, found: Sequence[Post]) -> list[Row]:
    """Work out the flags that posts have because of others; return the rows that keep them."""
    as_of = audit.head(engine).seq  # before anything is read
    setting = Setting.of(engine)
    versions = versions_of(setting, knowledge, found)
    beside = companions_of(engine, setting, found)
    return [
        comparison_cache.kept_row(
            post.id,
            versions[post.id].plain,
            as_of,
            _beside(setting, knowledge, post, beside.get(post.id, ())),
        )
        for post in found
    ]


def forget_touched(
    engine: Engine, before: Sequence[Post], after: Sequence[Post]
) -> tuple[Post, ...]:
    """Forget what was stored of saved posts beside others, and of those that their change touches.

    In the same transaction, so that no process ever takes what was stored before for true. Returns
    those that it touches.
    """
    touched = touched_by(engine, before, after)
    own = [post.id for post in after]
    comparison_cache.forget(engine, [*own, *touched], audit.head(engine).seq)
    return tuple(posts.by_ids(engine, touched))


def keep_decided(engine: Engine, knowledge: Knowledge, post: Post) -> tuple[Post, ...]:
    """Work out anew what a decision touches: a post beside others, and those; return the others.

    In the same transaction, like an edit.
    """
    touched = touched_by_decision(engine, post)
    comparison_cache.forget(engine, [post.id, *touched], audit.head(engine).seq)
    others = tuple(posts.by_ids(engine, touched))
    compared = [post, *others[:_A_FEW]]
    comparison_cache.keep(engine, fresh_comparisons(engine, knowledge, compared))
    flag_cache.keep(engine, _rows_of_remembrance(engine, Setting.of(engine), knowledge, [post]))
    return others


def _hold_flags(
    setting: Setting, knowledge: Knowledge, found: Iterable[Post]
) -> dict[PostId, list[Flag]]:
    """Return the flags of posts for the holds that stand; most days none does."""
    if not any(hold.is_active for hold in setting.holds):
        return {}
    return {
        post.id: list(hold(post, facts_of(setting, knowledge, post, setting.holds)))
        for post in found
    }


def _beside(
    setting: Setting, knowledge: Knowledge, post: Post, others: tuple[Companion, ...]
) -> tuple[Flag, ...]:
    if not others:
        return ()
    facts = replace(
        facts_of(setting, knowledge, post),
        companions=others,
        confirmed_hashtags=frozenset(),  # it says that the post stands in a calendar
    )
    return assess_beside(post, facts)


def _hashtag_flags(
    engine: Engine, setting: Setting, knowledge: Knowledge, found: Iterable[Post]
) -> dict[PostId, tuple[Flag, ...]]:
    """Return the flags of the posts with hashtags."""
    tagged = [post for post in found if hashtags_of(post.content)]
    looked_at = _confirmations(engine, tagged)
    return {
        post.id: assess_hashtags(
            post,
            replace(
                facts_of(setting, knowledge, post), confirmed_hashtags=_confirmed(looked_at, post)
            ),
        )
        for post in tagged
    }


def _confirmations(engine: Engine, found: Iterable[Post]) -> Confirmations:
    used = {folded(tag) for post in found for tag in hashtags_of(post.content)}
    return hashtags.confirmations(engine, used)


def _confirmed(looked_at: Confirmations, post: Post) -> frozenset[str]:
    used = map(folded, hashtags_of(post.content))
    return confirmed(looked_at, used, post.content.market, post.content.day)


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


def _worst_first(
    stored: tuple[Flag, ...], before: Iterable[Flag], after: Iterable[Flag]
) -> tuple[Flag, ...]:
    """Return flags in the order in which they would be worked out; stored ones are in it."""
    if not before and not after:  # as of most posts
        return stored
    return tuple(sorted((*before, *stored, *after), key=lambda flag: -flag.severity))
