"""Stop orders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hold import HeldPost, HoldId, Scope
from app.errors import ConflictError, MissingError, RefusedError
from app.storage import holds
from app.storage.audit import verify
from tests.app.storage.ground import NOW, desk_in_memory

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.tuples(st.sampled_from(Scope), TEXT, TEXT, TEXT | st.none()), max_size=4))
def test_every_hold_comes_back_as_it_was(team_file, many):
    with desk_in_memory(team_file) as desk:
        made = []
        post = desk.create()
        for scope, words, reason, lift_reason in many:
            target = post.id if scope is Scope.POST else words
            hold = holds.place(desk.engine, desk.stamp("ana"), scope, target, reason)
            assert (hold.scope, hold.target, hold.reason) == (scope, target, reason)
            if lift_reason is not None:
                hold = holds.lift(desk.engine, desk.stamp("ben"), hold.id, lift_reason)
                assert hold.lift_reason == lift_reason
            made.append(hold)
        assert holds.all_holds(desk.engine) == tuple(made)
        assert verify(desk.engine) == ()


def test_a_hold_tells_who_placed_and_who_lifted_it(desk):
    placed = desk.hold("ana", Scope.MARKET, "de")
    assert placed.is_active
    assert (placed.placed_by, placed.placed_at) == ("ana", NOW)
    lifted = desk.lift(placed, "ben")
    assert not lifted.is_active
    assert (lifted.lifted_by, lifted.lifted_at, lifted.lift_reason) == ("ben", NOW, "It is over")
    assert lifted.lifted_seq > lifted.placed_seq == placed.placed_seq


def test_a_planner_places_a_hold_and_cannot_lift_it(desk, engine):
    hold = desk.hold("ana")
    with pytest.raises(RefusedError, match="Only reviewers"):
        desk.lift(hold, "ana")
    assert holds.all_holds(engine) == (hold,)


def test_a_hold_is_lifted_once(desk):
    hold = desk.hold()
    desk.lift(hold)
    with pytest.raises(ConflictError):
        desk.lift(hold, "eva")


def test_a_hold_that_is_not_there_cannot_be_lifted(desk, engine):
    with pytest.raises(MissingError, match="no such hold"):
        holds.lift(engine, desk.stamp("ben"), HoldId("nowhere"), "")


def test_a_hold_of_one_post_tells_what_that_is_called_and_where_it_is(desk):
    post = desk.create()
    placed = desk.hold("ana", Scope.POST, post.id)
    assert placed.is_active
    assert placed.post == HeldPost("DE-0001", post.content.market)
    assert desk.hold("ana").post is None


def test_a_hold_of_one_post_is_lifted_once_and_by_a_reviewer(desk, engine):
    placed = desk.hold("ana", Scope.POST, desk.create().id)
    with pytest.raises(RefusedError, match="Only reviewers"):
        desk.lift(placed, "ana")
    lifted = desk.lift(placed, "ben")
    assert holds.all_holds(engine) == (lifted,)
    assert (lifted.lifted_by, lifted.lift_reason) == ("ben", "It is over")
    with pytest.raises(ConflictError):
        desk.lift(placed, "eva")
    assert verify(engine) == ()


def test_a_post_that_is_not_there_cannot_be_held(desk):
    with pytest.raises(MissingError):
        desk.hold("ana", Scope.POST, "nowhere")
