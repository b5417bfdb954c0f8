from dataclasses import replace

import pytest

from app.commands.views import Remembrance
from app.domain.flag import Severity
from tests.builders import ui_b
from ui.review.approvals import (
    approved_sentence,
    note_prompt,
    otherwise_said,
    still_needed,
    ways_to_say_no,
    why_no_look,
    why_not_no,
)
from ui.review.decision_bar import No

pytestmark = pytest.mark.in_english

MARC, LENA, NORA = ui_b.MARC_PERSON, ui_b.LENA_PERSON, ui_b.NORA_PERSON


def test_an_approved_post_says_by_whom_and_when():
    sentence = approved_sentence(ui_b.approved(ui_b.a_view()), ui_b.calendar())
    assert sentence == "Approved by Marc Fournier, Mon 1 Nov, 12:00."


def test_a_post_that_waits_says_nothing_of_an_approval():
    assert approved_sentence(ui_b.a_view(), ui_b.calendar()) == ""


def test_where_two_must_approve_the_first_is_counted():
    view = replace(
        ui_b.a_view(flags=(ui_b.a_flag(Severity.STOP),)),
        approvers_needed=2,
        approvals_so_far=(MARC.id,),
    )
    assert still_needed(view) == "1 of 2 approvals given: a stop stands on it."
    assert still_needed(ui_b.a_view()) == ""


def test_a_remembrance_says_so_and_asks_for_two():
    said = Remembrance((), 2, said_by=(MARC.id,))
    view = replace(ui_b.a_view(), remembrance=said, approvals_so_far=(MARC.id,))
    assert still_needed(view) == "1 of 2 approvals given as the remembrance."
    assert still_needed(replace(view, remembrance=Remembrance((), 2))) == ""
    both = replace(ui_b.approved(view), remembrance=said)
    assert approved_sentence(both, ui_b.calendar()).startswith(
        "Approved as the remembrance by Marc Fournier"
    )
    assert still_needed(both, as_remembrance=True) == ""


@pytest.mark.parametrize(
    ("as_remembrance", "words"), [(True, "but not as the remembrance"), (False, "mark it as")]
)
def test_whoever_says_the_opposite_is_named_with_the_way_out(as_remembrance, words):
    said_by = {"not_said_by": (MARC.id,)} if as_remembrance else {"said_by": (MARC.id,)}
    view = replace(ui_b.a_view(), remembrance=Remembrance((), 2, **said_by))

    def said(person, *, mark):
        return otherwise_said(view, ui_b.calendar(), person, as_remembrance=mark)

    assert "Marc Fournier approved it" in said(NORA, mark=as_remembrance)
    assert words in said(NORA, mark=as_remembrance)
    assert said(NORA, mark=not as_remembrance) == ""
    assert said(MARC, mark=as_remembrance) == ""
    assert said(None, mark=as_remembrance) == ""
    assert No.WITHDRAW in ways_to_say_no(view)


def test_what_is_approved_can_be_withdrawn_and_what_waits_refused():
    assert ways_to_say_no(ui_b.a_view()) == {No.CHANGES, No.REFUSE}
    assert ways_to_say_no(ui_b.approved(ui_b.a_view())) == {No.CHANGES, No.WITHDRAW}


def test_nothing_is_decided_on_a_cancelled_post():
    assert not ways_to_say_no(ui_b.a_view(ui_b.a_post().changed(cancelled=True)))


def test_who_may_not_decide_is_told_why():
    assert why_not_no(MARC) == ""
    assert "Only reviewers and owners" in why_not_no(LENA)
    assert "Choose who you are" in why_not_no(None)


def test_a_language_that_is_not_read_asks_for_a_note():
    japanese = ui_b.a_view(ui_b.a_post(language="ja"))
    assert note_prompt(japanese, MARC).startswith("Japanese is not among your languages")
    assert note_prompt(ui_b.a_view(), MARC) == ""


def test_only_reviewers_confirm_hashtags():
    assert why_no_look(MARC) == ""
    assert "Only reviewers" in why_no_look(LENA)
    assert "Choose who you are" in why_no_look(None)
