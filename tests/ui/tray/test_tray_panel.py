from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from tests.builders.ui import MONDAY, KeptCards, card, on
from ui.cards.dragging import Drop, mime_of
from ui.theme import DARK, LIGHT
from ui.tray.tray_panel import TrayGround, TrayPanel

UNDATED, DATED = card(1, local=None), card(2, local=on(MONDAY))


@pytest.fixture
def source():
    return KeptCards([UNDATED, DATED])


@pytest.fixture
def panel(source, qtbot):
    made = TrayPanel(source, LIGHT)
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.show()
    qtbot.waitExposed(made)
    made.tray.refresh()
    return made


def test_an_empty_tray_says_what_it_is_for_and_offers_a_post(panel, source, qtbot):
    assert panel.view.isVisible()
    source.put(replace(UNDATED, local=on(MONDAY)))
    panel.tray.refresh()
    assert not panel.view.isVisible()
    with qtbot.waitSignal(panel.new_post_requested):
        panel.findChild(QPushButton, "tray_new_post").click()


def test_it_can_be_put_away(panel, qtbot):
    with qtbot.waitSignal(panel.closed):
        panel.findChild(QToolButton, "tray_close").click()


def test_the_empty_tray_takes_posts_too(panel, source):
    source.kept = [DATED]
    panel.tray.refresh()
    drops = []
    panel.tray.dropped.connect(drops.append)
    ground = panel.findChild(TrayGround)
    move, left, none = (
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    data = mime_of([DATED])
    place = ground.rect().center()
    enter = QDragEnterEvent(place, move, data, left, none)
    QApplication.sendEvent(ground, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(ground, QDropEvent(QPointF(place), move, data, left, none))
    assert drops == [Drop((DATED.id,), None, None)]


def test_the_empty_tray_takes_nothing_else(panel):
    ground = panel.findChild(TrayGround)
    other = QMimeData()
    other.setText("DE-0142")
    enter = QDragEnterEvent(
        ground.rect().center(),
        Qt.DropAction.MoveAction,
        other,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(ground, enter)
    assert not enter.isAccepted()


def test_it_takes_other_colours(panel):
    panel.set_theme(DARK)
    assert panel.grab().toImage().pixelColor(2, 2) == DARK.surface


def test_beside_an_open_panel_it_gives_way_before_the_window_grows(panel):
    assert panel.minimumWidth() < panel.good_width
