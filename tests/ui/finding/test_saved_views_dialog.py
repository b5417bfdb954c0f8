import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

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


@pytest.mark.in_english
def test_where_no_view_is_saved_it_is_said_how_and_there_is_nothing_to_press(page):
    dialog = SavedViewsDialog(LIGHT, page)
    dialog.show_views([])
    hint = dialog.findChild(QLabel, "saved_views_hint")
    assert "“Save this view…”" in hint.text()
    for name in ("view_rename", "view_delete"):
        assert not button(dialog, name).isVisibleTo(dialog)
    dialog.show_views([(SavedView("Drafts"), "All posts")])
    assert hint.text().startswith("Only you see them.")
    assert button(dialog, "view_delete").isVisibleTo(dialog)


def test_what_can_be_done_to_the_chosen_view(page, qtbot):
    dialog = SavedViewsDialog(LIGHT, page)
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
