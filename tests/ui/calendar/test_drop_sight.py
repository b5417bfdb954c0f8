from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    THE_NINTH,
    KeptCards,
    card,
    day_knowledge,
    flag,
    on,
)
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.drop_sight import ASKED_FOR, DropSight, now_utc
from ui.calendar.period import Period
from ui.cards.dragging import Carried
from ui.theme import DARK, LIGHT

CELL = QRect(300, 100, 120, 60)
NOW = datetime(2026, 11, 2, 12, 30, tzinfo=UTC)
ONE = (Carried(card(1).id, GERMANY.id),)


class Sight:
    def __init__(self, ground: QWidget) -> None:
        self.asked = []
        model = CalendarModel(KeptCards([card(1)]), Period(MONDAY, 2), ground)
        model.show_period(Period(MONDAY, 2), MARKETS)
        model.show_days(day_knowledge())
        self.sight = DropSight(model, LIGHT, self.flags, ground, lambda: NOW)

    def flags(self, post, market, day):
        self.asked.append((post, market, day))
        return (flag(key=f"{post}"),) if day == THE_NINTH else ()


@pytest.fixture
def desk(qtbot):
    ground = QWidget()
    ground.resize(1000, 600)
    qtbot.addWidget(ground)
    ground.show()
    return Sight(ground)


def test_a_drag_begins_and_ends(desk):
    assert not desk.sight.is_active
    desk.sight.begin(ONE)
    assert desk.sight.is_active
    desk.sight.aim(GERMANY.id, THE_NINTH, CELL, is_copy=False)
    desk.sight.end()
    assert not desk.sight.is_active
    assert desk.sight.target is None
    assert desk.sight.hint.isHidden()


def test_the_aimed_cell_says_why_it_is_not_like_others(desk):
    desk.sight.begin(ONE)
    desk.sight.aim(GERMANY.id, THE_NINTH, CELL, is_copy=False)
    assert desk.sight.target == (GERMANY.id, THE_NINTH)
    assert "anniversary of the 1938 pogroms" in desk.sight.hint.text


def test_another_market_and_ctrl_are_said(desk):
    desk.sight.begin(ONE)
    desk.sight.aim(JAPAN.id, MONDAY, CELL, is_copy=False)
    assert "Make a version for Japan" in desk.sight.hint.text
    desk.sight.aim(GERMANY.id, MONDAY, CELL, is_copy=False)
    assert "Move to" in desk.sight.hint.text
    desk.sight.aim(GERMANY.id, MONDAY, CELL, is_copy=True)
    assert "Copy to" in desk.sight.hint.text


def test_a_cell_is_asked_about_once_per_drag(desk):
    desk.sight.begin(ONE)
    for _time in range(3):
        desk.sight.aim(GERMANY.id, THE_NINTH, CELL, is_copy=False)
        desk.sight.aim(GERMANY.id, MONDAY, CELL, is_copy=False)
    assert len(desk.asked) == 2
    desk.sight.end()
    desk.sight.begin(ONE)
    desk.sight.aim(GERMANY.id, THE_NINTH, CELL, is_copy=False)
    assert len(desk.asked) == 3


def test_of_many_posts_only_some_are_asked_about(desk):
    carried = tuple(Carried(card(number).id, GERMANY.id) for number in range(50))
    desk.sight.begin(carried)
    desk.sight.aim(GERMANY.id, MONDAY + timedelta(days=1), CELL, is_copy=False)
    assert len(desk.asked) == ASKED_FOR


def test_looking_away_leaves_the_drag_under_way(desk):
    desk.sight.begin(ONE)
    desk.sight.set_theme(DARK)
    desk.sight.aim(GERMANY.id, THE_NINTH, CELL, is_copy=False)
    desk.sight.look_away()
    assert desk.sight.is_active
    assert desk.sight.hint.isHidden()
    desk.sight.aim(GERMANY.id, THE_NINTH, CELL, is_copy=False)
    assert not desk.sight.hint.isHidden()


TUESDAY = MONDAY + timedelta(days=1)
HELD = Carried(card(1).id, GERMANY.id, on(MONDAY))
LATER = Carried(card(2, FRANCE).id, FRANCE.id, on(MONDAY + timedelta(days=2)))


def test_of_many_each_is_asked_about_on_the_day_and_in_the_market_where_it_would_stand(desk):
    desk.sight.begin((HELD, LATER))
    desk.sight.aim(GERMANY.id, TUESDAY, CELL, is_copy=False)
    assert desk.asked == [
        (HELD.post, GERMANY.id, TUESDAY),
        (LATER.post, FRANCE.id, TUESDAY + timedelta(days=2)),
    ]
    desk.asked.clear()
    desk.sight.aim(JAPAN.id, TUESDAY, CELL, is_copy=False)
    assert {market for _post, market, _day in desk.asked} == {JAPAN.id}


@pytest.mark.in_english
def test_that_an_approval_ends_and_what_a_scheduler_holds_is_said_before_the_drop(desk):
    desk.sight.begin((replace(HELD, is_approved=True, is_queued=True),))
    desk.sight.aim(GERMANY.id, MONDAY, CELL, is_copy=False)
    assert "approval" not in desk.sight.hint.text
    desk.sight.aim(GERMANY.id, TUESDAY, CELL, is_copy=False)
    assert "The approval ends." in desk.sight.hint.text
    assert "stays queued at the scheduler" in desk.sight.hint.text
    desk.sight.aim(GERMANY.id, TUESDAY, CELL, is_copy=True)
    assert "approval" not in desk.sight.hint.text


@pytest.mark.in_english
@pytest.mark.parametrize(("hour", "says"), [(13, True), (14, False)])
def test_the_past_is_named_before_the_drop_to_the_minute(desk, hour, says):
    later = Carried(card(1).id, GERMANY.id, on(TUESDAY, hour))  # it is 13:30 in Germany
    desk.sight.begin((later,))
    desk.sight.aim(GERMANY.id, MONDAY, CELL, is_copy=False)
    assert ("That is past" in desk.sight.hint.text) is says


@pytest.mark.in_english
def test_from_the_tray_today_is_not_past(desk):
    desk.sight.begin(ONE)
    desk.sight.aim(GERMANY.id, MONDAY, CELL, is_copy=False)
    assert "past" not in desk.sight.hint.text


def test_the_moment_is_said_in_utc():
    assert now_utc().utcoffset() == timedelta(0)
