from datetime import date, time

import pytest
from PySide6.QtCore import QRect

from tests.builders.hours import BESIDE, LATE, MORNING, NINTH
from tests.builders.ui import FRANCE, GERMANY, MarketId
from ui.hours.hours_geometry import SNAP, STEPS


def test_a_post_stands_at_its_minute(hours):
    rect = hours.measures.card_rect(hours.model().index_of(MORNING.id))
    assert rect.top() - 2 == hours.measures.y_of(9 * 60 + 30)


def test_posts_beside_each_other_do_not_touch(hours):
    index = hours.model().index_of
    first, second = (hours.measures.card_rect(index(one.id)) for one in (MORNING, BESIDE))
    assert not first.intersects(second)


def test_a_late_post_stays_within_its_day(hours):
    rect = hours.measures.card_rect(hours.model().index_of(LATE.id))
    assert rect.bottom() <= hours.measures.y_of(24 * 60)


@pytest.mark.parametrize(("minute", "at"), [(0, time(0)), (602, time(10)), (603, time(10, 5))])
def test_a_height_is_a_time_in_steps(hours, minute, at):
    hours.measures.hour = 300
    hours.measures.settle_rows()
    assert SNAP == 5
    assert hours.measures.clock_at(hours.measures.y_of(minute)) == at


def test_beyond_the_day_is_its_first_or_last_step(hours):
    assert hours.measures.clock_at(-9000) == time(0)
    assert hours.measures.clock_at(9000) == time(23, 55)


def test_markets_lie_beside_each_other_and_fill_the_room(hours):
    germany, france = (hours.measures.market_rect(one.id) for one in (GERMANY, FRANCE))
    assert germany.right() + 1 == france.left()
    assert germany.width() > france.width(), "two posts stand beside each other there"
    assert hours.horizontalHeader().length() == hours.viewport().width()
    assert hours.measures.market_rect(MarketId("xx")) == QRect()
    assert hours.measures.cell_rect(GERMANY.id, NINTH) == germany
    assert hours.measures.cell_rect(GERMANY.id, date(2026, 11, 10)) == QRect()


def test_hours_get_higher_and_lower_in_steps_and_no_further(hours):
    measures = hours.measures
    measures.hour = STEPS[-1]
    assert measures.next_hour(1) == STEPS[-1]
    assert measures.next_hour(-1) == STEPS[-2]
    measures.hour = STEPS[0]
    assert measures.next_hour(-1) == STEPS[0]


def test_the_focus_surrounds_a_post_or_a_free_hour(hours):
    model, measures = hours.model(), hours.measures
    index = model.index_of(MORNING.id)
    assert measures.focus_rect(index) == measures.card_rect(index)
    free = measures.focus_rect(model.index(15, 0))
    assert free.top() - 2 == measures.y_of(15 * 60)
    assert free.height() == measures.hour - 4
