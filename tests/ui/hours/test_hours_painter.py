from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from app.domain.flag import Severity
from tests.builders.hours import MORNING, NOW
from tests.builders.ui import FRANCE, GERMANY, JAPAN
from ui.cards.other_clock import OtherClock
from ui.theme import DARK, LIGHT

THE_DAY_BEFORE = NOW - timedelta(days=1)


def colour(view, market, minute, *, from_start=30):
    view.verticalScrollBar().setValue(max(view.measures.hour * minute // 60 - 200, 0))
    room = view.measures.market_rect(market.id)
    mirrored = view.layoutDirection() is Qt.LayoutDirection.RightToLeft
    x = room.right() - from_start if mirrored else room.left() + from_start
    return view.viewport().grab().toImage().pixelColor(QPoint(x, view.measures.y_of(minute) + 1))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_publishing_hours_are_lighter_than_what_is_closed(hours, theme):
    hours._now = lambda: THE_DAY_BEFORE  # noqa: SLF001 - nothing is past yet
    hours.set_theme(theme)
    assert colour(hours, GERMANY, 450) == theme.window
    assert colour(hours, FRANCE, 450) == theme.surface


def test_a_bar_tells_whether_somebody_is_on_duty(hours):
    assert colour(hours, GERMANY, 630, from_start=2) == LIGHT.accent
    assert colour(hours, GERMANY, 750, from_start=2) != LIGHT.accent
    assert colour(hours, FRANCE, 630, from_start=2) != LIGHT.accent


def test_a_quiet_minute_is_drawn_to_the_minute(hours):
    stripe = LIGHT.severity(Severity.STOP).stripe
    assert colour(hours, GERMANY, 660) == stripe
    assert colour(hours, GERMANY, 640) != stripe
    assert colour(hours, FRANCE, 660) != stripe


def test_now_is_a_line_in_the_time_of_each_market(hours):
    assert colour(hours, GERMANY, 480 - 1) == LIGHT.accent
    assert colour(hours, JAPAN, 960 - 1) == LIGHT.accent


def test_times_of_another_zone_take_room_of_their_own(hours):
    index = hours.model().index_of(MORNING.id)
    before = hours.measures.card_rect(index).width()
    hours.set_clock(OtherClock("Asia/Tokyo"))
    assert hours.measures.card_rect(index).width() < before
    assert not hours.viewport().grab().isNull()
    hours.set_clock(None)
    assert hours.measures.clock_room == 0


def test_the_line_of_a_drop_and_the_focus_are_drawn(hours, qtbot):
    plain = hours.viewport().grab().toImage()
    hours.choice.choose_post(MORNING.id)
    hours.setFocus()
    assert hours.viewport().grab().toImage() != plain
