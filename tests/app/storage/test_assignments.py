"""Who is asked to decide which post."""

from datetime import UTC, datetime

import pytest

from app.domain.assignment import ANYBODY, Assignment
from app.domain.person import PersonId
from app.storage import assignments
from app.storage.audit import verify
from app.storage.chain import record

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


@pytest.mark.parametrize("moment", ["soon", "2026-11-03", "2026-11-03T09:00:00"])
def test_a_moment_that_the_program_did_not_write_is_found(desk, engine, moment):
    fine, spoiled = desk.create(), desk.create()
    desk.assign("ana", fine, "ben", SOON)
    row = {"post_id": spoiled.id, "assignee": "ben", "decide_by": moment}
    record(engine, desk.stamp("ana"), "assign", "assignment", row)
    assert list(assignments.unreadable(engine)) == [f"assignment:{spoiled.id}"]
    assert [finding.subject for finding in verify(engine)] == [f"assignment:{spoiled.id}"]
