from datetime import time

import pytest

from tests.builders.ui import FRANCE, GERMANY
from ui.hours.hour_words import lines_at

pytestmark = pytest.mark.in_english


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
