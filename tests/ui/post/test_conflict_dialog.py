import pytest
from PySide6.QtWidgets import QLabel

from tests.builders import ui_b
from ui.post.conflict_dialog import ConflictDialog
from ui.post.edits import Clash

CLASHES = (
    Clash("text", "Brot", "Brötchen", "Brezel"),
    Clash("title", "", "Titel", "Überschrift"),
)


@pytest.fixture
def dialog(qtbot):
    made = ConflictDialog(CLASHES, "Nora Haddad", ui_b.calendar())
    qtbot.addWidget(made)
    made.show()
    return made


def part(dialog, name):
    return dialog.findChild(object, name)


def test_all_three_versions_can_be_read(dialog):
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Brot", "Brötchen", "Brezel", "(empty)", "Titel", "Überschrift"} <= set(words)
    assert any("Nora Haddad saved this post" in text for text in words)


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
