from PySide6.QtGui import QAction

from ui.widgets.key_words import plain, with_key


def test_words_stand_without_the_marks_of_menus_and_with_their_key(qapp):
    action = QAction()
    assert plain("&Move to…") == "Move to"
    assert with_key("&People…", action) == "People"
    action.setShortcut("M")
    assert with_key("&Move to…", action) == "Move to (M)"
