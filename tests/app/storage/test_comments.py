"""What people said about posts."""

from app.domain.person import PersonId
from app.storage import comments

EVA = PersonId("eva")


def test_comments_come_in_order_with_who_said_them(desk, engine):
    post, other = desk.create(), desk.create()
    desk.comment("ana", post, "Is this so?", "eva")
    desk.comment("eva", post, "It is.")
    desk.comment("ben", other, "Elsewhere")
    first, second = comments.of_post(engine, post.id)
    assert (first.author, first.text, first.mentions) == ("ana", "Is this so?", ("eva",))
    assert (second.author, second.mentions, second.is_resolved) == ("eva", (), False)
    assert first.seq < second.seq


def test_a_comment_is_resolved_and_opened_again_by_rows_of_their_own(desk, engine):
    post = desk.create()
    desk.comment("ana", post, "Is this so?")
    (said,) = comments.of_post(engine, post.id)
    comments.settle(engine, desk.stamp("eva"), said, is_resolved=True)
    (resolved,) = comments.of_post(engine, post.id)
    assert (resolved.is_resolved, resolved.settled_by) == (True, "eva")
    comments.settle(engine, desk.stamp("ana"), said, is_resolved=False)
    (again,) = comments.of_post(engine, post.id)
    assert (again.is_resolved, again.settled_by) == (False, "ana")
    assert [is_so for _seq, is_so in comments.states_of_post(engine, post.id)] == [True, False]


def test_what_means_a_person_waits_until_they_answer_or_it_is_resolved(desk, engine):
    answered, resolved, waiting = desk.create(), desk.create(), desk.create()
    for post in (answered, resolved, waiting):
        desk.comment("ana", post, "Eva?", "eva")
    desk.comment("eva", waiting, "I ask myself", "eva")
    desk.comment("ana", waiting, "And now?", "eva", "ben")
    desk.comment("eva", answered, "Yes")
    (said,) = comments.of_post(engine, resolved.id)
    comments.settle(engine, desk.stamp("ana"), said, is_resolved=True)
    assert [one.text for one in comments.open_for(engine, EVA)] == ["And now?"]
    assert [one.post for one in comments.open_for(engine, PersonId("ben"))] == [waiting.id]
    assert comments.open_for(engine, PersonId("ev")) == ()
