"""What the gate looks at, gathered from the calendar for many posts at once."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from app.commands.flags import flags_of_remembrance, present_flags, stored_of_remembrance
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.export import Carrier
from app.domain.flag import Flag
from app.domain.gate import Case, review_refusals
from app.domain.post import Post, PostId
from app.storage import decisions, exports, posts
from app.storage.engine import Engine

ANY_CARRIER = Carrier("", frozenset(), media_limit=0)
"""For questions about the review alone: the gate's other parts are not asked."""
NO_FLAGS: Mapping[PostId, tuple[Flag, ...]] = {}


def gather(
    engine: Engine,
    setting: Setting,
    knowledge: Knowledge,
    found: Sequence[Post],
    flags: Mapping[PostId, tuple[Flag, ...]],
    *,
    carrier: Carrier = ANY_CARRIER,
    now: datetime,
    with_edits: bool = False,
    as_stored: bool = False,
) -> list[Case]:
    """Return the case of each post, in the same order.

    Who edited matters only where somebody decided: `with_edits` reads it for every post. Screens
    take what a remembrance may not do `as_stored`; the gate works it out anew.
    """
    ids = [post.id for post in found]
    decided = decisions.of_posts(engine, ids)
    handed = exports.hand_overs_of(engine, ids)
    reviewed = [post_id for post_id in ids if with_edits or decided.get(post_id)]
    edits = posts.edits_of(engine, reviewed)
    inherited = posts.inherited_authors(engine, reviewed)
    remembered = [
        post for post in found if any(said.remembrance for said in decided.get(post.id, ()))
    ]
    besides = (
        stored_of_remembrance(engine, setting, knowledge, remembered)
        if as_stored
        else {post.id: flags_of_remembrance(setting, knowledge, post) for post in remembered}
    )
    return [
        Case(
            post=post,
            market=setting.markets[post.content.market],
            channel=setting.channels[post.content.channel],
            edits=edits.get(post.id, ()),
            decisions=decided.get(post.id, ()),
            flags=flags.get(post.id, ()),
            holds=setting.holds,
            policy=setting.policy,
            carrier=carrier,
            now=now,
            inherited=inherited.get(post.id, frozenset()),
            hand_overs=handed.get(post.id, ()),
            flags_of_remembrance=besides.get(post.id, ()),
        )
        for post in found
    ]


def approved_ids(
    engine: Engine,
    knowledge: Knowledge,
    found: Sequence[Post],
    stored: Mapping[PostId, tuple[Flag, ...]] = NO_FLAGS,
) -> set[PostId]:
    """Return which of these versions stand approved, with the flags they have now.

    For what people are told: flags that are `stored` are not worked out again.
    """
    decided = decisions.of_posts(engine, [post.id for post in found])
    reviewed = [
        post
        for post in found
        if any(
            said.is_approval and said.fingerprint == post.fingerprint
            for said in decided.get(post.id, ())
        )
    ]
    if not reviewed:
        return set()
    setting = Setting.of(engine)
    missing = [post for post in reviewed if post.id not in stored]
    flags = {**stored, **present_flags(engine, setting, knowledge, missing)}
    gathered = gather(
        engine, setting, knowledge, reviewed, flags, now=datetime.now(UTC), as_stored=True
    )
    return {case.post.id for case in gathered if not review_refusals(case)}
