"""What happened to a post, in words."""

from datetime import timedelta

import pytest

from app.commands.decisions import refuse
from app.commands.exports import confirm_taken_out, export_posts
from app.commands.history import what_changed
from app.commands.posts import back_to_draft, cancel_posts, duplicate_posts, edit_post, put_in_tray
from tests.builders.calendars import (
    GERMANY,
    MARC,
    NOW,
    QUIET_DAY,
    act_as,
    approve_as,
    only,
    ready_post,
)
from tests.builders.domain import post
from tests.builders.moves import move_posts


def said(reader, post_id):
    return [(entry.who, entry.what) for entry in reader.history(post_id)]


def test_every_event_is_told_in_order_with_who_did_it(session, reader):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=1))
    session.undo()
    act_as(session, MARC)
    refuse(
        session,
        post_id=post_id,
        fingerprint=reader.post(post_id).post.fingerprint,
        note="The price is wrong.",
    )
    assert said(reader, post_id) == [
        ("Lena Brandt", "Written"),
        ("Lena Brandt", "Marked ready"),
        ("Marc Fournier", "Approved"),
        ("Lena Brandt", "Moved from Tue 16 Nov to Wed 17 Nov"),
        ("Lena Brandt", "Undo: Moved from Wed 17 Nov to Tue 16 Nov"),
        ("Marc Fournier", "Refused: The price is wrong."),
    ]


@pytest.fixture
def exported(session, reader, tmp_path):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=tmp_path,
    )
    return post_id


def test_an_export_is_part_of_the_history(reader, exported):
    assert said(reader, exported)[-1][1].startswith("Exported in buffer_DE")


def test_what_came_due_at_a_scheduler_is_told_once_its_time_has_passed(session, reader, exported):
    reader.clock = lambda: NOW + timedelta(days=20)
    assert said(reader, exported)[-1] == ("Buffer", "Due to go out")
    session.clock = reader.clock
    move_posts(session, post_ids=[exported], to_day=QUIET_DAY + timedelta(days=30))
    assert [what for _who, what in said(reader, exported)][-2:] == [
        "Due to go out",
        "Moved from Tue 16 Nov to Thu 16 Dec",
    ]


@pytest.mark.parametrize("change", [cancel_posts, put_in_tray, back_to_draft])
def test_what_should_not_have_gone_out_may_have(session, reader, exported, change):
    change(session, post_ids=[exported])
    reader.clock = lambda: NOW + timedelta(days=20)
    who, what = said(reader, exported)[-1]
    assert who == "Buffer"
    assert what.startswith("May have gone out as it was exported")


def test_a_persons_word_that_it_was_taken_out_is_told_with_what_they_wrote(
    session, reader, exported
):
    confirm_taken_out(session, post_id=exported, reason="Deleted from the queue")
    reader.clock = lambda: NOW + timedelta(days=20)
    assert said(reader, exported)[-1] == (
        "Lena Brandt",
        "Taken out of the scheduler's queue: Deleted from the queue",
    )


def test_a_copy_says_that_it_is_one(session, reader):
    copy = only(duplicate_posts(session, post_ids=[ready_post(session)]))
    assert said(reader, copy) == [("Lena Brandt", "Copied from another post")]


def test_small_changes_have_their_own_words(session, reader):
    post_id = ready_post(session)
    back_to_draft(session, post_ids=[post_id])
    put_in_tray(session, post_ids=[post_id])
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY)
    cancel_posts(session, post_ids=[post_id])
    session.undo()
    edit_post(session, post_id=post_id, base_revision=7, changes={"text": "Neu", "link": "x"})
    words = [what for _who, what in said(reader, post_id)][2:]
    assert words == [
        "Put back to draft",
        "Put in the tray",
        "Put on Tue 16 Nov",
        "Cancelled",
        "Undo: Brought back",
        "Changed link, text",
    ]


def test_a_change_of_the_time_alone_says_the_times():
    later = post(local=post().content.local + timedelta(hours=2))
    assert what_changed(post(), later) == "Moved from 10:30 to 12:30"
