import pytest
from PySide6.QtWidgets import QLabel

from tests.builders import ui_b
from ui.post.conflict_dialog import ConflictDialog
from ui.post.edits import Clash
from ui.theme import LIGHT

CLASHES = (
    Clash("text", "Brot", "Brötchen", "Brezel"),
    Clash("title", "", "Titel", "Überschrift"),
)


@pytest.fixture
def dialog(qtbot):
    made = ConflictDialog(CLASHES, "Nora Haddad", ui_b.calendar(), LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def part(dialog, name):
    return dialog.findChild(object, name)


@pytest.mark.in_english
def test_all_three_versions_stand_side_by_side(dialog):
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Brot", "(empty)", "Titel", "Überschrift"} <= set(words)
    assert {"What it was", "Nora Haddad saved", "Yours"} <= set(words)
    assert any("Nora Haddad saved this post" in text for text in words)


@pytest.mark.in_english
def test_the_words_in_which_each_differs_from_what_it_was_are_marked(dialog):
    heard = [one.accessibleName() for one in dialog.findChildren(QLabel, "difference")]
    assert heard == ["[removed: Brot][added: Brötchen]", "[removed: Brot][added: Brezel]"]


@pytest.mark.parametrize(("button", "mine"), [("all_theirs", False), ("all_mine", True)])
def test_all_of_one_side_can_be_chosen_at_once(dialog, button, mine):
    part(dialog, button).click()
    assert set(dialog.chosen.values()) == {mine}
    assert part(dialog, "conflict_save").isEnabled()


def test_nothing_is_chosen_for_the_person(dialog):
    assert not part(dialog, "conflict_save").isEnabled()
    part(dialog, "mine_text").click()
    assert not part(dialog, "conflict_save").isEnabled()
    part(dialog, "theirs_title").click()
    assert part(dialog, "conflict_save").isEnabled()
    assert dialog.chosen == {"text": True, "title": False}


def test_going_back_chooses_nothing(dialog, qtbot):
    with qtbot.waitSignal(dialog.rejected):
        part(dialog, "conflict_back").click()
