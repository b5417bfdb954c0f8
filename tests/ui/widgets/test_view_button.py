from PySide6.QtWidgets import QWidget

from ui.actions import Actions, choose
from ui.plan.plan_view import ViewKind
from ui.theme import DARK, LIGHT
from ui.widgets.view_button import ViewButton


def test_it_says_which_view_is_shown_and_offers_the_others_with_their_keys(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    group = Actions(owner).views
    button = ViewButton(group, LIGHT)
    qtbot.addWidget(button)
    choose(group, ViewKind.LIST)
    chosen = next(one for one in group.actions() if one.isChecked())
    assert button.text() == chosen.text().replace("&", "")
    assert button.text() in button.accessibleName()
    keys = [one.shortcut().toString() for one in button.menu().actions()]
    assert keys == ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"]
    before = button.icon().pixmap(20).toImage()
    button.set_theme(DARK)
    assert button.icon().pixmap(20).toImage() != before
