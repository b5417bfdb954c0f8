"""Which other posts count beside one."""

from app.domain.companion import NOT_APPROVED, Companion, Standing, counting
from tests.builders.domain import post

DRAFT = Companion(post(id="draft"), "DE-0002")
EARLY = Companion(post(id="early"), "DE-0003", Standing(approved_seq=5, since=2))
LATE = Companion(post(id="late"), "DE-0004", Standing(approved_seq=30, since=25))
BACK = Companion(post(id="back"), "DE-0005", Standing(approved_seq=5, since=32))


def test_beside_a_post_that_is_not_approved_every_other_one_counts():
    assert counting(NOT_APPROVED, [DRAFT, EARLY, LATE]) == (DRAFT, EARLY, LATE)


def test_nothing_that_comes_later_touches_an_approved_post():
    own = Standing(approved_seq=20, since=10)
    assert own.is_settled
    assert counting(own, [DRAFT, EARLY, LATE, BACK]) == ()


def test_a_post_that_comes_back_meets_what_was_approved_while_it_was_away():
    own = Standing(approved_seq=20, since=40)
    assert own.is_approved
    assert not own.is_settled
    assert counting(own, [DRAFT, EARLY, LATE, BACK]) == (LATE, BACK)


def test_a_post_that_is_not_approved_is_never_settled():
    assert not NOT_APPROVED.is_settled
    assert not Standing(since=7).is_approved
