from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit

from app.commands.history_pages import Kind, Wanted
from tests.builders import ui_b
from ui.history.history_filter import HistoryFilter

TODAY = date(2027, 11, 1)


@pytest.fixture
def boxes(qtbot):
    made = HistoryFilter(TODAY)
    qtbot.addWidget(made)
    made.set_calendar(ui_b.calendar())
    made.show()
    return made


def choose(boxes, name, row):
    boxes.findChild(QComboBox, name).setCurrentIndex(row)


def test_at_first_everything_is_wanted(boxes):
    assert boxes.wanted() == Wanted()


def test_what_is_chosen_is_told_and_wanted(boxes, qtbot):
    calendar = ui_b.calendar()
    with qtbot.waitSignal(boxes.asked):
        choose(boxes, "history_person", 1)
    choose(boxes, "history_market", 1)
    boxes.choose_kind(Kind.HOLDS)
    wanted = boxes.wanted()
    assert wanted.person == calendar.people[0].id
    assert wanted.market == calendar.markets[0].id
    assert wanted.kind is Kind.HOLDS
    boxes.clear()
    assert boxes.wanted() == Wanted()


def test_people_and_markets_that_are_read_anew_stay_chosen(boxes, qtbot):
    choose(boxes, "history_person", 2)
    before = boxes.wanted()
    with qtbot.assertNotEmitted(boxes.asked):
        boxes.set_calendar(ui_b.calendar())
    assert boxes.wanted() == before


@pytest.mark.parametrize(("row", "days"), [(1, 0), (2, 6), (3, 29)])
def test_some_days_back(boxes, row, days):
    choose(boxes, "history_span", row)
    assert boxes.wanted() == Wanted(first=TODAY - timedelta(days=days))


def test_one_day_is_chosen_by_its_date(boxes, qtbot):
    field = boxes.findChild(QDateEdit, "history_day")
    assert not field.isVisible()
    choose(boxes, "history_span", 4)
    assert field.isVisible()
    with qtbot.waitSignal(boxes.asked):
        field.setDate(QDate(2027, 10, 5))
    assert boxes.wanted() == Wanted(first=date(2027, 10, 5), last=date(2027, 10, 5))


def test_of_a_post_no_market_is_asked(boxes):
    choose(boxes, "history_market", 1)
    boxes.show_market(shows=False)
    assert boxes.wanted("a-post") == Wanted(post="a-post")
