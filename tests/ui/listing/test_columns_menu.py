from PySide6.QtWidgets import QWidget

from ui.listing.columns_menu import columns_menu


def test_a_menu_of_columns_is_empty_until_it_is_opened(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    assert columns_menu(parent).actions() == []
