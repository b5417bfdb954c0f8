"""What a planner can do to posts, and what it does to their approval."""

import os
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from app.commands.markets import save_market
from app.commands.posts import (
    back_to_draft,
    bring_back_posts,
    cancel_posts,
    create_post,
    edit_post,
    mark_ready,
    new_ids,
    put_in_tray,
    restore_version,
)
from app.commands.setting import Setting
from app.commands.views import Stage
from app.domain.channel import ChannelId
from app.domain.medium import Medium
from app.errors import ConflictError, InvalidInputError, MissingError, RefusedError
from app.storage import imported
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    DE_PUSH,
    FR_INSTAGRAM,
    GERMANY,
    LENA,
    MARC,
    NORA,
    QUIET_DAY,
    act_as,
    approve_as,
    only,
    ready_post,
)
from tests.builders.moves import copy_posts, move_posts


def card(reader, post_id):
    (found,) = reader.cards_of([post_id])
    return found


def test_ids_of_many_posts_are_all_different_and_the_system_is_asked_for_them_once(monkeypatch):
    asked, ask = [], os.urandom
    monkeypatch.setattr(os, "urandom", lambda count: asked.append(count) or ask(count))
    ids = new_ids(1_000)
    assert len(set(ids)) == 1_000
    assert asked == [16_000]
    assert all(UUID(one).version == 4 for one in ids)
    assert new_ids(0) == []


def test_a_new_post_is_an_unapproved_draft_with_a_short_name(session, reader):
    made = only(create_post(session, channel_id=DE_INSTAGRAM, local=None, text=BREAD))
    shown = card(reader, made)
    assert (shown.name, shown.stage, shown.language, shown.zone) == (
        "DE-0001",
        Stage.DRAFT,
        "de",
        "Europe/Berlin",
    )
    assert not shown.is_approved


def test_a_post_on_an_unknown_channel_is_refused(session):
    with pytest.raises(MissingError, match="choose another"):
        create_post(session, channel_id=ChannelId("gone"), local=None)


@pytest.mark.parametrize(
    "change", [{"text": BREAD + "!"}, {"link": "https://solvane.example"}, {"tags": ("brot",)}]
)
def test_every_edit_of_what_leaves_ends_the_approval(session, reader, approved, change):
    revision = card(reader, approved).revision
    changes = edit_post(session, post_id=approved, base_revision=revision, changes=change)
    assert changes.ended_approvals == 1
    assert not card(reader, approved).is_approved


def test_an_edit_of_the_inner_name_keeps_the_approval(session, reader, approved):
    revision = card(reader, approved).revision
    edit_post(session, post_id=approved, base_revision=revision, changes={"name": "Rye"})
    assert card(reader, approved).is_approved


def test_an_edit_of_an_old_version_is_refused_and_changes_nothing(session, reader, approved):
    old = card(reader, approved).revision
    edit_post(session, post_id=approved, base_revision=old, changes={"text": "Erst"})
    with pytest.raises(ConflictError, match="DE-0001 was changed by somebody else"):
        edit_post(session, post_id=approved, base_revision=old, changes={"text": "Dann"})
    assert card(reader, approved).text == "Erst"


@pytest.mark.parametrize("field", ["market", "zone", "revision", "nonsense"])
def test_an_edit_cannot_reach_what_is_not_the_planners(session, reader, approved, field):
    with pytest.raises(InvalidInputError, match=field):
        edit_post(
            session,
            post_id=approved,
            base_revision=card(reader, approved).revision,
            changes={field: "x"},
        )


def test_an_edit_can_choose_another_channel_of_the_market_only(session, reader, approved):
    revision = card(reader, approved).revision
    with pytest.raises(InvalidInputError, match="Move to"):
        edit_post(
            session, post_id=approved, base_revision=revision, changes={"channel": FR_INSTAGRAM}
        )
    edit_post(session, post_id=approved, base_revision=revision, changes={"channel": DE_PUSH})
    assert card(reader, approved).channel.id == DE_PUSH


def test_characters_that_nothing_can_hold_are_left_out(session, reader):
    post_id = ready_post(session, text="Brot\0 und \ud800Butter")
    assert card(reader, post_id).text == "Brot und Butter"


def test_a_duplicate_is_an_unapproved_draft_that_keeps_its_authors(session, reader, approved):
    act_as(session, MARC)
    copy = only(copy_posts(session, post_ids=[approved], to_day=date(2027, 11, 18)))
    shown = card(reader, copy)
    assert (shown.stage, shown.local) == (Stage.DRAFT, datetime(2027, 11, 18, 10, 30))
    assert reader.post(copy).authors == {LENA, MARC}
    assert card(reader, approved).is_approved


