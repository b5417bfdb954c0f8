"""What holds catch: counted, listed, and to be read again once they are lifted."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, partial

from app.commands.cards import card_of, cards_of, stage_without_holds
from app.commands.cases import gather
from app.commands.catch import Aim, Ground, Lies
from app.commands.flags import stored_flags
from app.commands.knowledge import Knowledge
from app.commands.recalling import scheduler_name
from app.commands.setting import Setting
from app.commands.views import Caught, CaughtPosts
from app.domain.flag import Flag
from app.domain.gate import Case, lifted_since
from app.domain.hold import Hold, HoldId, Scope, folded
from app.domain.post import Post, PostId
from app.domain.wall_time import local_at
from app.storage import exports, planned, planned_counts, posts
from app.storage.engine import Engine
from app.storage.planned import Within

_EVER = 2**62
"""A place in the audit after every event."""


def ground(
    engine: Engine,
    now: datetime,
    approvals: Knowledge | None = None,
    wanted: Collection[PostId] = (),
    *,
    checked: Callable[[], None] = lambda: None,
) -> Ground:
    """Return all that a hold could catch; with `approvals` also how much of it could leave.

    `wanted` are posts that may be held by themselves, beside those that are. The approvals of a
    long plan take a while: now and then `checked` is called, which may end it.
    """
    setting = Setting.of(engine)
    alone = {*wanted, *_held_alone(hold for hold in setting.holds if hold.is_active)}
    names: dict[str, str] = {}
    return Ground(
        places={
            channel.id: (setting.markets[channel.market], channel)
            for channel in setting.channels.values()
        },
        planned=planned_counts.counted(engine, now),
        approved=_approved(engine, approvals, now, checked) if approvals else None,
        lies=tuple(
            Lies(
                names.setdefault(one.preset, scheduler_name(one.preset)),
                one.there,
                one.here,
                one.post,
            )
            for one in exports.open_aims(engine, now)
        ),
        alone=_alone(engine, approvals, alone, now),
    )


def caught(
    engine: Engine, knowledge: Knowledge, hold: Hold, now: datetime, *, limit: int
) -> CaughtPosts:
    """Return the posts that a hold stops: what lies at a scheduler first, then the soonest."""
    setting = Setting.of(engine)
    covers = cache(partial(setting.is_under, hold))
    lying = dict.fromkeys(
        one.post
        for one in exports.open_aims(engine, now)
        if hold.is_of(one.post) or covers(*one.there) or covers(*one.here)
    )
    stopped: list[Post] = []
    for page in _stopped(engine, setting, hold, now, size=limit):
        stopped += [post for post in page if post.id not in lying]
        if len(stopped) > limit:
            break
    found = [*posts.by_ids(engine, list(lying)[:limit]), *stopped[:limit]]
    flags = stored_flags(engine, setting, knowledge, found)
    cases = gather(engine, setting, knowledge, found, flags, now=now)
    return CaughtPosts(
        tuple(_caught(case, flags) for case in cases),
        has_more=max(len(stopped), len(lying)) > limit,
    )


def to_read_again(
    engine: Engine,
    knowledge: Knowledge,
    now: datetime,
    post_ids: Collection[PostId] | None = None,
) -> dict[HoldId, tuple[PostId, ...]]:
    """Return by lifted hold what it had caught approved and nobody has read again, the next first.

    Of some posts or of all. What another hold stops is left out: it can be read when that one is
    lifted.
    """
    setting = Setting.of(engine)
    lifted = [hold for hold in setting.holds if hold.lifted_seq is not None]
    found: dict[HoldId, list[PostId]] = {}
    if not lifted:
        return {}
    if post_ids is None:
        pages = _approved_before(engine, setting, lifted, now)
    else:
        pages = iter([_still_to_go(posts.by_ids(engine, post_ids), now)])
    for page in pages:
        flags = stored_flags(engine, setting, knowledge, page)
        for case in gather(engine, setting, knowledge, page, flags, now=now):
            if not setting.active_holds(case.post):
                for hold in lifted_since(case):
                    found.setdefault(hold.id, []).append(case.post.id)
    return {hold_id: tuple(ids) for hold_id, ids in found.items()}


def _stopped(
    engine: Engine, setting: Setting, hold: Hold, now: datetime, *, size: int
) -> Iterator[list[Post]]:
    if hold.scope is Scope.POST:
        return iter([_to_come(engine, [PostId(hold.target)], now)])
    return planned.to_come(engine, now, _within(engine, setting, hold, now), size=size)


def _approved_before(
    engine: Engine, setting: Setting, lifted: Sequence[Hold], now: datetime
) -> Iterator[list[Post]]:
    """Yield what lifted holds may have caught approved, each post once."""
    seen: set[PostId] = set()
    wide = [hold for hold in lifted if hold.scope is not Scope.POST]
    if wide:
        within = _within_any(engine, setting, wide, now)
        seq = max(hold.lifted_seq or 0 for hold in wide)
        for page in planned.approved_before(engine, now, seq, within):
            seen.update(post.id for post in page)
            yield page
    alone = [post for post in _held_alone(lifted) if post not in seen]
    yield sorted(_still_to_go(posts.by_ids(engine, alone), now), key=_instant)


def _instant(post: Post) -> datetime:
    return post.content.instant or datetime.max.replace(tzinfo=UTC)


def _held_alone(holds: Iterable[Hold]) -> list[PostId]:
    """Return the posts that some of these holds cover by themselves."""
    return [PostId(hold.target) for hold in holds if hold.scope is Scope.POST]


def _to_come(engine: Engine, post_ids: Collection[PostId], now: datetime) -> list[Post]:
    """Return those of these posts that have not gone out yet; those of the tray too."""
    return [
        post
        for post in posts.by_ids(engine, post_ids)
        if not post.cancelled and (post.content.local is None or planned.is_to_come(post, now))
    ]


def _alone(
    engine: Engine, approvals: Knowledge | None, post_ids: Collection[PostId], now: datetime
) -> dict[PostId, bool | None]:
    found = _to_come(engine, post_ids, now)
    if approvals is None:
        return dict.fromkeys(post.id for post in found)
    return {card.id: card.is_approved for card in cards_of(engine, approvals, found, now)}


def _still_to_go(found: Iterable[Post], now: datetime) -> list[Post]:
    return [
        post
        for post in found
        if post.ready and not post.cancelled and planned.is_to_come(post, now)
    ]


def _approved(
    engine: Engine, knowledge: Knowledge, now: datetime, checked: Callable[[], None]
) -> Counter[Aim]:
    found: Counter[Aim] = Counter()
    for page in planned.approved_before(engine, now, _EVER):
        checked()
        for card in cards_of(engine, knowledge, page, now):
            found[card.channel.id, card.campaign] += card.is_approved
    return found


def _within(engine: Engine, setting: Setting, hold: Hold, now: datetime) -> Within:
    """Return where a hold catches posts."""
    match hold.scope:
        case Scope.EVERYTHING:
            return Within()
        case Scope.CAMPAIGN:
            names = {campaign for _channel, campaign in planned_counts.counted(engine, now)}
            same = folded(hold.target)
            return Within(campaigns=frozenset(name for name in names if folded(name) == same))
        case _:
            return Within(
                channels=frozenset(
                    one for one in setting.channels if setting.is_under(hold, one, "")
                )
            )


def _within_any(engine: Engine, setting: Setting, holds: Iterable[Hold], now: datetime) -> Within:
    """Return where any of several holds catches posts, or a wider place."""
    places = [_within(engine, setting, hold, now) for hold in holds]
    if any(place.channels is None for place in places):
        return Within()
    return Within(channels=frozenset().union(*(place.channels or () for place in places)))


def _caught(case: Case, flags: Mapping[PostId, tuple[Flag, ...]]) -> Caught:
    card = card_of(case, flags)
    lies = card.hand_over
    return Caught(
        card,
        market=case.market.name,
        stage_before=stage_without_holds(case),
        scheduler=scheduler_name(lies.preset) if lies else "",
        local=local_at(lies.instant, case.market.zone) if lies else card.local,
    )
