from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.domain.flag import Severity
from tests.builders.hours import MORNING, NINTH, NOW
from tests.builders.ui import FRANCE, GERMANY, flag
from ui.cards.dragging import carried_in, mime_of
from ui.hours.hours_sight import HoursSight
from ui.theme import DARK, LIGHT

LINE = QRect(0, 100, 200, 60)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def sight(model, asked, qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(600, 400)

    def flags(post, market, there):
        asked.append((post, market, there))
        return (flag(Severity.CAUTION),) if there.hour == 11 else ()

    made = HoursSight(model, LIGHT, flags, ground, lambda: NOW)
    made.ground = ground
    made.begin(carried_in(mime_of([MORNING])))
    return made


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("market", "is_copy", "words"),
    [
        (GERMANY, False, "Move to 11:05, Germany"),
        (GERMANY, True, "Copy to 11:05, Germany"),
        (FRANCE, False, "Make a version for France at 11:05"),
    ],
)
def test_the_new_time_is_said_before_the_drop(sight, market, is_copy, words):
    sight.aim(market, time(11, 5), LINE, is_copy=is_copy)
    assert sight.aimed == (market.id, time(11, 5))
    assert sight.hint.text.startswith(words)


def test_what_the_post_would_get_at_that_minute_is_asked_once(sight, asked):
    for _time in range(2):
        sight.aim(GERMANY, time(11), LINE, is_copy=False)
    assert asked == [(MORNING.id, GERMANY.id, datetime.combine(NINTH, time(11)))]
    assert flag().headline in sight.hint.text


@pytest.mark.in_english
def test_the_past_is_named(sight):
    sight.aim(GERMANY, time(7, 55), LINE, is_copy=False)
    assert "past" in sight.hint.text
    assert NOW + timedelta(hours=1) > NOW


def test_at_the_end_nothing_is_said(sight):
    sight.aim(GERMANY, time(11), LINE, is_copy=False)
    sight.set_theme(DARK)
    sight.end()
    assert sight.aimed is None
    assert not sight.is_active
    assert sight.hint.text == ""