def test_an_author_cannot_approve_their_own_words_by_way_of_a_copy(session, reader):
    act_as(session, MARC)
    original = ready_post(session)
    act_as(session, LENA)
    copy = only(copy_posts(session, post_ids=[original], to_day=date(2027, 11, 18)))
    mark_ready(session, post_ids=[copy])
    with pytest.raises(RefusedError, match="another reviewer"):
        approve_as(session, reader, copy, by=MARC)


def test_the_tray_takes_a_date_away_and_undo_gives_it_back(session, reader, approved):
    put_in_tray(session, post_ids=[approved])
    assert [one.id for one in reader.tray()] == [approved]
    session.undo()
    assert reader.tray() == ()
    assert card(reader, approved).is_approved


def test_a_cancelled_post_leaves_the_calendar_and_undo_brings_it_back(session, reader, approved):
    cancel_posts(session, post_ids=[approved])
    assert reader.cards(QUIET_DAY, QUIET_DAY) == ()
    session.undo()
    assert [one.id for one in reader.cards(QUIET_DAY, QUIET_DAY)] == [approved]


def test_back_in_draft_a_post_is_not_approved(session, reader, approved):
    back_to_draft(session, post_ids=[approved])
    assert card(reader, approved).stage is Stage.DRAFT
    assert not card(reader, approved).is_approved


def test_an_older_version_comes_back_as_the_next_one(session, reader, approved):
    edit_post(
        session,
        post_id=approved,
        base_revision=card(reader, approved).revision,
        changes={"text": "Neu"},
    )
    with pytest.raises(ConflictError):
        restore_version(session, post_id=approved, base_revision=2, revision=2)
    restore_version(session, post_id=approved, base_revision=3, revision=2)
    shown = card(reader, approved)
    assert (shown.text, shown.revision, shown.stage) == (BREAD, 4, Stage.DRAFT)
    assert not shown.is_approved
    assert reader.history(approved)[-1].what == "Restored an older version"
    assert imported.pasts(session.engine, [approved])[approved].restored == {4}


def a_later_zone(session, reader, post_id):
    """The version that comes back is no longer the same to the letter: its zone is another."""
    germany = Setting.of(session.engine).markets[GERMANY]
    act_as(session, NORA)
    save_market(session, market=replace(germany, zone="Europe/Vienna"))
    act_as(session, LENA)
    return 2


def somebody_moved_it(session, reader, post_id):
    """The version that comes back was written by somebody else, around the same words."""
    return 3


@pytest.mark.parametrize("what_else", [a_later_zone, somebody_moved_it])
def test_whoever_wrote_what_comes_back_cannot_approve_it(session, reader, what_else):
    act_as(session, MARC)
    post_id = ready_post(session)
    act_as(session, LENA)
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=1))
    edit_post(session, post_id=post_id, base_revision=3, changes={"text": "Neu"})
    approve_as(session, reader, post_id, by=NORA)
    older = what_else(session, reader, post_id)
    base = card(reader, post_id).revision
    restore_version(session, post_id=post_id, base_revision=base, revision=older)
    mark_ready(session, post_ids=[post_id])
    assert MARC in reader.post(post_id).authors
    with pytest.raises(RefusedError, match="another reviewer"):
        approve_as(session, reader, post_id, by=MARC)


def test_a_cancelled_post_comes_back_as_a_draft_and_others_stay(session, reader, approved):
    other = ready_post(session)
    cancel_posts(session, post_ids=[approved])
    assert bring_back_posts(session, post_ids=[approved, other]).posts == {approved}
    shown = card(reader, approved)
    assert (shown.is_cancelled, shown.stage) == (False, Stage.DRAFT)
    session.undo()
    assert card(reader, approved).is_cancelled


def test_a_version_that_never_was_cannot_come_back(session, approved):
    with pytest.raises(MissingError, match="no version 9"):
        restore_version(session, post_id=approved, base_revision=2, revision=9)


@pytest.mark.parametrize(
    "changes",
    [
        {"ready": "yes"},
        {"tags": "ab"},
        {"options": {"board": "Brot"}},
        {"local": datetime(1, 1, 1, 9)},
        {"text": None},
    ],
)
def test_what_cannot_stand_in_a_field_is_refused(session, approved, changes):
    with pytest.raises(InvalidInputError):
        edit_post(session, post_id=approved, base_revision=2, changes=changes)


def test_a_picture_that_the_calendar_does_not_keep_is_refused(session, approved):
    with pytest.raises(MissingError, match="add it again"):
        edit_post(
            session,
            post_id=approved,
            base_revision=2,
            changes={"media": (Medium(digest="a" * 64),)},
        )


def test_a_change_that_changes_nothing_writes_nothing(session, reader, approved):
    before = card(reader, approved).revision
    mark_ready(session, post_ids=[approved])
    assert card(reader, approved).revision == before
