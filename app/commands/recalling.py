"""What must come out at the schedulers: hand-overs of posts that are not so any more."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial

from app.commands.cards import card_of, headline_of
from app.commands.cases import gather
from app.commands.flags import present_flags, stored_flags
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.commands.versions import is_noted
from app.commands.views import Card, Recall
from app.domain.gate import Case
from app.domain.hold import Hold, Scope
from app.domain.post import PostId
from app.domain.recall import Cause, Lying, causes
from app.domain.wall_time import local_at
from app.errors import MissingError
from app.exchange.presets import preset
from app.storage import calendar, exports, posts
from app.storage.engine import Engine
from app.storage.exports import ExportRecord
from app.storage.planned import Aim
from app.wording import _

_A_DAY = timedelta(days=1)
"""More than the clocks of any zone are from UTC."""
_EVER = 2**62
"""A place in the audit after every event."""
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


def recall_list(
    engine: Engine,
    knowledge: Knowledge,
    now: datetime,
    post_ids: Collection[PostId] | None = None,
) -> tuple[Recall, ...]:
    """Return what must come out at the schedulers, the soonest first; of some posts or of all."""
    wanted: Collection[PostId]
    if post_ids is None:
        wanted = _worth_a_look(engine, knowledge, now)
    else:
        wanted = exports.queued_among(engine, now, post_ids)
    return _recalls(engine, knowledge, wanted, now, assesses=True)


def ghosts(
    engine: Engine, knowledge: Knowledge, now: datetime, first: date, last: date
) -> tuple[Recall, ...]:
    """Return what schedulers will send on local days, both included, unseen on any card."""
    start = datetime.combine(first, time(), UTC) - _A_DAY
    end = datetime.combine(last, time(), UTC) + 2 * _A_DAY
    astray = exports.astray(engine, now, start, end)
    found = _recalls(engine, knowledge, astray, now, assesses=False)
    return tuple(one for one in found if one.is_ghost and first <= one.day <= last)


def ghosts_of(
    engine: Engine, knowledge: Knowledge, now: datetime, post_ids: Collection[PostId]
) -> tuple[Recall, ...]:
    """Return the ghosts of some posts, on whatever day they stand."""
    queued = exports.queued_among(engine, now, post_ids)
    found = _recalls(engine, knowledge, queued, now, assesses=False)
    return tuple(one for one in found if one.is_ghost)


def scheduler_name(preset_name: str) -> str:
    """Return what a scheduler calls itself, or the name of its format where nobody knows it."""
    try:
        return preset(preset_name).label
    except MissingError:
        return preset_name.replace("-", " ").capitalize()


def way_out(preset_name: str) -> str:
    """Return how a post is taken out at a scheduler, in one sentence."""
    known = {
        "buffer": _(
            "In Buffer, open the queue of this channel, find the post by its time, and delete it."
        ),
    }
    anywhere = _("Find it in {scheduler} by its channel and its time, and take it out there.")
    return known.get(preset_name, anywhere).format(scheduler=scheduler_name(preset_name))


def _worth_a_look(engine: Engine, knowledge: Knowledge, now: datetime) -> set[PostId]:
    """Return the posts at schedulers that may be on the list: no other can be."""
    setting = Setting.of(engine)
    moved_on = calendar.facts_changed_at(engine)
    if not is_noted(engine, knowledge.version):  # judged by other rules than those it left by
        moved_on = _EVER
    found = set(exports.astray(engine, now, now, _END_OF_TIME))
    under = cache(partial(_last_stopped, setting))
    alone = _last_stopped_alone(setting)
    for one in exports.open_aims(engine, now):
        stopped = max(under(one.there), under(one.here), alone.get(one.post, 0))
        if one.seq < max(moved_on, stopped):
            found.add(one.post)
    return found


def _last_stopped(setting: Setting, aim: Aim) -> int:
    """Return where in the audit a hold last ended the approvals of a channel and campaign."""
    holds = [hold for hold in setting.holds if setting.is_under(hold, *aim)]
    return max(map(_stopped_until, holds), default=0)


def _last_stopped_alone(setting: Setting) -> dict[PostId, int]:
    """Return the same for each post that a hold covers by itself."""
    found: dict[PostId, int] = {}
    for hold in setting.holds:
        if hold.scope is Scope.POST:
            post = PostId(hold.target)
            found[post] = max(found.get(post, 0), _stopped_until(hold))
    return found


def _stopped_until(hold: Hold) -> int:
    return _EVER if hold.is_active else hold.lifted_seq or 0


def _recalls(
    engine: Engine,
    knowledge: Knowledge,
    post_ids: Collection[PostId],
    now: datetime,
    *,
    assesses: bool,
) -> tuple[Recall, ...]:
    """Work out flags that are not stored only where asked for: no ghost comes from a flag."""
    if not post_ids:
        return ()
    setting = Setting.of(engine)
    found = posts.by_ids(engine, post_ids)
    flags = stored_flags(engine, setting, knowledge, found)
    if assesses:  # facts have changed since they were stored
        missing = [post for post in found if post.id not in flags]
        flags |= present_flags(engine, setting, knowledge, missing)
    cases = gather(engine, setting, knowledge, found, flags, now=now)
    left = [
        (case, lying, why)
        for case, lying in _what_lies_there(engine, setting, cases)
        if (why := causes(case, lying))
    ]
    records = exports.exports_by_id(engine, {lying.hand_over.export for _case, lying, _why in left})
    made = [
        _recall(card_of(case, flags), case, lying, why, records[lying.hand_over.export])
        for case, lying, why in left
    ]
    return tuple(sorted(made, key=lambda one: (one.hand_over.instant, one.card.name)))


def _what_lies_there(
    engine: Engine, setting: Setting, cases: Sequence[Case]
) -> Iterator[tuple[Case, Lying]]:
    contents = posts.handed_over(
        engine,
        [
            case.post.id
            for case in cases
            if any(h.fingerprint != case.post.fingerprint for h in case.hand_overs)
        ],
    )
    for case in cases:
        for hand_over in case.hand_overs:
            content = contents.get((case.post.id, hand_over.revision), case.post.content)
            market, channel = setting.markets[content.market], setting.channels[content.channel]
            yield case, Lying(hand_over, content, market, channel)


def _recall(
    card: Card, case: Case, lying: Lying, why: tuple[Cause, ...], record: ExportRecord
) -> Recall:
    hand_over, content = lying.hand_over, lying.content
    return Recall(
        card=card,
        hand_over=hand_over,
        scheduler=scheduler_name(hand_over.preset),
        way_out=way_out(hand_over.preset),
        market=lying.market,
        channel=lying.channel,
        local=local_at(hand_over.instant, lying.market.zone),
        headline=headline_of(replace(case.post, content=content)),
        text=content.text,
        folder=record.folder,
        handed_by=record.by,
        handed_at=record.at,
        causes=why,
    )
