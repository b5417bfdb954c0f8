"""Who is asked to decide which post."""

from datetime import UTC, datetime

from app.domain.assignment import ANYBODY, Assignment
from app.domain.person import PersonId
from app.storage import assignments

SOON = datetime(2026, 11, 3, 9, tzinfo=UTC)
BEN = PersonId("ben")


def test_the_newest_word_on_a_post_counts(desk, engine):
    first, other = desk.create(), desk.create()
    desk.assign("ana", first, "eva")
    desk.assign("ana", first, "ben", SOON)
    assert assignments.of_posts(engine, [first.id, other.id]) == {first.id: Assignment(BEN, SOON)}
    assert [said.assignee for _seq, said in assignments.all_of_post(engine, first.id)] == [
        "eva",
        "ben",
    ]


def test_a_post_of_which_nothing_is_asked_any_more_is_not_assigned(desk, engine):
    post = desk.create()
    desk.assign("ana", post, "ben")
    assert assignments.assigned_posts(engine) == {post.id: Assignment(BEN)}
    desk.assign("ana", post, "")
    assert assignments.assigned_posts(engine) == {}
    assert assignments.of_posts(engine, [post.id]) == {post.id: ANYBODY}
