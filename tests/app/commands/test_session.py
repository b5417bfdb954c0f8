"""One open calendar: undo, redo, and who acts."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.commands.people import choose_person, save_person
from app.commands.posts import bring_back_posts, cancel_posts, create_post, edit_post, put_in_tray
from app.commands.session import Session, this_computer
from app.domain.person import Person, Role
from app.domain.post import EDITABLE_FIELDS
from app.errors import CalendarFileError, ConflictError, RefusedError
from app.storage import posts
from app.storage.chain import head
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    LENA,
    NORA,
    QUIET_DAY,
    act_as,
    knowledge,
    only,
    ready_post,
    team_session,
)
from tests.builders.moves import move_posts


def content_of(session, post_id):
    (post,) = posts.by_ids(session.engine, [post_id])
    return {field: post.value(field) for field in EDITABLE_FIELDS}


def revision_of(session, post_id):
    return posts.by_ids(session.engine, [post_id])[0].revision


def test_undo_and_redo_go_back_and_forth(session):
    post_id = ready_post(session)
    before = content_of(session, post_id)
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=1))
    after = content_of(session, post_id)
    session.undo()
    assert content_of(session, post_id) == before
    session.redo()
    assert content_of(session, post_id) == after
    session.undo()
    assert content_of(session, post_id) == before


def test_the_labels_say_what_would_be_undone_and_done_again(session):
    ready_post(session)
    assert session.steps.undo.label == "Mark DE-0001 ready"
    session.undo()
    assert session.steps.redo.label == "Mark DE-0001 ready"
    assert session.steps.undo.label.startswith("Create")


def test_nothing_done_is_nothing_to_undo(session):
    with pytest.raises(RefusedError, match="nothing to undo"):
        session.undo()
    with pytest.raises(RefusedError, match="nothing to redo"):
        session.redo()


def test_undo_of_a_new_post_takes_it_off_the_calendar_and_redo_brings_it_back(session):
    made = only(create_post(session, channel_id=DE_INSTAGRAM, local=None, text=BREAD))
    session.undo()
    assert posts.undated(session.engine) == []
    session.redo()
    assert [post.id for post in posts.undated(session.engine)] == [made]


def test_undo_reverts_only_its_own_fields(session, path):
    post_id = ready_post(session)
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=1))
    other = Session.open(path, knowledge(), origin="other@there")
    choose_person(other, person_id=NORA)
    edit_post(
        other, post_id=post_id, base_revision=revision_of(other, post_id), changes={"text": "Neu"}
    )
    other.close()
    session.undo()
    content = content_of(session, post_id)
    assert content["text"] == "Neu"
    assert content["local"] == datetime.combine(QUIET_DAY, time(10, 30))


def test_undo_leaves_alone_what_somebody_changed_since(session, path):
    post_id = ready_post(session)
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=1))
    other = Session.open(path, knowledge(), origin="other@there")
    choose_person(other, person_id=NORA)
    move_posts(other, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=3))
    other.close()
    with pytest.raises(RefusedError, match="changed again since"):
        session.undo()
    assert content_of(session, post_id)["local"].date() == QUIET_DAY + timedelta(days=3)


def test_undo_takes_no_new_post_away_that_somebody_has_changed_since(session, path):
    made = only(create_post(session, channel_id=DE_INSTAGRAM, local=None, text=BREAD))
    other = Session.open(path, knowledge(), origin="other@there")
    choose_person(other, person_id=NORA)
    edit_post(other, post_id=made, base_revision=1, changes={"text": "Neu"})
    other.close()
    with pytest.raises(RefusedError, match="changed again since"):
        session.undo()
    assert [post.content.text for post in posts.undated(session.engine)] == ["Neu"]


def test_nobody_acts_before_they_say_who_they_are(path):
    team_session(path).close()
    session = Session.open(path, knowledge())
    with pytest.raises(RefusedError, match="Choose who you are"):
        create_post(session, channel_id=DE_INSTAGRAM, local=None)
    session.close()


def test_who_was_taken_off_the_team_meanwhile_cannot_act(session, path):
    other = Session.open(path, knowledge(), origin="other@there")
    choose_person(other, person_id=NORA)
    save_person(other, person=Person(LENA, "Lena Brandt", Role.PLANNER, is_active=False))
    other.close()
    with pytest.raises(RefusedError, match="no longer part"):
        create_post(session, channel_id=DE_INSTAGRAM, local=None)


def test_another_person_cannot_undo_what_i_did(session):
    ready_post(session)
    act_as(session, NORA)
    assert session.steps.undo.label == ""


def test_a_calendar_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CalendarFileError, match="gone"):
        Session.open(tmp_path / "gone.countersign", knowledge())


def test_the_audit_knows_account_and_computer():
    account, _at, computer = this_computer().partition("@")
    assert account
    assert computer


DAYS = st.dates(date(2027, 11, 2), date(2028, 2, 1))
ACTIONS = st.one_of(
    st.tuples(st.just("move"), DAYS),
    st.tuples(st.just("edit"), st.text(max_size=12)),
    st.tuples(st.just("tray"), st.none()),
    st.tuples(st.just("cancel"), st.none()),
    st.tuples(st.just("bring back"), st.none()),
    st.tuples(st.just("create"), st.text(max_size=12)),
)


def do(session, post_id, action):
    kind, value = action
    if kind == "move":
        with suppress(ConflictError):  # a cancelled post stands on no calendar
            move_posts(session, post_ids=[post_id], to_day=value)
    elif kind == "edit":
        revision = revision_of(session, post_id)
        edit_post(session, post_id=post_id, base_revision=revision, changes={"text": value})
    elif kind == "tray":
        put_in_tray(session, post_ids=[post_id])
    elif kind == "cancel":
        cancel_posts(session, post_ids=[post_id])
    elif kind == "bring back":
        bring_back_posts(session, post_ids=[post_id])
    else:
        create_post(session, channel_id=DE_INSTAGRAM, local=None, text=value)


@settings(max_examples=15)
@given(st.lists(ACTIONS, min_size=1, max_size=6))
def test_undo_after_any_commands_restores_the_content(actions):
    with TemporaryDirectory() as folder:
        session = team_session(Path(folder) / "undo.countersign")
        post_id = ready_post(session)
        states = [content_of(session, post_id)]
        steps = len(session.undo_steps)
        for action in actions:
            do(session, post_id, action)
            if len(session.undo_steps) > steps + len(states) - 1:
                states.append(content_of(session, post_id))
        for state in reversed(states[:-1]):
            session.undo()
            assert content_of(session, post_id) == state
        for state in states[1:]:
            session.redo()
            assert content_of(session, post_id) == state
        session.close()


def test_a_session_knows_what_it_has_written_and_nothing_that_was_not_saved(session):
    session.take_written()
    before = head(session.engine).seq
    with session.writing():
        ready_post(session)
        ready_post(session)
    after = head(session.engine).seq
    with suppress(ZeroDivisionError), session.writing():
        ready_post(session)
        raise ZeroDivisionError
    with session.writing():
        pass
    assert session.take_written() == ((before, after),)
    assert session.take_written() == ()
