"""Who is asked to decide a post, and by when."""

from datetime import UTC, datetime

import pytest

from app.commands.assignments import assign_review
from app.commands.views import Stage
from app.domain.assignment import Assignment
from app.domain.person import PersonId
from app.errors import ConflictError, InvalidInputError
from tests.builders.calendars import LENA, MARC, NORA, act_as, approve_as, ready_post

SOON = datetime(2027, 11, 5, 9, tzinfo=UTC)


@pytest.fixture
def post_id(session):
    return ready_post(session)


def test_a_planner_asks_a_reviewer_and_no_approval_ends(session, reader, post_id):
    approve_as(session, reader, post_id)
    assign_review(session, post_id=post_id, assignee=MARC, decide_by=SOON)
    view = reader.post(post_id)
    assert view.talk.assignment == Assignment(MARC, SOON)
    assert view.talk.decide_by == SOON
    assert view.card.stage is Stage.APPROVED


def test_anybody_may_decide_again_and_at_the_usual_moment(session, reader, post_id):
    usual = reader.post(post_id).talk.decide_by
    assign_review(session, post_id=post_id, assignee=MARC, decide_by=SOON)
    assign_review(session, post_id=post_id)
    talk = reader.post(post_id).talk
    assert (talk.assignment, talk.decide_by) == (Assignment(), usual)
    told = [entry.what for entry in reader.history(post_id)][2:]
    assert [words.partition(" by ")[0] for words in told] == [
        "Asked Marc Fournier to decide",
        "Asked any reviewer to decide",
    ]


def test_nobody_asks_over_what_somebody_else_has_asked_meanwhile(session, post_id):
    act_as(session, NORA)
    assign_review(session, post_id=post_id, assignee=MARC, base=Assignment())
    act_as(session, LENA)
    with pytest.raises(ConflictError, match="Nora Haddad has said meanwhile who decides DE-"):
        assign_review(session, post_id=post_id, assignee=NORA, decide_by=SOON, base=Assignment())
    assign_review(session, post_id=post_id, assignee=MARC, base=Assignment())
    assign_review(session, post_id=post_id, assignee=NORA, base=Assignment(MARC))


@pytest.mark.parametrize("nobody", [LENA, PersonId("gone")])
def test_only_who_may_review_is_asked(session, post_id, nobody):
    with pytest.raises(InvalidInputError, match="Only reviewers"):
        assign_review(session, post_id=post_id, assignee=nobody)


def test_a_decision_is_not_asked_for_after_the_post_has_gone_out(session, post_id):
    with pytest.raises(InvalidInputError, match="goes out before"):
        assign_review(session, post_id=post_id, decide_by=datetime(2027, 12, 1, tzinfo=UTC))
