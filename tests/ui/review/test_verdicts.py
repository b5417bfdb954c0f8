"""A reviewer's word as the command that records it."""

from app.commands.views import Stage
from tests.builders.calendars import MARC, act_as, ready_post
from ui.review.decision_bar import No
from ui.review.reading_desk import GivenApproval, GivenNo
from ui.review.verdicts import approving, saying_no


def test_a_tick_and_a_no_become_what_was_said(desk):
    post_id = ready_post(desk.session)
    act_as(desk.session, MARC)
    view = desk.reader.post(post_id)
    given = GivenApproval(
        post_id,
        view.post.fingerprint,
        frozenset(flag.key for flag in view.flags),
        {},
        ("text", *(flag.sight for flag in view.flags)),
        remembrance=False,
        note="",
    )
    approving(given)(desk.session)
    assert desk.stage(post_id) == Stage.APPROVED
    said = GivenNo(post_id, view.post.fingerprint, No.WITHDRAW, "On second thought")
    saying_no(said)(desk.session)
    assert desk.stage(post_id) == Stage.WAITING
