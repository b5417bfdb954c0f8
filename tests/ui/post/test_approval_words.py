from dataclasses import replace

import pytest

from app.domain.decision import Verdict
from tests.builders import ui_b
from ui.post.approval_words import Effect, foretell

BASE = ui_b.a_post("Brot")
APPROVED = ui_b.approved(ui_b.a_view(BASE))

pytestmark = pytest.mark.in_english


def told(view, **changes):
    return foretell(view, view.post, changes, ui_b.calendar())


def test_saving_what_goes_out_says_whose_approval_it_ends_and_by_what():
    found = told(APPROVED, text="x", link="https://solvane.de", notes="y")
    assert found.effect is Effect.ENDS
    assert found.words == "Saving ends the approval by Marc Fournier: link and text changed."


def test_a_move_ends_it_as_a_word_does():
    assert told(APPROVED, local=None).words == (
        "Saving ends the approval by Marc Fournier: date and time changed."
    )


def test_two_and_more_approvals_are_named():
    people = (ui_b.MARC_PERSON.id, ui_b.NORA_PERSON.id, ui_b.LENA_PERSON.id)
    found = told(replace(APPROVED, approvals_so_far=people), text="x")
    assert "Marc Fournier, Nora Haddad and Lena Brandt" in found.words


def test_saving_what_stays_in_the_house_keeps_the_approval():
    found = told(APPROVED, notes="x", gloss="y")
    assert found.effect is Effect.KEEPS
    assert found.words == (
        "Saving keeps the approval by Marc Fournier: only gloss and notes changed."
    )


def test_before_a_word_is_typed_it_is_said_what_may_change():
    found = told(APPROVED)
    assert found.effect is Effect.STANDS
    assert found.words.startswith("Approved by Marc Fournier. Name, gloss, labels and notes")


def test_without_an_approval_nothing_is_said():
    assert told(ui_b.a_view(), text="x").words == ""
    assert told(ui_b.a_view()).words == ""


def test_the_very_words_that_were_approved_bring_the_approval_back():
    changed = BASE.changed(text="Brötchen", revision=2)
    view = replace(ui_b.approved(ui_b.a_view(BASE)), post=changed, approvals_so_far=())
    assert (
        told(view, text="Brot").words == "Saving brings back exactly what Marc Fournier approved."
    )
    assert told(view, text="Brote").effect is Effect.NONE


def test_nothing_comes_back_after_a_reviewer_has_said_no():
    view = ui_b.approved(ui_b.a_view(BASE))
    no = replace(view.decisions[0], verdict=Verdict.CHANGES, seq=30)
    changed = BASE.changed(text="Brötchen", revision=2)
    view = replace(view, post=changed, decisions=(*view.decisions, no), approvals_so_far=())
    assert told(view, text="Brot").effect is Effect.NONE
