"""Siblings that say exactly the same."""

from datetime import timedelta

import pytest

from app.commands import twins
from app.commands.posts import edit_post, mark_ready
from tests.builders.calendars import (
    DE_PUSH,
    FR_FACEBOOK,
    FR_INSTAGRAM,
    POGROM_DAY,
    QUIET_DAY,
    approve_as,
    only,
    ready_post,
)
from tests.builders.moves import adapt_posts


@pytest.fixture
def post_id(session):
    return ready_post(session)


def sibling(session, reader, post_id, channel=DE_PUSH, day=QUIET_DAY, **changes):
    """Return a ready sibling in the language of the original, with some other words."""
    made = only(adapt_posts(session, post_ids=[post_id], to=channel, to_day=day))
    fields = {"language": "de", **changes}
    edit_post(session, post_id=made, base_revision=1, changes=fields)
    mark_ready(session, post_ids=[made])
    return made


def found(reader, post_id):
    return [view.post.id for view in reader.twins(reader.post(post_id).post)]


def test_what_says_the_same_elsewhere_or_at_another_time_is_a_twin(session, reader, post_id):
    push = sibling(session, reader, post_id)
    french = sibling(session, reader, post_id, FR_INSTAGRAM, QUIET_DAY + timedelta(days=1))
    sibling(session, reader, post_id, FR_FACEBOOK, text="Anders.")
    assert set(found(reader, post_id)) == {push, french}
    assert set(found(reader, push)) == {post_id, french}


def test_a_twin_brings_its_own_flags_and_authors(session, reader, post_id):
    sibling(session, reader, post_id, FR_INSTAGRAM)
    (view,) = reader.twins(reader.post(post_id).post)
    assert view.flags == reader.post(view.post.id).flags
    assert view.authors == reader.post(view.post.id).authors
    assert view.card.name == "FR-0001"


def test_drafts_and_decided_ones_are_left_out_but_what_is_approved_stays_in_sight(
    session, reader, post_id
):
    only(adapt_posts(session, post_ids=[post_id], to=FR_FACEBOOK, to_day=QUIET_DAY))
    push = sibling(session, reader, post_id)
    approve_as(session, reader, push)
    (view,) = reader.twins(reader.post(post_id).post)
    assert (view.post.id, view.card.is_approved) == (push, True)


def test_one_that_may_be_the_remembrance_of_its_day_is_read_by_itself(session, reader, post_id):
    sibling(session, reader, post_id, day=POGROM_DAY)
    assert found(reader, post_id) == []


def test_no_more_stand_there_than_fit_a_screen(session, reader, post_id, monkeypatch):
    monkeypatch.setattr(twins, "MOST_TWINS", 1)
    sibling(session, reader, post_id)
    sibling(session, reader, post_id, FR_INSTAGRAM)
    assert len(found(reader, post_id)) == 1


def test_posts_without_a_text_are_nobodys_twin(session, reader):
    post_id = ready_post(session, "")
    sibling(session, reader, post_id)
    assert found(reader, post_id) == []
