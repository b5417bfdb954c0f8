"""The companions of posts as a calendar has them, and whom a change of a post touches."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.commands.setting import Setting
from app.domain.companion import Companion, Correction, counting
from app.domain.decision import Decision
from app.domain.person import PersonId
from app.domain.post import Post, PostId, short_name
from app.risks.company import Company, Glimpse, glimpse_of, idea_of, plain
from app.storage import companions, decisions, people, posts
from app.storage.companions import Wording
from app.storage.engine import Engine
from app.wording import _

NO_NAMES: Mapping[PostId, str] = {}


def companions_of(
    engine: Engine, setting: Setting, found: Sequence[Post], names: Mapping[PostId, str] = NO_NAMES
) -> dict[PostId, tuple[Companion, ...]]:
    """Return for each post the others that count beside it; most have none and are left out.

    What is found stands for itself, also where it is not in the calendar yet, or not like this;
    `names` says what people call those, such as `Row 12`.
    """
    standings = companions.standings(engine, found)
    asking = [post for post in found if not (post.cancelled or standings[post.id].is_settled)]
    if not asking:
        return {}
    met = _met(engine, asking)
    families = _families(engine, asking, found)
    known = {post.id: post for family in families.values() for post in family}
    known |= {post.id: post for post in found}
    missing = {post_id for ids in met.values() for post_id in ids} - known.keys()
    known |= {post.id: post for post in posts.by_ids(engine, missing)}
    ids = {
        post.id: met.get(post.id, frozenset()) | {other.id for other in families.get(post.id, ())}
        for post in asking
    }
    others = {post_id: known[post_id] for others in ids.values() for post_id in others}
    if not others:
        return {}
    standings |= companions.standings(
        engine, (post for post in others.values() if post.id not in standings)
    )
    histories = _histories(engine, families)
    called = {post.id: names.get(post.id) or _name(setting, post) for post in others.values()}
    introduced: dict[PostId, tuple[Companion, ...]] = {}
    for post in asking:
        siblings = {other.id for other in families.get(post.id, ())}
        each = [
            _sibling(
                post, Companion(others[post_id], called[post_id], standings[post_id]), histories
            )
            if post_id in siblings
            else Companion(others[post_id], called[post_id], standings[post_id])
            for post_id in ids[post.id]
        ]
        each.sort(key=lambda other: other.name)
        if counted := counting(standings[post.id], each):
            introduced[post.id] = counted
    return introduced


def touched_by(engine: Engine, before: Sequence[Post], after: Sequence[Post]) -> frozenset[PostId]:
    """Return the other posts whose flags a change can touch: met before it or now, and siblings.

    `before` and `after` go side by side and `after` is saved. Posts that stand approved as their
    reviewers saw them are left out: nothing touches those.
    """
    changed = [
        (old, new)
        for old, new in zip(before, after, strict=True)
        if old.revision and old.id == new.id
    ]
    present = (*(old for old, _new in changed), *after)
    points = [seen for post in present if (seen := glimpse_of(post))]
    company = Company(companions.around(engine, points).values())
    met = {post_id for one in points for post_id in company.met_by(one)}
    told = [post for old, new in changed if _matters_to_siblings(old, new) for post in (old, new)]
    found = {other.id: other for other in companions.siblings(engine, told)} if told else {}
    own = {post.id for post in after}
    others = [
        *(post for post in found.values() if post.id not in own),
        *posts.by_ids(engine, met - own - found.keys()),
    ]
    standings = companions.standings(engine, others)
    return frozenset(post.id for post in others if not standings[post.id].is_settled)


def touched_by_decision(engine: Engine, decided: Post) -> frozenset[PostId]:
    """Return the others whose flags a decision about a post can touch: siblings, and those met.

    Only what is approved makes a habit of saying the same again.
    """
    seen = glimpse_of(decided)
    points = [] if seen is None else [seen]
    company = Company(companions.around(engine, points).values())
    met = {post_id for one in points for post_id in company.met_by(one)}
    found = {post.id: post for post in companions.siblings(engine, [decided])}
    found |= {post.id: post for post in posts.by_ids(engine, met - found.keys())}
    found.pop(decided.id, None)
    standings = companions.standings(engine, found.values())
    return frozenset(post_id for post_id in found if not standings[post_id].is_settled)


def _met(engine: Engine, asking: Sequence[Post]) -> Mapping[PostId, frozenset[PostId]]:
    seen = {post.id: glimpse_of(post) for post in asking}
    points = [one for one in seen.values() if one is not None]
    there: dict[PostId, Glimpse | None] = {**companions.around(engine, points), **seen}
    company = Company(one for one in there.values() if one is not None)
    return {one.id: company.nearest_to(one) for one in points}


def _families(
    engine: Engine, asking: Sequence[Post], found: Sequence[Post]
) -> Mapping[PostId, tuple[Post, ...]]:
    """Return the siblings of each post that has any."""
    members = {post.id: post for post in companions.siblings(engine, asking)}
    members |= {post.id: post for post in found}
    ideas: defaultdict[str, list[Post]] = defaultdict(list)
    for post in members.values():
        if not post.cancelled:
            ideas[idea_of(post)].append(post)
    families: dict[PostId, tuple[Post, ...]] = {}
    for post in asking:
        others = tuple(other for other in ideas[idea_of(post)] if other.id != post.id)
        if others:
            families[post.id] = others
    return families


@dataclass(frozen=True, slots=True)
class _Histories:
    """What siblings said one after the other, what was said of them, and who people are."""

    said: Mapping[PostId, tuple[Wording, ...]]
    decided: Mapping[PostId, tuple[Decision, ...]]
    names: Mapping[PersonId, str]


def _histories(engine: Engine, families: Mapping[PostId, tuple[Post, ...]]) -> _Histories:
    if not families:
        return _Histories({}, {}, {})
    ids = {*families, *(post.id for family in families.values() for post in family)}
    return _Histories(
        companions.wordings(engine, ids),
        decisions.of_posts(engine, ids),
        {person.id: person.name for person in people.all_people(engine)},
    )


def _sibling(post: Post, other: Companion, histories: _Histories) -> Companion:
    """Return a companion with what a sibling of a post is besides."""
    sibling = replace(other, is_sibling=True)
    own, theirs = histories.said.get(post.id, ()), histories.said.get(other.post.id, ())
    if not own or not theirs:  # one of them is in no calendar yet
        return sibling
    written, standing = _written(own), other.standing
    said_no = _no_since(written, other.post, histories.decided.get(other.post.id, ()))
    sibling = replace(
        sibling,
        sent_back=said_no.verdict if said_no else None,
        note=said_no.note if said_no else "",
    )
    if _same(own[-1], theirs[-1]):  # changed together, or taken back together: neither lags behind
        return sibling
    return replace(
        sibling,
        corrected=_correction(theirs, written, histories.names),
        left_behind=_correction(own, standing.arrived, histories.names)
        if standing.is_approved
        else None,
    )


def _correction(
    said: Sequence[Wording], since: int, names: Mapping[PersonId, str]
) -> Correction | None:
    """Return how a post was changed since a place in the audit, and since it was first ready.

    What was written before it was ready for the first time is drafting, and no correction.
    """
    ready = next((one.seq for one in said if one.is_ready), None)
    if ready is None:
        return None
    before = [one for one in said if one.seq <= max(since, ready)][-1]
    now = said[-1]
    if _same(before, now):
        return None
    written = _written(said)
    by = next(one.editor for one in said if one.seq == written)
    return Correction(before.text, now.text, names.get(by, ""))


def _written(said: Sequence[Wording]) -> int:
    """Return where in the audit a post came to say what it says now."""
    first = said[-1]
    for one in reversed(said):
        if not _same(one, first):
            break
        first = one
    return first.seq


def _same(one: Wording, other: Wording) -> bool:
    return one.text == other.text or plain("", one.text) == plain("", other.text)


def _no_since(since: int, other: Post, decided: Sequence[Decision]) -> Decision | None:
    """Return the no that stands on what a sibling says now, if it was said since."""
    last = decided[-1] if decided else None
    if last is None or last.is_approval or last.seq < since:
        return None
    return last if last.fingerprint == other.fingerprint else None


def _matters_to_siblings(before: Post, after: Post) -> bool:
    return any(
        before.value(field) != after.value(field)
        for field in ("title", "text", "first_comment", "ready", "cancelled", "idea")
    )


def _name(setting: Setting, post: Post) -> str:
    if not post.number:
        return _("another new post")
    return short_name(setting.markets[post.content.market].code, post.number)
