"""What is read of posts to compare them."""

from datetime import timedelta

import pytest

from app.domain.companion import NOT_APPROVED
from app.domain.decision import Verdict
from app.domain.medium import Medium
from app.risks.company import glimpse_of
from app.storage import companions
from tests.app.storage.ground import FRANCE, MONDAY

WEEK = timedelta(weeks=1)
PICTURE = (Medium(digest="a" * 64),)


def around(desk, *found):
    points = [glimpse_of(post) for post in found]
    return {post_id: one.words for post_id, one in companions.around(desk.engine, points).items()}


def standing(desk, post):
    return companions.standings(desk.engine, [desk.now(post)])[post.id]


def test_the_posts_of_a_channel_around_a_day_are_glimpsed_as_they_are_now(desk):
    post = desk.create(text="Eins!")
    near = desk.edit("ana", desk.create(local=MONDAY + WEEK, text="Zwei"), text="Zwei, drei.")
    desk.create(local=MONDAY + 14 * WEEK)
    desk.create(channel="de-x")
    desk.create(local=None)
    desk.edit("ana", desk.create(local=MONDAY), cancelled=True)
    assert around(desk, post) == {post.id: "eins", near.id: "zwei drei"}


def test_pictures_are_looked_for_a_year_around_and_only_where_there_is_one(desk):
    shown = desk.create(local=MONDAY - 40 * WEEK, media=PICTURE)
    desk.create(local=MONDAY - 40 * WEEK)
    plain, pictured = desk.create(), desk.create(media=PICTURE)
    assert shown.id not in around(desk, plain)
    assert set(around(desk, pictured)) == {shown.id, plain.id, pictured.id}
    (found,) = companions.around(desk.engine, [glimpse_of(pictured)])[shown.id].pictures
    assert found == PICTURE[0].digest


def test_around_nothing_there_is_nothing(desk):
    assert companions.around(desk.engine, []) == {}


def test_siblings_are_all_posts_of_an_idea_and_the_one_that_it_began_with(desk):
    first = desk.create()
    second = desk.create(idea=first.id, market=FRANCE.id, channel="fr-ig")
    desk.edit("ana", desk.create(idea=first.id), cancelled=True)
    desk.create(idea="another")
    for post in (first, second):
        assert {one.id for one in companions.siblings(desk.engine, [post])} >= {second.id}
    assert {one.id for one in companions.siblings(desk.engine, [second])} == {first.id, second.id}


def test_a_post_stands_approved_from_the_approval_that_made_it_so(desk):
    post = desk.create()
    assert standing(desk, post) == NOT_APPROVED
    first = desk.decide("ben", post, required=2)
    assert not standing(desk, post).is_approved
    second = desk.decide("eva", post, required=2)
    assert standing(desk, post).approved_seq == second.seq > first.seq
    desk.decide("ben", post, required=2)
    assert standing(desk, post).approved_seq == second.seq
    assert standing(desk, post).since == post.seq


@pytest.mark.parametrize("verdict", [Verdict.WITHDRAW, Verdict.REFUSE])
def test_a_no_and_an_edit_end_it(desk, verdict):
    post = desk.approved()
    desk.decide("eva", post, verdict)
    assert not standing(desk, post).is_approved
    again = desk.decide("ben", post)
    assert standing(desk, post).approved_seq == again.seq
    desk.edit("ana", post, text="Other words.")
    assert not standing(desk, post).is_approved


@pytest.mark.parametrize(
    "change", [{"text": "Other words."}, {"cancelled": True}, {"idea": "another"}], ids=str
)
def test_what_went_away_and_came_back_stands_since_then(desk, change):
    post = desk.approved()
    before = standing(desk, post)
    gone = desk.edit("ana", post, **change)
    back = desk.edit("ana", gone, **{name: post.value(name) for name in change})
    assert standing(desk, post).approved_seq == before.approved_seq
    assert standing(desk, post).since == back.seq
    assert not standing(desk, post).is_settled


def test_a_change_beside_the_content_moves_nothing(desk):
    post = desk.approved()
    before = standing(desk, post)
    desk.edit("ana", post, name="Bread", ready=False)
    assert standing(desk, post) == before


def test_what_the_calendar_does_not_say_stands_approved_by_nobody(desk):
    post = desk.approved()
    asked = [post.changed(text="Not saved."), desk.draft()]
    found = companions.standings(desk.engine, asked)
    assert set(found.values()) == {NOT_APPROVED}


def test_wordings_tell_who_wrote_what_and_when_it_was_ready(desk):
    post = desk.create(title="Eins", text="Zwei", first_comment="Drei", ready=False)
    later = desk.edit("ben", post, text="Vier", ready=True)
    (said,) = companions.wordings(desk.engine, [post.id]).values()
    assert [(one.text, one.editor, one.seq, one.is_ready) for one in said] == [
        ("Eins\nZwei\nDrei", "ana", post.seq, False),
        ("Eins\nVier\nDrei", "ben", later.seq, True),
    ]
