import pytest

from tests.builders import ui_b
from ui.post.edits import Clash, carried_over, changed_from, clashes

BASE = ui_b.a_post("Brot")


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
