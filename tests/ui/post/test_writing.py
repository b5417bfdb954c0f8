from tests.builders import ui_b
from ui.post.writing import Writing

BASE = ui_b.a_post("Brot")


def saved(**changes):
    return ui_b.a_view(BASE.changed(revision=2, **changes))


def test_a_new_post_has_no_changes_before_words_are_written():
    writing = Writing(BASE.changed(text=""))
    assert writing.is_new
    assert writing.changes({"text": "", "language": "fr"}) == {}
    assert writing.changes({"text": "Neu", "language": "fr"}) == {"text": "Neu", "language": "fr"}
    assert writing.clashes({"text": "Neu"}) == ()


def test_what_others_save_is_taken_over_and_what_is_unsaved_stays():
    writing = Writing(BASE, ui_b.a_view(BASE))
    values = {"text": "Brezel", "title": ""}
    shown = writing.take_in(saved(title="Titel"), values)
    assert (shown.content.text, shown.content.title) == ("Brezel", "Titel")
    assert writing.changes({"text": "Brezel", "title": "Titel"}) == {"text": "Brezel"}


def test_a_clash_stays_one_until_somebody_chooses():
    writing = Writing(BASE, ui_b.a_view(BASE))
    values = {"text": "Brezel"}
    writing.take_in(saved(text="Brötchen"), values)
    writing.take_in(saved(text="Brötchen", notes="x"), values)
    (clash,) = writing.clashes(values)
    assert (clash.base, clash.theirs, clash.mine) == ("Brot", "Brötchen", "Brezel")


def test_choosing_mine_leaves_a_change_on_top_of_theirs():
    writing = Writing(BASE, ui_b.a_view(BASE))
    values = {"text": "Brezel"}
    writing.take_in(saved(text="Brötchen"), values)
    shown = writing.resolve(values, {"text": True})
    assert shown.content.text == "Brezel"
    assert writing.clashes(values) == ()
    assert writing.changes(values) == {"text": "Brezel"}


def test_choosing_theirs_gives_up_mine():
    writing = Writing(BASE, ui_b.a_view(BASE))
    values = {"text": "Brezel"}
    writing.take_in(saved(text="Brötchen"), values)
    shown = writing.resolve(values, {"text": False})
    assert shown.content.text == "Brötchen"
    assert writing.changes({"text": "Brötchen"}) == {}


def test_what_is_on_its_way_does_not_clash_with_itself():
    writing = Writing(BASE, ui_b.a_view(BASE))
    before = writing.assume_saved({"text": "Brezel"})
    assert before == BASE
    values = {"text": "Brezel und mehr"}
    writing.take_in(saved(text="Brezel"), values)
    assert writing.clashes(values) == ()
    assert writing.changes(values) == {"text": "Brezel und mehr"}
