"""Changing a post together with its siblings that say the same."""

import pytest

from app.commands.alike import edit_alike
from app.commands.posts import edit_post
from app.errors import ConflictError, InvalidInputError
from tests.builders.calendars import (
    BREAD,
    DE_PUSH,
    FR_INSTAGRAM,
    MARC,
    approve_as,
    only,
    ready_post,
)
from tests.builders.moves import adapt_posts

LINK = "https://solvane.de/brot"


@pytest.fixture
def idea(session):
    """A post with a link, its sibling that says the same, and one that only has the link."""
    first = ready_post(session, link=LINK)
    push, french = (
        only(adapt_posts(session, post_ids=[first], to=channel))
        for channel in (DE_PUSH, FR_INSTAGRAM)
    )
    edit_post(session, post_id=french, base_revision=1, changes={"text": "Du pain"})
    return first, push, french


def seen(reader, *ids):
    return {post_id: reader.post(post_id).post.revision for post_id in ids}


def change(session, reader, post_id, others, **changes):
    return edit_alike(
        session,
        post_id=post_id,
        base_revision=reader.post(post_id).post.revision,
        changes=changes,
        others=others,
    )


def test_only_fields_that_say_the_same_are_offered_and_what_is_empty_never(reader, idea):
    first, push, french = idea
    offered = reader.alike(first, {"text", "link", "title", "notes"})
    assert {one.card.id: one.fields for one in offered} == {
        push: ("text", "link"),
        french: ("link",),
    }
    assert [one.market for one in offered] == ["Germany", "France"]
    same = {sibling.card.id: sibling.same for sibling in reader.post(first).siblings}
    assert same == {push: ("text", "link"), french: ("link",)}


def test_siblings_change_where_they_said_the_same_and_nowhere_else(session, reader, idea):
    first, push, french = idea
    changes = change(
        session, reader, first, seen(reader, push, french), text="Neu", link=f"{LINK}/2", notes="x"
    )
    assert changes.label == "Change DE-0001 and 2 siblings"
    posts = [reader.post(post_id).post for post_id in idea]
    assert [post.content.text for post in posts] == ["Neu", "Neu", "Du pain"]
    assert {post.content.link for post in posts} == {f"{LINK}/2"}
    assert [post.notes for post in posts] == ["x", "", ""]


def test_one_step_takes_all_of_it_back(session, reader, idea):
    first, push, french = idea
    before = [reader.post(post_id).post.content for post_id in idea]
    change(session, reader, first, seen(reader, push, french), text="Neu", link="")
    session.undo()
    assert [reader.post(post_id).post.content for post_id in idea] == before


def test_whose_approval_ends_is_said_before_and_is_so_after(session, reader, idea):
    first, push, _french = idea
    edit_post(session, post_id=push, base_revision=1, changes={"ready": True})
    approve_as(session, reader, push)
    (offered,) = reader.alike(first, {"text"})
    assert offered.approvers == (MARC,)
    changes = change(session, reader, first, seen(reader, push), text="Neu")
    assert changes.ended_approvals == 1
    assert not reader.post(push).card.is_approved


def test_a_sibling_that_somebody_changed_meanwhile_stops_all_of_it(session, reader, idea):
    first, push, _french = idea
    others = seen(reader, push)
    edit_post(session, post_id=push, base_revision=1, changes={"text": "Anders"})
    with pytest.raises(ConflictError, match="DE-0002 was changed by somebody else"):
        change(session, reader, first, others, text="Neu")
    assert reader.post(first).post.content.text == BREAD


def test_what_an_edit_refuses_is_refused_for_all(session, reader, idea):
    first, push, _french = idea
    with pytest.raises(InvalidInputError):
        change(session, reader, first, seen(reader, push), zone="Europe/Paris")


def test_two_that_were_approved_stand_approved_again_once_it_is_taken_back(session, reader, idea):
    first, push, _french = idea
    edit_post(session, post_id=push, base_revision=1, changes={"ready": True})
    for one in (first, push):
        approve_as(session, reader, one)
    changes = change(session, reader, first, seen(reader, push), text="Neu")
    assert changes.ended_approvals == 2
    session.undo()
    assert all(reader.post(one).card.is_approved for one in (first, push))
