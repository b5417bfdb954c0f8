from dataclasses import replace

import pytest

from app.commands.leaving import Fate
from app.domain.flag import Flag, Severity
from tests.builders.ui import JAPAN, card, handed_over, utc
from tests.ui.leaving.kit import BERLIN, GONE, LATER, LYING, MISSED, NOW, SOON, TOKYO, leaving
from ui.leaving.leaving_words import (
    ICONS,
    fate_name,
    fate_words,
    market_time_words,
    own_time_words,
    place_words,
    spoken,
    tooltip,
    why_words,
)

pytestmark = pytest.mark.in_english
QUEUED = leaving(handed_over(card(7), utc(2026, 11, 9, 12)), Fate.QUEUED)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (LYING, "Must come out of Buffer"),
        (QUEUED, "In Buffer, as approved"),
        (SOON, "Not approved · waiting for review"),
        (MISSED, "Missed its time · waiting for review"),
        (LATER, "On hold: stays in"),
        (TOKYO, "Approved, not exported"),
        (GONE, "Gone out"),
    ],
)
def test_each_post_says_what_becomes_of_it(one, said):
    assert fate_words(one) == said


def test_a_hold_is_said_once_and_then_its_reason():
    held = Flag("hold.active", Severity.STOP, "h", "m", "On hold: Fire", "w", evidence=("Fire",))
    one = replace(LATER, card=replace(LATER.card, flags=(held,), is_assessed=True))
    assert (fate_words(one), why_words(one)) == ("On hold: stays in", "Hold: Fire")


def test_every_fate_has_a_name_and_a_sign_of_its_own():
    assert len({fate_name(fate) for fate in Fate}) == len({*ICONS.values()}) == len(Fate)


def test_the_readers_time_comes_first_and_the_markets_with_its_day_where_that_differs():
    assert own_time_words(TOKYO, BERLIN) == "13:00"
    assert market_time_words(TOKYO, BERLIN) == "21:00 JST"
    assert market_time_words(TOKYO, "Pacific/Auckland") == "Mon 9 Nov, 21:00 JST"


def test_what_is_worst_about_it_is_said_in_one_line():
    assert why_words(SOON).startswith("Stop: 9 November")
    assert why_words(LYING) == "moved to Wed 11 Nov"
    assert why_words(TOKYO) == ""
    unread = replace(SOON, card=replace(SOON.card, is_assessed=False))
    assert "still being checked" in why_words(unread)


def test_a_screen_reader_says_when_where_and_what_becomes_of_it():
    words = spoken(SOON, "Germany", BERLIN, NOW)
    assert words.startswith("in 10 minutes, Mon 9 Nov, 09:50 your time, 09:50 CET, DE-0003")
    assert "Not approved" in words


def test_a_tooltip_says_how_it_is_taken_out():
    assert "delete it" in tooltip(LYING, "Germany", BERLIN, NOW)
    assert "13:00 your time" in tooltip(TOKYO, "Japan", BERLIN, NOW)


def test_a_place_is_number_market_and_channel():
    assert place_words(TOKYO, JAPAN.name) == "JP-0004 · Japan · Instagram · Fennel Japan"
