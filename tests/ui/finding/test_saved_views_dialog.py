import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.commands.saved_views import SavedView
from ui.finding.saved_views_dialog import NameDialog, SavedViewsDialog
from ui.theme import LIGHT


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def button(dialog, name) -> QPushButton:
    return dialog.findChild(QPushButton, name)


@pytest.mark.in_english
def test_a_name_is_asked_for_and_says_when_it_replaces(page, qtbot):
    dialog = NameDialog("Save", "Why", LIGHT, page, taken=["Stops"])
    save = button(dialog, "view_save")
    assert not save.isEnabled()
    assert save.toolTip()
    dialog.field.setText(" stops ")
    assert save.text() == "Replace"
    dialog.field.setText("Drafts")
    assert save.text() == "Save"
    with qtbot.waitSignal(dialog.named) as told:
        save.click()
    assert told.args == ["Drafts"]


def test_what_can_be_done_to_the_chosen_view(page, qtbot):
    dialog = SavedViewsDialog(LIGHT, page)
    dialog.show_views([])
    assert not button(dialog, "view_delete").isEnabled()
    assert button(dialog, "view_delete").toolTip()
    views = [(SavedView("Drafts"), "All posts"), (SavedView("Stops"), "Stop")]
    dialog.show_views(views)
    with qtbot.waitSignal(dialog.rename_asked) as told:
        button(dialog, "view_rename").click()
    assert told.args == ["Drafts"]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    dialog.show_views(views)
    with qtbot.waitSignal(dialog.delete_asked) as told:
        button(dialog, "view_delete").click()
    assert told.args == ["Stops"]
