"""The ledger of what has left."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.decision import Verdict
from app.domain.export import ExportId, HandOver
from app.domain.post import PostId
from app.errors import ConflictError, MissingError, RefusedError
from app.storage import exports
from app.storage.audit import head, verify
from app.storage.exports import ExportItem, ExportRecord
from tests.app.storage.ground import DIGEST, MONDAY, NOW

LATEST = datetime.max.replace(tzinfo=UTC)
INSTANT = "2030-03-04T08:30:00.000Z"


def test_an_export_and_its_items_come_back_as_they_were(desk, engine):
    before = head(engine)
    first, second = desk.approved(), desk.approved()
    anchor = head(engine)
    export_id = desk.export(first, second)
    (record,) = exports.exports(engine)
    assert record == ExportRecord(
        export_id, "buffer", "exports/1", DIGEST, anchor, anchor.seq + 1, "ana", NOW
    )
    one, two = exports.items_of(engine, export_id)
    assert (one.post, one.row, two.post, two.row) == (first.id, 1, second.id, 2)
    assert one == ExportItem(
        first.id, 1, first.fingerprint, one.decisions, "de-ig.csv", 1, first.content.instant
    )
    assert before.seq < one.decisions[0] < record.seq
    assert verify(engine) == ()


def test_an_export_is_written_whole_or_not_at_all(desk, engine):
    good, bad = desk.approved(), desk.create()
    before = head(engine)
    with pytest.raises(RefusedError, match="not approved"):
        desk.export(good, bad)
    assert head(engine) == before
    desk.export(good)


def test_an_export_is_recorded_once(desk):
    desk.export(desk.approved())
    with pytest.raises(ConflictError):
        desk.export(desk.approved())


def test_an_export_knows_the_history_before_it(desk, engine):
    with pytest.raises(ConflictError, match="export again"):
        exports.record_export(
            engine,
            desk.stamp("ana"),
            export_id=ExportId("x"),
            preset="",
            folder="",
            manifest_sha=DIGEST,
            head_before=exports.Head(1, DIGEST),
            items=[],
        )


def test_a_hand_over_is_open_until_its_time_has_passed_or_somebody_closes_it(desk, engine):
    post, other = desk.approved(), desk.approved()
    export_id = desk.export(post, other)
    still_open = HandOver(
        export_id,
        post.id,
        1,
        post.fingerprint,
        "buffer",
        "de-ig.csv",
        1,
        post.content.instant,
        seq=head(engine).seq - 1,
    )
    assert exports.hand_overs_of(engine, [post.id]) == {post.id: (still_open,)}
    both = [post.id, other.id]
    assert set(exports.queued_among(engine, NOW, both)) == {post.id, other.id}
    assert exports.queued_among(engine, post.content.instant, both) == ()
    just_before = post.content.instant - timedelta(milliseconds=1)
    assert set(exports.queued_among(engine, just_before, both)) == {post.id, other.id}
    exports.close_hand_over(engine, desk.stamp("ana"), export_id, post.id, "Taken out in Buffer")
    assert exports.queued_among(engine, NOW, both) == (other.id,)
    (closed,) = exports.hand_overs_of(engine, [post.id])[post.id]
    assert closed.is_closed


def test_a_hand_over_is_closed_once_and_only_where_there_is_one(desk, engine):
    post = desk.approved()
    export_id = desk.export(post)
    exports.close_hand_over(engine, desk.stamp("ana"), export_id, post.id, "")
    with pytest.raises(ConflictError):
        exports.close_hand_over(engine, desk.stamp("ana"), export_id, post.id, "")
    with pytest.raises(MissingError):
        exports.close_hand_over(engine, desk.stamp("ana"), export_id, PostId("post-404"), "")


def test_posts_that_never_left_are_left_out(desk, engine):
    assert exports.hand_overs_of(engine, [desk.create().id]) == {}


def test_what_is_not_so_any_more_at_a_scheduler_is_found(desk, engine):
    same, moved, cancelled, draft, refused, closed = (desk.approved() for _number in range(6))
    export_id = desk.export(same, moved, cancelled, draft, refused, closed)
    assert exports.astray(engine, NOW, NOW, LATEST) == ()
    desk.edit("ana", same, name="Only inside")
    desk.edit("ana", moved, local=MONDAY + timedelta(days=1))
    desk.edit("ana", cancelled, cancelled=True)
    desk.edit("ana", draft, ready=False)
    desk.decide("ben", refused, Verdict.REFUSE)
    desk.edit("ana", closed, text="Other")
    exports.close_hand_over(engine, desk.stamp("ana"), export_id, closed.id, "Deleted there")
    assert exports.astray(engine, NOW, NOW, LATEST) == (
        moved.id,
        cancelled.id,
        draft.id,
        refused.id,
    )
    there = moved.content.instant
    assert exports.astray(engine, NOW, there + timedelta(seconds=1), LATEST) == ()
    assert exports.astray(engine, NOW, NOW, there - timedelta(seconds=1)) == ()
    assert exports.astray(engine, there, NOW, LATEST) == ()
    assert exports.words_of_closings(engine, closed.id) == {head(engine).seq: "Deleted there"}
    assert set(exports.exports_by_id(engine, [export_id, ExportId("none")])) == {export_id}


def test_what_lies_at_a_scheduler_is_told_as_it_lies_there_and_as_it_stands_now(desk, engine):
    post = desk.approved(campaign="spring")
    desk.export(post)
    desk.edit("ana", post, channel="de-x", campaign="summer")
    (one,) = exports.open_aims(engine, NOW)
    assert (one.post, one.preset) == (post.id, "buffer")
    assert (one.there, one.here) == (("de-ig", "spring"), ("de-x", "summer"))
    assert exports.open_aims(engine, post.content.instant) == []


def test_of_some_posts_those_are_named_that_a_scheduler_may_still_send(desk, engine):
    queued, closed, never = desk.approved(), desk.approved(), desk.create()
    ids = [never.id, closed.id, queued.id]
    export_id = desk.export(queued, closed)
    exports.close_hand_over(engine, desk.stamp("ana"), export_id, closed.id, "Deleted")
    assert exports.queued_among(engine, NOW, ids) == (queued.id,)
    assert exports.queued_among(engine, queued.content.instant, ids) == ()
