from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.commands.months import LongOccasion
from app.commands.views import DayKnowledge
from app.domain.flag import Severity
from tests.builders.ui import GERMANY, MARKETS, MONDAY, KeptCards, card, flag, on
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.theme import DARK, LIGHT


@pytest.fixture
def view(qtbot):
    cards = [card(1, GERMANY, local=on(MONDAY), flags=(flag(),))]
    model = CalendarModel(KeptCards(cards), Period(MONDAY, 1))
    model.show_period(Period(MONDAY, 1), MARKETS)
    made = LanesView(model, LIGHT, lambda *_: (), today=MONDAY + timedelta(days=1))
    made.resize(1400, 500)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def head_colours(view: LanesView, column: int) -> set[str]:
    header = view.day_header
    image = header.viewport().grab().toImage()
    start = header.sectionViewportPosition(column) + 1
    return {
        image.pixelColor(x, y).name()
        for x in range(start, start + header.sectionSize(column) - 1)
        for y in range(image.height() - 1)
    }


def test_today_is_marked(view):
    assert LIGHT.accent_tint.name() in head_colours(view, 1)
    assert LIGHT.accent_tint.name() not in head_colours(view, 2)
    view.set_today(MONDAY + timedelta(days=2))
    assert LIGHT.accent_tint.name() in head_colours(view, 2)


def test_the_gravest_flag_of_a_day_is_shown_by_its_sign(view):
    stripe = LIGHT.severity(Severity.STOP).stripe.name()
    assert stripe in head_colours(view, 0)
    assert stripe not in head_colours(view, 3)


def test_the_tooltip_says_the_day_whole(view):
    header = view.day_header
    place = QPoint(header.sectionViewportPosition(0) + 10, 10)
    event = QHelpEvent(QEvent.Type.ToolTip, place, header.mapToGlobal(place))
    QApplication.sendEvent(header.viewport(), event)
    assert "1 post" in QToolTip.text()
    assert "gravest flag: Stop" in QToolTip.text()
    QToolTip.hideText()


def test_it_takes_other_colours(view):
    view.day_header.set_theme(DARK)
    assert DARK.raised.name() in head_colours(view, 4)


@pytest.mark.left_to_right
def test_it_follows_the_direction_of_the_window(view):
    first = view.day_header.sectionViewportPosition(0)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.day_header.sectionViewportPosition(0) > first


def test_a_double_click_asks_what_the_day_means(view, qtbot):
    header = view.day_header
    place = QPoint(header.sectionViewportPosition(3) + 10, 10)
    with qtbot.waitSignal(header.day_asked) as asked:
        qtbot.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [MONDAY + timedelta(days=3)]


def test_a_day_on_which_nobody_is_on_duty_bears_a_mark_and_its_tooltip_names_the_market(view):
    header = view.day_header
    before = header.viewport().grab().toImage()
    gap = {(GERMANY.id, MONDAY + timedelta(days=3)): "Nobody 18:00–20:00"}
    view.model().show_days(DayKnowledge(gaps=gap))
    after = header.viewport().grab().toImage()

    def head(image, column):
        start = header.sectionViewportPosition(column)
        return image.copy(start, 0, header.sectionSize(column), image.height())

    assert head(before, 3) != head(after, 3)
    assert head(before, 4) == head(after, 4)
    place = QPoint(header.sectionViewportPosition(3) + 10, 10)
    event = QHelpEvent(QEvent.Type.ToolTip, place, header.mapToGlobal(place))
    QApplication.sendEvent(header.viewport(), event)
    assert GERMANY.name in QToolTip.text()
    QToolTip.hideText()


def test_the_mark_of_a_gap_stands_beside_that_of_a_flag(view):
    before = view.day_header.viewport().grab().toImage()
    gap = {(GERMANY.id, MONDAY): "Nobody 18:00–20:00"}
    view.model().show_days(DayKnowledge(gaps=gap))
    assert LIGHT.severity(Severity.STOP).stripe.name() in head_colours(view, 0)
    assert view.day_header.viewport().grab().toImage() != before


RAMADAN = LongOccasion(
    "Ramadan",
    "A month of fasting.",
    MONDAY - timedelta(days=3),
    MONDAY + timedelta(days=2),
    (GERMANY.id,),
)


@pytest.mark.left_to_right
def test_what_lasts_for_weeks_is_a_band_below_its_days(view):
    before = view.day_header.height()
    view.model().show_days(DayKnowledge(months=(RAMADAN,)))
    assert view.day_header.height() > before
    assert LIGHT.hovered.name() in head_colours(view, 0)
    assert LIGHT.hovered.name() not in head_colours(view, 4)
    view.model().show_days(DayKnowledge())
    assert view.day_header.height() == before


@pytest.mark.in_english
@pytest.mark.parametrize(("day", "is_said"), [(0, True), (5, False)])
def test_the_tooltip_of_a_day_says_what_lasts_for_weeks(view, day, is_said):
    view.model().show_days(DayKnowledge(months=(RAMADAN,)))
    header = view.day_header
    place = QPoint(header.sectionViewportPosition(day) + 10, 10)
    event = QHelpEvent(QEvent.Type.ToolTip, place, header.mapToGlobal(place))
    QApplication.sendEvent(header.viewport(), event)
    assert ("Ramadan · DE: A month of fasting." in QToolTip.text()) is is_said
    QToolTip.hideText()
