"""What reviewers said about posts."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from app.domain import wall_time
from app.domain.canonical import canonical_json
from app.domain.decision import Decision, SeenFlag, Verdict
from app.domain.flag import Severity
from app.domain.person import PersonId
from app.domain.post import Fingerprint, PostId
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import read_for, readable_rows, tuple_of


def of_posts(engine: Engine, ids: Iterable[PostId]) -> dict[PostId, tuple[Decision, ...]]:
    """Return the decisions on each of the posts, oldest first; posts without any are left out."""
    sql = "SELECT * FROM decision WHERE post_id IN {these} ORDER BY seq"
    decisions: dict[PostId, list[Decision]] = {}
    with readable_rows():
        for row in read_for(engine, sql, ids):
            decision = _decision_of(row)
            decisions.setdefault(decision.post, []).append(decision)
    return {post_id: tuple(found) for post_id, found in decisions.items()}


def remembered(engine: Engine, ids: Iterable[PostId]) -> frozenset[PostId]:
    """Return which of some posts somebody has called the remembrance of their day."""
    sql = "SELECT DISTINCT post_id FROM decision WHERE post_id IN {these} AND remembrance = 1"
    return frozenset(PostId(row["post_id"]) for row in read_for(engine, sql, ids))


def decide(engine: Engine, stamp: Stamp, decision: Decision) -> Decision:
    """Save a decision on what a post is now; return it with its place and moment.

    Raises RefusedError for who may not decide, ConflictError where the post has changed.
    """
    seq = record(engine, stamp, decision.verdict.value, "decision", _row_of(stamp, decision))
    return replace(decision, seq=seq, at=wall_time.from_stamp(stamp.moment))


def _row_of(stamp: Stamp, decision: Decision) -> Row:
    return {
        "post_id": decision.post,
        "revision": decision.revision,
        "fingerprint": decision.fingerprint,
        "verdict": decision.verdict.value,
        "reviewer": decision.reviewer,
        "at": stamp.moment,
        "note": decision.note,
        "seen": canonical_json([_seen_row(flag) for flag in decision.seen]),
        "remembrance": int(decision.remembrance),
        "shown": canonical_json(decision.shown),
        "required": decision.required,
        "knowledge": decision.knowledge,
        "rules": decision.rules,
    }


def _seen_row(flag: SeenFlag) -> Row:
    return {
        "key": flag.key,
        "mark": flag.mark,
        "severity": int(flag.severity),
        "headline": flag.headline,
        "is_ticked": flag.is_ticked,
        "reason": flag.reason,
    }


def _decision_of(row: Row) -> Decision:
    return Decision(
        post=PostId(row["post_id"]),
        revision=row["revision"],
        fingerprint=Fingerprint(row["fingerprint"]),
        verdict=Verdict(row["verdict"]),
        reviewer=PersonId(row["reviewer"]),
        seq=row["seq"],
        at=wall_time.from_stamp(row["at"]),
        note=row["note"],
        seen=_all_seen(row["seen"]),
        remembrance=bool(row["remembrance"]),
        shown=_all_shown(row["shown"]),
        required=row["required"],
        knowledge=row["knowledge"],
        rules=row["rules"],
    )


@lru_cache(maxsize=4096)
def _all_seen(text: str) -> tuple[SeenFlag, ...]:
    """Return the flags that a text holds; the decisions on one day's posts hold much the same."""
    return tuple(_seen_of(seen) for seen in tuple_of(text))


@lru_cache(maxsize=4096)
def _all_shown(text: str) -> tuple[str, ...]:
    return tuple_of(text)


def _seen_of(row: Row) -> SeenFlag:
    return SeenFlag(**(row | {"severity": Severity(row["severity"])}))
