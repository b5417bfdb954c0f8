from datetime import datetime, time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.builders.hours import BESIDE, FRENCH, LATE, MORNING, NINTH
from tests.builders.ui import FRANCE, GERMANY
from tests.ui.hours.hours_ground import place
from ui.cards.card_layout import Density

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_a_post_is_found_where_its_card_is(hours):
    model = hours.model()
    for one in (MORNING, BESIDE, FRENCH):
        index = model.index_of(one.id)
        hours.choice.choose_post(one.id)
        assert hours.indexAt(hours.visualRect(index).center()) == index
    above = hours.visualRect(model.index_of(MORNING.id)).topLeft() - QPoint(-5, 10)
    assert not hours.indexAt(above).isValid(), "its hour is taken, and here is nothing"


def test_all_of_a_post_is_scrolled_into_sight(hours):
    hours.resize(1200, 300)
    hours.choice.choose_post(LATE.id)
    assert hours.viewport().rect().contains(hours.visualRect(hours.currentIndex()))


def test_arrows_go_from_hour_to_hour_and_enter_plans_there(hours, qtbot):
    hours.choice.choose_place(FRANCE.id, NINTH)
    qtbot.keyClick(hours, Qt.Key.Key_Down)
    assert hours.currentIndex().row() == 15
    with qtbot.waitSignal(hours.new_post_requested) as told:
        qtbot.keyClick(hours, Qt.Key.Key_Return)
    assert told.args == [FRANCE.id, datetime.combine(NINTH, time(15))]


def test_enter_on_a_post_opens_it(hours, qtbot):
    hours.choice.choose_post(MORNING.id)
    with qtbot.waitSignal(hours.post_opened) as told:
        qtbot.keyClick(hours, Qt.Key.Key_Return)
    assert told.args == [MORNING.id]


def test_a_double_click_plans_at_that_minute(hours, qtbot):
    hours.show_usual_hours()
    with qtbot.waitSignal(hours.new_post_requested) as told:
        qtbot.mouseDClick(hours.viewport(), LEFT, NONE, place(hours, GERMANY, 11 * 60 + 20))
    assert told.args == [GERMANY.id, datetime.combine(NINTH, time(11, 20))]
    with qtbot.waitSignal(hours.post_opened) as told:
        at = hours.visualRect(hours.model().index_of(MORNING.id)).center()
        qtbot.mouseDClick(hours.viewport(), LEFT, NONE, at)
    assert told.args == [MORNING.id]


@pytest.mark.in_english
def test_beside_the_posts_the_hour_is_told(hours):
    hours.show_usual_hours()
    at = place(hours, GERMANY, 12 * 60 + 30)
    event = QHelpEvent(QEvent.Type.ToolTip, at, hours.viewport().mapToGlobal(at))
    QApplication.sendEvent(hours.viewport(), event)
    assert "Nobody on duty" in QToolTip.text()
    over = hours.visualRect(hours.model().index_of(MORNING.id)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, over, hours.viewport().mapToGlobal(over))
    QApplication.sendEvent(hours.viewport(), event)
    assert MORNING.name in QToolTip.text()


def test_lower_cards_stand_beside_each_other_later(hours):
    columns = hours.model().columnCount()
    hours.set_density(Density.ROOMY)
    assert hours.model().columnCount() >= columns
    assert hours.choice.selected_cards() == ()


def test_a_screen_reader_hears_each_post_with_its_market_and_hour(hours):
    QAccessible.setActive(True)
    try:
        table = QAccessible.queryAccessibleInterface(hours)
        texts = {
            table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())
        }
    finally:
        QAccessible.setActive(False)
    assert any(MORNING.name in text for text in texts)
