"""What goes out next."""

from datetime import UTC, datetime, time, timedelta

import pytest

from app.commands.exports import export_posts
from app.commands.holds import place_hold
from app.commands.leaving import Fate
from app.commands.posts import back_to_draft, cancel_posts
from app.domain.hold import Scope
from tests.builders.calendars import (
    DE_INSTAGRAM,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    QUIET_DAY,
    approve_as,
    ready_post,
)
from tests.builders.moves import move_posts

MORNING = datetime.combine(QUIET_DAY, time(5), UTC)
NEXT_DAY, LATER = QUIET_DAY + timedelta(days=1), QUIET_DAY + timedelta(days=9)


@pytest.fixture
def posts(session, reader, tmp_path):
    """One post at Buffer, one approved, one that waits, all of one day."""
    queued, approved, waiting = (
        ready_post(session, text=text) for text in ("Brot", "Tee", "Kaffee")
    )
    for post_id in (queued, approved):
        approve_as(session, reader, post_id)
    back_to_draft(session, post_ids=[approved])
    export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=tmp_path,
    )
    session.undo()
    reader.clock = lambda: MORNING
    return queued, approved, waiting


def fates(reader):
    return {one.card.id: one.fate for one in reader.leaving()}


def test_each_post_says_what_becomes_of_it(reader, posts):
    queued, approved, waiting = posts
    assert fates(reader) == {queued: Fate.QUEUED, approved: Fate.READY, waiting: Fate.LATE}


def test_what_was_moved_at_a_scheduler_stands_where_both_of_them_will_send_it(
    session, reader, posts
):
    queued = posts[0]
    move_posts(session, post_ids=[queued], to_day=NEXT_DAY)
    there, here = [one for one in reader.leaving() if one.card.id == queued]
    assert (there.fate, there.local.date()) == (Fate.RECALL, QUIET_DAY)
    assert there.recall is not None
    assert (here.fate, here.local.date()) == (Fate.LATE, NEXT_DAY)
    assert there.key != here.key


def test_a_hold_is_said_once_for_each_post_and_what_lies_there_must_come_out(
    session, reader, posts
):
    queued, approved, waiting = posts
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Fire")
    assert fates(reader) == {queued: Fate.RECALL, approved: Fate.HELD, waiting: Fate.HELD}
    assert len(reader.leaving()) == 3


def test_a_cancelled_post_goes_out_only_where_a_scheduler_still_has_it(session, reader, posts):
    cancel_posts(session, post_ids=posts)
    assert fates(reader) == {posts[0]: Fate.RECALL}


def test_it_looks_two_days_ahead_and_a_little_back(session, reader, posts):
    far, soon = ready_post(session, day=LATER), ready_post(session, "Salz", day=NEXT_DAY)
    assert far not in fates(reader)
    assert soon in fates(reader)
    reader.clock = lambda: MORNING + timedelta(hours=6)
    queued, approved, waiting = posts
    assert fates(reader) == {
        queued: Fate.SENT,
        approved: Fate.MISSED,
        waiting: Fate.MISSED,
        soon: Fate.LATE,
    }
    assert [one.is_past for one in reader.leaving()] == [True, True, True, False]
    reader.clock = lambda: MORNING + timedelta(hours=20)
    assert set(fates(reader)) == {soon}


def test_they_come_in_the_order_of_the_clock_of_the_world(session, reader, posts):
    french = ready_post(session, "Pain", channel=FR_INSTAGRAM, clock=time(9, 0))
    german = ready_post(session, "Zucker", channel=DE_INSTAGRAM, clock=time(9, 0))
    found = reader.leaving()
    assert [one.card.id for one in found][:2] == [german, french]
    assert found[0].instant == datetime.combine(QUIET_DAY, time(8), UTC)
    assert [one.card.market for one in found[:2]] == [GERMANY, FRANCE]
