from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import Actions
from ui.plan.folding import Folding


def test_the_menu_has_one_way_to_each_of_the_looks(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    looks, menu = Actions(owner).looks, QMenu(owner)
    looks.fill(menu)
    zoom, rows, clock = [action.menu() for action in menu.actions()]
    assert zoom.actions() == [looks.wider, looks.narrower, looks.as_it_fits]
    assert looks.by_region in rows.actions()
    assert clock.actions() == [looks.second_time]
    assert looks.clock_menu is clock


def test_a_region_is_folded_only_where_regions_are_told_apart(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    looks = Actions(owner).looks
    looks.show_folding(Folding(by_region=True))
    assert looks.by_region.isChecked()
    assert looks.fold_region.isEnabled()
    looks.show_folding(Folding())
    assert not looks.fold_region.isEnabled()
    assert looks.fold_region.toolTip() != looks.fold_region.text()
