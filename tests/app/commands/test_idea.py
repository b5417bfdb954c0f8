"""All versions of one idea, and which were left as they were."""

from datetime import timedelta

from app.commands.posts import cancel_posts, edit_post
from tests.builders.calendars import (
    DE_PUSH,
    FR_FACEBOOK,
    FR_INSTAGRAM,
    LENA,
    NORA,
    NOW,
    QUIET_DAY,
    act_as,
    only,
    ready_post,
)
from tests.builders.moves import adapt_posts, move_posts


def three_versions(session):
    first = ready_post(session)
    made = [
        only(adapt_posts(session, post_ids=[first], to=channel))
        for channel in (FR_INSTAGRAM, DE_PUSH)
    ]
    return first, *made


def change(session, reader, post_id, **changes):
    revision = reader.post(post_id).post.revision
    edit_post(session, post_id=post_id, base_revision=revision, changes=changes)


def test_the_post_itself_comes_first_then_the_others_by_market(session, reader):
    first, french, push = three_versions(session)
    assert [one.post.id for one in reader.idea(french)] == [french, first, push]
    assert [one.market for one in reader.idea(french)] == ["France", "Germany", "Germany"]


def test_a_post_alone_is_its_only_version_and_cancelled_ones_are_gone(session, reader):
    first, french, push = three_versions(session)
    cancel_posts(session, post_ids=[french, push])
    (alone,) = reader.idea(first)
    assert alone.post.id == first
    assert alone.ahead is None


def test_it_is_said_whose_change_a_version_has_not_followed(session, reader):
    first, _french, _push = three_versions(session)
    assert [one.ahead for one in reader.idea(first)] == [None, None, None]
    act_as(session, NORA)
    session.clock = lambda: NOW + timedelta(days=2)
    change(session, reader, first, text="Neues Brot")
    own, *others = reader.idea(first)
    assert own.ahead is None
    assert [(o.ahead.name, o.ahead.by, o.ahead.at) for o in others] == [
        ("DE-0001", NORA, NOW + timedelta(days=2))
    ] * 2


def test_who_follows_is_not_behind_and_a_move_or_a_note_is_no_following(session, reader):
    first, french, push = three_versions(session)
    change(session, reader, first, text="Neues Brot")
    move_posts(session, post_ids=[french], to_day=QUIET_DAY + timedelta(days=1))
    change(session, reader, push, notes="Ask the shop")
    assert all(one.ahead for one in reader.idea(first)[1:])
    change(session, reader, french, text="Nouveau pain")
    behind = {one.post.id: one.ahead.name for one in reader.idea(first) if one.ahead}
    assert behind == {first: "FR-0001", push: "FR-0001"}


def test_a_version_that_is_made_later_is_not_behind(session, reader):
    first, _french, _push = three_versions(session)
    change(session, reader, first, text="Neues Brot")
    late = only(adapt_posts(session, post_ids=[first], to=FR_FACEBOOK))
    assert reader.idea(late)[0].ahead is None
    assert reader.idea(late)[0].post.editor == LENA
