"""Asking again, of approvals and hand-overs of the past, what was asked when they were written."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from app.domain.decision import Decision
from app.domain.export import Carrier
from app.domain.gate import Case, authors_now
from app.domain.person import Person, PersonId
from app.domain.post import Post, PostId
from app.storage import decisions, people, posts
from app.storage.engine import Engine, Row
from app.storage.markets import all_channels, all_markets
from app.storage.policy import policy
from app.storage.post_rows import posts_of
from app.storage.rows import read_for, readable_rows, tuple_of

_SLICE = 200
_NO_CARRIER = Carrier("", frozenset(), 0)

_APPROVED_VERSIONS = """
    SELECT r.* FROM numbered_revision r
    WHERE r.post_id IN {these} AND EXISTS (
      SELECT 1 FROM decision d
      WHERE d.post_id = r.post_id AND d.revision = r.revision AND d.verdict = 'approve')
"""


def wrong_decisions(engine: Engine) -> Iterator[str]:
    """Return which decisions were not their giver's to make, as `decision:ID@REVISION`."""
    reviewers = _Reviewers(people.all_versions(engine))
    after = ""
    while decided := engine.read(
        """
        SELECT DISTINCT post_id FROM decision
        WHERE post_id > :after ORDER BY post_id LIMIT :limit
        """,
        after=after,
        limit=_SLICE,
    ):
        yield from _wrong_among(engine, [row["post_id"] for row in decided], reviewers)
        after = decided[-1]["post_id"]


def wrong_hand_overs(engine: Engine) -> Iterator[str]:
    """Return which hand-overs name no approval of what left, as `export_item:EXPORT@ID`."""
    after = 0
    while items := engine.read(
        "SELECT * FROM export_item WHERE seq > :after ORDER BY seq LIMIT :limit",
        after=after,
        limit=_SLICE,
    ):
        made = decisions.of_posts(engine, [item["post_id"] for item in items])
        for item in items:
            with readable_rows():
                named = tuple_of(item["decisions"])
            if not named or not _standing(made.get(item["post_id"], ()), item).issuperset(named):
                yield f"export_item:{item['export_id']}@{item['post_id']}"
        after = items[-1]["seq"]


def _standing(made: Iterable[Decision], item: Row) -> set[int]:
    """Return the places of the approvals of what left that no later no had ended by then."""
    earlier = [decision for decision in made if decision.seq < item["seq"]]
    last_no = max((decision.seq for decision in earlier if not decision.is_approval), default=0)
    return {
        decision.seq
        for decision in earlier
        if decision.seq > last_no and decision.fingerprint == item["fingerprint"]
    }


def _wrong_among(engine: Engine, ids: Sequence[PostId], reviewers: "_Reviewers") -> Iterator[str]:
    past = _Past(engine, ids)
    for post_id in ids:
        for decision in past.decisions.get(post_id, ()):
            may_review = reviewers.include(decision.reviewer, decision.seq)
            if not may_review or (decision.is_approval and past.is_own_work(decision)):
                yield f"decision:{post_id}@{decision.revision}"


class _Reviewers:
    """Who could review at which position of the audit."""

    def __init__(self, versions: Sequence[tuple[int, Person]]) -> None:
        self._versions = versions

    def include(self, person: PersonId, before: int) -> bool:
        """Tell whether a person was a reviewer or owner just before a position."""
        then = [who for seq, who in self._versions if who.id == person and seq < before]
        return bool(then) and then[-1].may_review


class _Past:
    """Some posts as they were at any position of the audit."""

    def __init__(self, engine: Engine, ids: Sequence[PostId]) -> None:
        self.decisions = decisions.of_posts(engine, ids)
        self._edits = posts.edits_of(engine, ids)
        self._inherited = posts.inherited_authors(engine, ids)
        self._markets = {market.id: market for market in all_markets(engine)}
        self._channels = {channel.id: channel for channel in all_channels(engine)}
        self._policy = policy(engine)
        approved = posts_of(read_for(engine, _APPROVED_VERSIONS, ids))
        self._versions = {(post.id, post.revision): post for post in approved}

    def is_own_work(self, approval: Decision) -> bool:
        """Tell whether an approval was of what its giver had written."""
        version = self._versions.get((approval.post, approval.revision))
        if version is None or version.fingerprint != approval.fingerprint:
            return True
        return approval.reviewer in authors_now(self._before(version, approval.seq))

    def _before(self, version: Post, seq: int) -> Case:
        post_id = version.id
        return Case(
            post=version,
            market=self._markets[version.content.market],
            channel=self._channels[version.content.channel],
            edits=tuple(edit for edit in self._edits[post_id] if edit.seq < seq),
            decisions=tuple(made for made in self.decisions[post_id] if made.seq < seq),
            flags=(),
            holds=(),
            policy=self._policy,
            carrier=_NO_CARRIER,
            now=datetime.now(UTC),
            inherited=self._inherited[post_id],
        )
