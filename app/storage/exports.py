"""The ledger of what has left, what is still queued at a scheduler, and what is being written."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain import wall_time
from app.domain.canonical import canonical_json
from app.domain.channel import ChannelId
from app.domain.export import ExportId, HandOver
from app.domain.person import PersonId
from app.domain.post import Fingerprint, PostId
from app.storage.chain import Entry, Head, Stamp, record, record_all
from app.storage.engine import Engine, Row
from app.storage.rows import read_for, readable_rows, tuple_of
from app.storage.settings import keep_setting, setting

UNFINISHED = "unfinished-exports"
"""The view setting that names exports whose folder has not yet got its name."""


@dataclass(frozen=True, slots=True)
class ExportItem:
    """One post in an export: which version, on whose approval, and where it stands."""

    post: PostId
    revision: int
    fingerprint: Fingerprint
    decisions: tuple[int, ...]
    """Places of the approvals in the audit."""
    file: str
    row: int
    instant: datetime


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """One export as the ledger has it."""

    id: ExportId
    preset: str
    folder: str
    manifest_sha: str
    head_before: Head
    seq: int
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An export that somebody began to write and has not finished."""

    export: ExportId
    folder: str
    """The absolute path that it gets in the end; names that are no UTF-8 as Python has them."""


@dataclass(frozen=True, slots=True)
class OpenAim:
    """What a hold can be aimed at of a post that lies at a scheduler."""

    post: PostId
    seq: int
    """Where the hand-over stands in the audit."""
    preset: str
    there: tuple[ChannelId, str]
    """Channel and campaign as it was handed over."""
    here: tuple[ChannelId, str]
    """The same as the post stands now."""


_EXPORTS = "SELECT e.*, a.actor, a.at FROM export e JOIN audit a ON a.seq = e.seq"


def record_export(
    engine: Engine,
    stamp: Stamp,
    *,
    export_id: ExportId,
    preset: str,
    folder: str,
    manifest_sha: str,
    head_before: Head,
    items: Sequence[ExportItem],
) -> None:
    """Write an export and all its items into the ledger, or raise the refusal of one of them."""
    row = {
        "id": export_id,
        "preset": preset,
        "folder": folder,
        "manifest_sha": manifest_sha,
        "head_seq": head_before.seq,
        "head_hash": head_before.hash,
    }
    entries = [Entry("export", "export", row)]
    entries += [Entry("hand over", "export_item", _item_row(export_id, item)) for item in items]
    record_all(engine, stamp, entries)


def exports(engine: Engine) -> tuple[ExportRecord, ...]:
    """Return all exports, oldest first."""
    with readable_rows():
        return tuple(_export_of(row) for row in engine.read(f"{_EXPORTS} ORDER BY e.seq"))


def export(engine: Engine, export_id: ExportId) -> ExportRecord | None:
    """Return one export, or nothing where the ledger has none of this id."""
    rows = engine.read(f"{_EXPORTS} WHERE e.id = :export_id", export_id=export_id)
    with readable_rows():
        return _export_of(rows[0]) if rows else None


def exports_by_id(engine: Engine, ids: Iterable[ExportId]) -> dict[ExportId, ExportRecord]:
    """Return those of these exports that the ledger has."""
    with readable_rows():
        found = map(_export_of, read_for(engine, f"{_EXPORTS} WHERE e.id IN {{these}}", ids))
        return {one.id: one for one in found}


def items_of(engine: Engine, export_id: ExportId) -> tuple[ExportItem, ...]:
    """Return what an export took along, in the order in which it was written."""
    sql = "SELECT * FROM export_item WHERE export_id = :export_id ORDER BY seq"
    with readable_rows():
        return tuple(_item_of(row) for row in engine.read(sql, export_id=export_id))


def hand_overs_of(engine: Engine, ids: Iterable[PostId]) -> dict[PostId, tuple[HandOver, ...]]:
    """Return every hand-over of the posts, oldest first; posts that never left are left out."""
    sql = "SELECT * FROM hand_over WHERE post_id IN {these} ORDER BY seq"
    return _by_post(read_for(engine, sql, ids))


def queued_among(engine: Engine, now: datetime, ids: Iterable[PostId]) -> tuple[PostId, ...]:
    """Return those of these posts that a scheduler may still send."""
    rows = read_for(
        engine,
        "SELECT post_id, instant FROM hand_over WHERE post_id IN {these} AND closed_seq IS NULL",
        ids,
    )
    moment = wall_time.stamp(now)
    return tuple(dict.fromkeys(row["post_id"] for row in rows if row["instant"] > moment))


def queued_between(engine: Engine, first: datetime, last: datetime) -> tuple[PostId, ...]:
    """Return what schedulers will send after one moment, up to another, the soonest first."""
    rows = engine.read(
        """
        SELECT post_id FROM hand_over
        WHERE closed_seq IS NULL AND instant > :first AND instant <= :last
        ORDER BY instant, seq
        """,
        first=wall_time.stamp(first),
        last=wall_time.stamp(last),
    )
    return tuple(dict.fromkeys(PostId(row["post_id"]) for row in rows))


