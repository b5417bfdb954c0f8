"""The roster of a market as days to click and drag in."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTime
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTimeEdit, QToolButton

from app.domain.duty import EVERY_MARKET
from tests.builders.calendars import GERMANY
from tests.builders.duty import CHRISTMAS, OFFICE, ROSTER
from tests.builders.ui_c import calendar_of
from ui.duty.roster_grid import RosterGrid
from ui.duty.roster_page import RosterPage
from ui.theme import DARK, LIGHT

pytestmark = pytest.mark.in_english
LEFT = Qt.MouseButton.LeftButton
MONDAY = date(2027, 12, 20)


@pytest.fixture
def calendar(path):
    return replace(calendar_of(path), roster=ROSTER)


@pytest.fixture
def page(qtbot, calendar):
    made = RosterPage(LIGHT, MONDAY)
    qtbot.addWidget(made)
    made.show_market(calendar, GERMANY, "")
    made.resize(800, 500)
    made.show()
    return made


def grid(page):
    return page.findChild(RosterGrid)


def pick(page, name, first, last=None):
    model = grid(page).model()
    row = next(row for row in range(model.rowCount()) if model.row(row).name.startswith(name))
    span = QItemSelection(
        model.index(row, first), model.index(row, first if last is None else last)
    )
    chosen = grid(page).selectionModel()
    chosen.setCurrentIndex(model.index(row, first), QItemSelectionModel.SelectionFlag.NoUpdate)
    chosen.select(span, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def words(page):
    return page.findChild(QLabel, "roster_chosen").text()


def button(page, name):
    return page.findChild(QPushButton, name)


def test_nothing_is_offered_before_a_day_is_chosen(page):
    assert words(page) == "Drag over the days on which somebody is there."
    names = ("put_on_duty", "take_off_duty", "open_pattern")
    assert not any(button(page, name).isVisible() for name in names)


def test_free_days_become_shifts_at_the_hours_of_the_market(page, qtbot):
    pick(page, "Nora", 1, 2)
    assert words(page) == "Nora Haddad, Tue 21 Dec – Wed 22 Dec"
    with qtbot.waitSignal(page.put_asked) as asked:
        qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    (shifts,) = asked.args
    assert [(one.person, one.market, one.starts, one.ends.time()) for one in shifts] == [
        ("nora", GERMANY, datetime(2027, 12, day, 8), time(20)) for day in (21, 22)
    ]


def test_a_shift_may_end_on_the_next_day(page, qtbot):
    pick(page, "Nora", 1)
    page.findChild(QTimeEdit, "roster_from").setTime(QTime(20, 0))
    page.findChild(QTimeEdit, "roster_to").setTime(QTime(4, 0))
    with qtbot.waitSignal(page.put_asked) as asked:
        qtbot.mouseClick(button(page, "put_on_duty"), LEFT)
    ((shift,),) = asked.args
    assert shift.ends == datetime(2027, 12, 22, 4)


def test_a_single_shift_is_taken_off_with_a_reason(page, qtbot):
    pick(page, "Marc", 4)
    assert words(page).endswith("24 Dec: 09:00–14:00")
    off = button(page, "take_off_duty")
    assert off.toolTip() == "Write why first."
    qtbot.keyClick(grid(page), Qt.Key.Key_Delete)
    reason = page.findChild(QLineEdit, "roster_reason")
    with qtbot.assertNotEmitted(page.take_off_asked):
        qtbot.keyClick(reason, Qt.Key.Key_Return)
    qtbot.keyClicks(reason, "Swapped")
    with qtbot.waitSignal(page.take_off_asked) as asked:
        qtbot.mouseClick(off, LEFT)
    assert asked.args == [[CHRISTMAS], "Swapped"]


def test_weekly_duty_leads_to_its_pattern(page, qtbot):
    pick(page, "Lena", 0)
    assert not button(page, "take_off_duty").isVisible()
    with qtbot.waitSignal(page.pattern_asked) as asked:
        qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert asked.args == [OFFICE.id]


def test_where_nobody_is_nothing_can_be_put(page, qtbot):
    pick(page, "Nobody", 0)
    assert "Nobody 08:00–09:00" in words(page)
    assert not button(page, "put_on_duty").isVisible()
    with qtbot.assertNotEmitted(page.put_asked):
        qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    qtbot.keyClick(grid(page), Qt.Key.Key_Delete)


def test_who_may_not_change_it_reads_why(page, calendar):
    page.show_market(calendar, GERMANY, "A reviewer keeps it.")
    pick(page, "Nora", 1)
    assert not button(page, "put_on_duty").isEnabled()
    assert button(page, "put_on_duty").toolTip() == "A reviewer keeps it."


def test_all_markets_are_looked_over_and_one_of_them_opened(page, calendar, qtbot):
    page.show_market(calendar, EVERY_MARKET, "")
    assert "Double-click a market" in words(page)
    pick(page, "Germany", 0)
    assert not button(page, "put_on_duty").isVisible()
    with qtbot.waitSignal(page.market_asked) as asked:
        qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert asked.args == [GERMANY]
    page._on_put()  # noqa: SLF001 - the button is hidden
    assert page._shifts() == page._patterns() == []  # noqa: SLF001


def test_a_double_click_does_what_enter_does(page, qtbot):
    pick(page, "Lena", 0)
    index = grid(page).currentIndex()
    with qtbot.waitSignal(page.pattern_asked):
        grid(page).doubleClicked.emit(index)


def test_weeks_and_months_are_turned_and_today_leads_back(page, qtbot):
    def title():
        return page.findChild(QLabel, "roster_title").text()

    def turn(name):
        qtbot.mouseClick(page.findChild(QToolButton, name), LEFT)

    assert title() == "20–26 Dec 2027"
    turn("roster_later")
    assert title().startswith("27 Dec 2027")
    turn("roster_month_button")
    assert title() == "Dec 2027"
    turn("roster_later")
    assert title() == "Jan 2028"
    turn("roster_earlier")
    turn("roster_earlier")
    assert title() == "Nov 2027"
    turn("roster_today")
    turn("roster_week_button")
    assert title() == "20–26 Dec 2027"
    page.set_theme(DARK)


def test_before_a_calendar_is_there_nothing_is_shown(qtbot):
    empty = RosterPage(LIGHT, MONDAY)
    qtbot.addWidget(empty)
    empty._show_days()  # noqa: SLF001
    assert empty._shifts() == empty._patterns() == []  # noqa: SLF001


def test_at_the_end_of_a_week_the_next_one_is_shown_first(qtbot, calendar):
    titles = []
    for days in (4, 5):
        made = RosterPage(LIGHT, MONDAY + timedelta(days=days))
        qtbot.addWidget(made)
        made.show_market(calendar, GERMANY, "")
        titles.append(made.findChild(QLabel, "roster_title").text())
    assert titles[0] != titles[1]
