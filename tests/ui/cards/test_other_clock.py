from datetime import datetime

import pytest

from tests.builders.ui import GERMANY, JAPAN, THE_NINTH, on
from ui.cards.other_clock import OtherClock

TOKYO, MINE = OtherClock(JAPAN.zone), OtherClock("America/New_York", is_own=True)

pytestmark = pytest.mark.in_english


@pytest.mark.parametrize(
    ("clock", "hour", "said"), [(TOKYO, 9, "17:00"), (TOKYO, 18, "02:00 +1"), (MINE, 3, "21:00 −1")]
)
def test_the_time_there_says_when_it_is_another_day(clock, hour, said):
    assert clock.time(on(THE_NINTH, hour), GERMANY.zone) == said


def test_a_card_says_whose_time_it_is_where_there_is_room():
    assert TOKYO.forms(on(THE_NINTH, 9), GERMANY.zone) == ("17:00 Tokyo", "17:00")
    assert MINE.forms(on(THE_NINTH, 9), GERMANY.zone) == ("03:00 your time", "03:00")


def test_a_sentence_says_whose_times_they_are():
    assert (TOKYO.whose, MINE.whose) == ("Tokyo", "your own")


def test_where_the_clocks_agree_and_in_the_tray_there_is_nothing_to_say():
    assert TOKYO.forms(on(THE_NINTH, 9), JAPAN.zone) == ()
    assert TOKYO.forms(None, GERMANY.zone) == ()


@pytest.mark.parametrize(
    ("clock", "zone", "said"),
    [
        (TOKYO, GERMANY.zone, "Tokyo: +8 h"),
        (MINE, GERMANY.zone, "You: −6 h"),
        (TOKYO, "Asia/Kolkata", "Tokyo: +3:30 h"),
        (TOKYO, "Asia/Seoul", "Tokyo: same time"),
    ],
)
def test_the_head_of_a_market_says_how_far_ahead_it_is(clock, zone, said):
    assert clock.difference(zone, datetime(2026, 11, 9, 12)) == said