def astray(engine: Engine, now: datetime, first: datetime, last: datetime) -> tuple[PostId, ...]:
    """Return what schedulers may still send from one moment to another, but is not so any more.

    The post was changed since, cancelled, put back to draft, or a reviewer has said no.
    """
    rows = engine.read(
        """
        SELECT h.post_id FROM hand_over h JOIN current_post p ON p.post_id = h.post_id
        WHERE h.closed_seq IS NULL AND h.instant > :now
          AND h.instant >= :first AND h.instant <= :last
          AND (p.fingerprint <> h.fingerprint OR p.cancelled = 1 OR p.ready = 0 OR EXISTS (
            SELECT 1 FROM decision d
            WHERE d.post_id = h.post_id AND d.seq > h.seq AND d.verdict <> 'approve'))
        ORDER BY h.instant, h.seq
        """,
        now=wall_time.stamp(now),
        first=wall_time.stamp(first),
        last=wall_time.stamp(last),
    )
    return tuple(PostId(row["post_id"]) for row in rows)


def open_aims(engine: Engine, now: datetime) -> list[OpenAim]:
    """Return channel and campaign of all that schedulers may still send, the soonest first."""
    rows = engine.read(
        """
        SELECT h.post_id, h.seq, h.preset, r.channel, r.campaign,
          p.channel AS channel_now, p.campaign AS campaign_now
        FROM hand_over h
        JOIN revision r ON r.post_id = h.post_id AND r.revision = h.revision
        JOIN current_post p ON p.post_id = h.post_id
        WHERE h.closed_seq IS NULL AND h.instant > :now
        ORDER BY h.instant, h.seq
        """,
        now=wall_time.stamp(now),
    )
    return [
        OpenAim(
            row["post_id"],
            row["seq"],
            row["preset"],
            (row["channel"], row["campaign"]),
            (row["channel_now"], row["campaign_now"]),
        )
        for row in rows
    ]


def words_of_closings(engine: Engine, post_id: PostId) -> dict[int, str]:
    """Return by place in the audit what people wrote who took the post out at a scheduler."""
    rows = engine.read(
        """
        SELECT c.seq, c.reason FROM export_item i
        JOIN hand_over_closed c ON c.export_id = i.export_id AND c.post_id = i.post_id
        WHERE i.post_id = :post_id
        """,
        post_id=post_id,
    )
    return {row["seq"]: row["reason"] for row in rows}


def close_hand_over(
    engine: Engine, stamp: Stamp, export_id: ExportId, post_id: PostId, reason: str
) -> None:
    """Note that a person took the post out at the scheduler, or that it never got there."""
    row = {"export_id": export_id, "post_id": post_id, "reason": reason}
    record(engine, stamp, "close", "hand_over_closed", row)


def unfinished(engine: Engine) -> tuple[Unfinished, ...]:
    """Return the exports whose folder has not yet got its name, oldest first."""
    try:
        kept = json.loads(setting(engine, UNFINISHED) or "{}")
        return tuple(Unfinished(ExportId(key), str(folder)) for key, folder in kept.items())
    except (ValueError, AttributeError, RecursionError):
        return ()  # no part of the history: somebody wrote into the file by hand


def keep_unfinished(engine: Engine, one: Unfinished) -> None:
    """Remember that an export is being written, until it is dropped."""
    with engine.write():
        _keep_unfinished(engine, [*_others(engine, one.export), one])


def drop_unfinished(engine: Engine, export_id: ExportId) -> None:
    """Forget an export that is finished or was removed."""
    with engine.write():
        _keep_unfinished(engine, _others(engine, export_id))


def _others(engine: Engine, export_id: ExportId) -> list[Unfinished]:
    return [one for one in unfinished(engine) if one.export != export_id]


def _keep_unfinished(engine: Engine, kept: Iterable[Unfinished]) -> None:
    # ASCII alone, so that even a path that is no UTF-8 can be kept
    keep_setting(engine, UNFINISHED, json.dumps({one.export: one.folder for one in kept}))


def _item_row(export_id: ExportId, item: ExportItem) -> Row:
    return {
        "export_id": export_id,
        "post_id": item.post,
        "revision": item.revision,
        "fingerprint": item.fingerprint,
        "decisions": canonical_json(item.decisions),
        "file": item.file,
        "file_row": item.row,
        "instant": wall_time.stamp(item.instant),
    }


def _item_of(row: Row) -> ExportItem:
    return ExportItem(
        post=row["post_id"],
        revision=row["revision"],
        fingerprint=row["fingerprint"],
        decisions=tuple_of(row["decisions"]),
        file=row["file"],
        row=row["file_row"],
        instant=wall_time.from_stamp(row["instant"]),
    )


def _export_of(row: Row) -> ExportRecord:
    return ExportRecord(
        id=row["id"],
        preset=row["preset"],
        folder=row["folder"],
        manifest_sha=row["manifest_sha"],
        head_before=Head(row["head_seq"], row["head_hash"]),
        seq=row["seq"],
        by=row["actor"],
        at=wall_time.from_stamp(row["at"]),
    )


def _by_post(rows: Iterable[Row]) -> dict[PostId, tuple[HandOver, ...]]:
    found: dict[PostId, list[HandOver]] = {}
    with readable_rows():
        for row in rows:
            hand_over = _hand_over_of(row)
            found.setdefault(hand_over.post, []).append(hand_over)
    return {post_id: tuple(hand_overs) for post_id, hand_overs in found.items()}


def _hand_over_of(row: Row) -> HandOver:
    return HandOver(
        export=row["export_id"],
        post=row["post_id"],
        revision=row["revision"],
        fingerprint=row["fingerprint"],
        preset=row["preset"],
        file=row["file"],
        row=row["file_row"],
        instant=wall_time.from_stamp(row["instant"]),
        is_closed=row["closed_seq"] is not None,
        seq=row["seq"],
    )
