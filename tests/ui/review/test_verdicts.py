"""A reviewer's word as the command that records it."""

from app.commands.views import Stage
from tests.builders.calendars import MARC, act_as, ready_post
from ui.review.decision_bar import No
from ui.review.given import GivenApproval, GivenNo, GivenSuggestion
from ui.review.verdicts import approving, saying_no, suggesting


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


def test_a_suggestion_becomes_what_was_written(desk):
    post_id = ready_post(desk.session)
    act_as(desk.session, MARC)
    suggesting(GivenSuggestion(post_id, 2, {"text": "Kurz."}, "Short"))(desk.session)
    (made,) = desk.reader.post(post_id).talk.suggestions
    assert (made.words[0].after, made.note) == ("Kurz.", "Short")
