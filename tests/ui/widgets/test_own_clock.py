from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from ui.widgets.own_clock import own_time, own_zone

TEN = datetime(2027, 11, 9, 10, 0)


@pytest.mark.in_english
def test_the_same_day_needs_only_the_time():
    assert own_time(TEN, "Europe/Berlin", "Europe/London") == "09:00 your time"


@pytest.mark.in_english
def test_another_day_is_named():
    assert own_time(TEN, "Europe/Berlin", "Pacific/Auckland") == "22:00 your time"
    assert own_time(TEN, "Europe/Berlin", "America/Los_Angeles") == "01:00 your time"
    late = TEN.replace(hour=23)
    assert own_time(late, "Europe/Berlin", "Asia/Tokyo") == "Wed 10 Nov, 07:00 your time"


def test_where_the_clocks_agree_nothing_is_said():
    assert own_time(TEN, "Europe/Berlin", "Europe/Paris") == ""


def test_this_computer_has_a_zone():
    assert ZoneInfo(own_zone())
