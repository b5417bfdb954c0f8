"""Asking again, of what was decided and handed over, what was asked when it was written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from app.domain.decision import Decision
from app.domain.export import Carrier
from app.domain.gate import Case, authors_now
from app.domain.person import Person
from app.domain.post import Post, PostId
from app.domain.suggestion import Answer
from app.storage import decisions, people, posts
from app.storage.engine import Engine, Row
from app.storage.markets import all_channels, all_markets
from app.storage.policy import policy
from app.storage.post_rows import posts_of
from app.storage.rows import read_for, readable_rows, tuple_of
from app.storage.schema.guards import GUARDED, By

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
    roles = _Roles(people.all_versions(engine))
    after = ""
    while decided := engine.read(
        """
        SELECT DISTINCT post_id FROM decision
        WHERE post_id > :after ORDER BY post_id LIMIT :limit
        """,
        after=after,
        limit=_SLICE,
    ):
        yield from _wrong_among(engine, [row["post_id"] for row in decided], roles)
        after = decided[-1]["post_id"]


def wrong_settings(engine: Engine) -> Iterator[str]:
    """Return which settings were changed by somebody who could not, as `severity_rule:RULE@MARKET`.

    Severities, days, words, duty and whatever else can raise a flag or take one away.
    """
    roles = _Roles(people.all_versions(engine))
    for guarded in GUARDED:
        if guarded.by in (By.REVIEWER, By.OWNER) and guarded.table != "decision":
            rows = engine.read(
                f"SELECT a.seq, a.actor, a.entity FROM {guarded.table} t"
                " JOIN audit a ON a.seq = t.seq ORDER BY a.seq"
            )
            for row in rows:
                if not roles.allow(guarded.by, row["actor"], row["seq"]):
                    yield row["entity"]


def wrong_answers(engine: Engine) -> Iterator[str]:
    """Return which answers to suggestions were not their giver's, as `suggestion_answer:ID`.

    Nobody accepts what they suggested or what another has written, or takes back another's; and
    what was accepted says what was suggested.
    """
    rows = engine.read(
        """
        SELECT e.entity, e.actor, m.actor AS author, s.fields,
          a.answer, r.editor, r.title, r.text, r.link, r.first_comment
        FROM suggestion_answer a
        JOIN audit e ON e.seq = a.seq
        LEFT JOIN suggestion s ON s.suggestion_id = a.suggestion_id AND s.post_id = a.post_id
        LEFT JOIN audit m ON m.seq = s.seq
        LEFT JOIN revision r
          ON r.post_id = a.post_id AND r.revision = a.revision AND r.seq > s.seq AND r.seq < a.seq
        ORDER BY a.seq
        """
    )
    return (row["entity"] for row in rows if not _is_right_answer(row))


def _is_right_answer(row: Row) -> bool:
    if row["author"] is None:
        return False
    is_own = bool(row["actor"] == row["author"])
    answer = str(row["answer"])
    if answer != Answer.ACCEPT:
        return is_own is (answer == Answer.WITHDRAW)
    with readable_rows():
        says_it = all(row.get(field) == after for field, _before, after in tuple_of(row["fields"]))
    return says_it and not is_own and bool(row["editor"] == row["actor"])


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
            standing = _standing(made.get(item["post_id"], ()), item)
            if not named or not standing.keys() >= set(named) or not _are_enough(standing):
                yield f"export_item:{item['export_id']}@{item['post_id']}"
        after = items[-1]["seq"]


def _standing(made: Iterable[Decision], item: Row) -> dict[int, Decision]:
    """Return the approvals of what left that no later no had ended by then, by their places."""
    earlier = [decision for decision in made if decision.seq < item["seq"]]
    last_no = max((decision.seq for decision in earlier if not decision.is_approval), default=0)
    return {
        decision.seq: decision
        for decision in earlier
        if decision.seq > last_no and decision.fingerprint == item["fingerprint"]
    }


def _are_enough(standing: Mapping[int, Decision]) -> bool:
    """Tell whether as many people approved as the last of them was asked for."""
    return len({one.reviewer for one in standing.values()}) >= standing[max(standing)].required


def _wrong_among(engine: Engine, ids: Sequence[PostId], roles: "_Roles") -> Iterator[str]:
    past = _Past(engine, ids)
    for post_id in ids:
        for decision in past.decisions.get(post_id, ()):
            may_review = roles.allow(By.REVIEWER, decision.reviewer, decision.seq)
            if not may_review or (decision.is_approval and past.is_own_work(decision)):
                yield f"decision:{post_id}@{decision.revision}"


class _Roles:
    """What people could do at which position of the audit."""

    def __init__(self, versions: Sequence[tuple[int, Person]]) -> None:
        self._versions = versions

    def allow(self, by: By, person: str, before: int) -> bool:
        """Tell whether a person was a reviewer, or an owner, just before a position."""
        then = [who for seq, who in self._versions if who.id == person and seq < before]
        return bool(then) and (then[-1].may_own if by is By.OWNER else then[-1].may_review)


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
