from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.builders.hours import NINTH, SILENCE
from tests.builders.ui import GERMANY
from ui.theme import DARK


def show_help(header, at):
    event = QHelpEvent(QEvent.Type.ToolTip, at, header.viewport().mapToGlobal(at))
    QApplication.sendEvent(header.viewport(), event)
    return QToolTip.text()


def test_a_market_says_what_the_day_means_there(hours):
    room = hours.measures.market_rect(GERMANY.id)
    words = show_help(hours.day_header, QPoint(room.center().x(), 10))
    assert GERMANY.name in words
    assert SILENCE.name in words


def test_a_double_click_asks_about_the_day(hours, qtbot):
    with qtbot.waitSignal(hours.day_header.day_asked) as told:
        hours.day_header.sectionDoubleClicked.emit(0)
    assert told.args == [NINTH]


def test_heads_and_ruler_are_drawn_in_both_themes(hours):
    light = [one.grab().toImage() for one in (hours.day_header, hours.market_header)]
    hours.set_theme(DARK)
    dark = [one.grab().toImage() for one in (hours.day_header, hours.market_header)]
    assert all(one != other for one, other in zip(light, dark, strict=True))


def test_beyond_the_markets_there_is_nothing_to_say(hours):
    hours.resize(3000, 600)
    assert hours.day_header.sizeHint().height() > 3 * hours.fontMetrics().height()
