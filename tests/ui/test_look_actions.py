from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import Actions


def test_the_menu_has_one_way_to_each_of_the_looks(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    looks, menu = Actions(owner).looks, QMenu(owner)
    looks.fill(menu)
    zoom, clock = [action.menu() for action in menu.actions()]
    assert zoom.actions() == [looks.wider, looks.narrower, looks.as_it_fits]
    assert clock.actions() == [looks.second_time]
    assert looks.clock_menu is clock
