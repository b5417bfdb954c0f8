from dataclasses import replace

import pytest

from tests.builders import ui_b
from ui.post.edits import Clash, carried_over, changed_from, clashes, effect_on_approval

BASE = ui_b.a_post("Brot")
APPROVED = ui_b.approved(ui_b.a_view(BASE))


def test_only_what_differs_is_a_change():
    assert changed_from(BASE, {"text": "Brot", "title": "Neu"}) == {"title": "Neu"}


def test_a_field_that_both_changed_to_different_words_clashes():
    theirs = BASE.changed(revision=2, text="Brötchen")
    assert clashes(BASE, theirs, {"text": "Brezel"}) == (
        Clash("text", "Brot", "Brötchen", "Brezel"),
    )


@pytest.mark.parametrize(
    "mine", [{"title": "Neu"}, {"text": "Brötchen"}, {}], ids=["another", "same words", "nothing"]
)
def test_what_does_not_contradict_does_not_clash(mine):
    theirs = BASE.changed(revision=2, text="Brötchen")
    assert clashes(BASE, theirs, mine) == ()


def test_their_version_becomes_the_base_except_where_it_clashes():
    theirs = BASE.changed(revision=2, text="Brötchen", title="Titel")
    base = carried_over(BASE, theirs, clashes(BASE, theirs, {"text": "Brezel"}))
    assert (base.revision, base.content.text, base.content.title) == (2, "Brot", "Titel")


@pytest.mark.in_english
def test_saving_what_goes_out_says_whose_approval_it_ends():
    told = effect_on_approval(APPROVED, {"text": "x"}, ui_b.calendar())
    assert told == "Saving ends Marc Fournier’s approval."


@pytest.mark.in_english
def test_two_and_more_approvals_are_named_too():
    two = replace(APPROVED, approvals_so_far=(ui_b.MARC_PERSON.id, ui_b.NORA_PERSON.id))
    told = effect_on_approval(two, {"text": "x"}, ui_b.calendar())
    assert told == "Saving ends the approvals of Marc Fournier and Nora Haddad."
    three = replace(two, approvals_so_far=(*two.approvals_so_far, ui_b.LENA_PERSON.id))
    assert (
        effect_on_approval(three, {"text": "x"}, ui_b.calendar()) == "Saving ends all 3 approvals."
    )


@pytest.mark.in_english
def test_saving_what_stays_in_the_house_keeps_the_approval():
    assert "The approval stays" in effect_on_approval(APPROVED, {"notes": "x"}, ui_b.calendar())


def test_without_an_approval_or_a_change_nothing_is_said():
    assert effect_on_approval(ui_b.a_view(), {"text": "x"}, ui_b.calendar()) == ""
    assert effect_on_approval(APPROVED, {}, ui_b.calendar()) == ""
