from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.flag import Severity
from app.domain.observance import Tone
from tests.builders.ui import FRANCE, GERMANY
from tests.builders.ui_d import known_day
from ui.days.day_filter import DayFilter, Wanted


def part(bar, kind, name):
    return bar.findChild(kind, name)


@pytest.fixture
def bar(qtbot):
    made = DayFilter(date(2027, 11, 1))
    qtbot.addWidget(made)
    made.set_markets([GERMANY, FRANCE])
    return made


@pytest.mark.parametrize(
    ("wanted", "is_shown"),
    [
        (Wanted(), True),
        (Wanted("day WAS"), True),
        (Wanted("day moon"), False),
        (Wanted(tone=Tone.MOURNING), True),
        (Wanted(tone=Tone.SOLEMN), False),
        (Wanted(severity=Severity.STOP), True),
        (Wanted(severity=Severity.NOTE), False),
    ],
)
def test_words_tone_and_severity_narrow_the_list(wanted, is_shown):
    assert wanted.lets_through(known_day()) is is_shown


def test_holidays_are_shown_when_they_are_asked_for():
    holiday = known_day(meaning={"tone": Tone.HOLIDAY, "severity": Severity.NOTE})
    assert not Wanted().lets_through(holiday)
    assert Wanted(has_holidays=True).lets_through(holiday)
    assert Wanted(tone=Tone.HOLIDAY).lets_through(holiday)


def test_it_begins_with_this_year_and_all_markets(bar):
    assert (bar.year, bar.market, bar.wanted) == (2027, None, Wanted())


def test_another_market_or_year_asks_and_words_only_narrow(bar, qtbot):
    with qtbot.waitSignal(bar.asked):
        bar.aim(FRANCE.id)
    assert bar.market == FRANCE.id
    with qtbot.assertNotEmitted(bar.asked), qtbot.waitSignal(bar.narrowed):
        qtbot.keyClicks(part(bar, QLineEdit, "days_words"), "fire")
    assert bar.wanted.words == "fire"
    with qtbot.assertNotEmitted(bar.asked):
        bar.set_year(2030)
    assert bar.year == 2030


def test_a_market_that_is_gone_is_no_longer_chosen(bar):
    bar.aim(FRANCE.id)
    bar.set_markets([GERMANY, FRANCE])
    assert bar.market == FRANCE.id
    bar.set_markets([GERMANY])
    assert bar.market is None


def test_everything_is_let_through_again(bar, qtbot):
    part(bar, QComboBox, "days_tone").setCurrentIndex(2)
    part(bar, QComboBox, "days_severity").setCurrentIndex(1)
    qtbot.keyClicks(part(bar, QLineEdit, "days_words"), "x")
    bar.clear()
    assert bar.wanted == Wanted()
