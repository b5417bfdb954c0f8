from datetime import time

import pytest

from tests.builders.hours import at
from tests.builders.ui import FRANCE, GERMANY
from ui.hours import hour_words

pytestmark = pytest.mark.in_english


def lines_at(model, market, clock):
    there = at(clock.hour, clock.minute)
    meaning = model.observances(market.id, there.date())
    return hour_words.lines_at(there, market, model.hours_of(market.id), meaning)


def test_it_says_what_is_closed_and_that_nobody_is_there(model):
    night = lines_at(model, GERMANY, time(7, 5))
    assert night[:3] == ["Germany · 07:05", "At night: 00:00–08:00", "Somebody is on duty"]
    assert "Nobody on duty: 12:00–14:00" in lines_at(model, GERMANY, time(12))


def test_it_says_what_the_clocks_do(model):
    assert "The clocks go forward: 02:00–03:00 does not exist" in lines_at(
        model, GERMANY, time(2, 30)
    )
    assert "The clocks go back: 02:00–03:00 happens twice" in lines_at(model, FRANCE, time(2))


def test_a_quiet_minute_is_told_near_it_too(model):
    assert any("silence" in line for line in lines_at(model, GERMANY, time(10, 55)))
    assert not any("silence" in line for line in lines_at(model, GERMANY, time(10, 45)))
