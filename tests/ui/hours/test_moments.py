import pytest

from app.commands.day_hours import DAY, Stretch
from tests.builders.hours import EVE, SILENCE
from tests.builders.ui import observance
from ui.hours.moments import moment_words, stretch_of, timed


def test_only_what_lasts_for_a_part_of_the_day_counts_the_longest_first():
    assert list(timed([observance(), SILENCE, EVE])) == [EVE, SILENCE]


def test_minutes_are_those_of_the_clock_and_midnight_is_the_end():
    assert stretch_of(SILENCE) == Stretch(660, 662)
    assert stretch_of(EVE) == Stretch(960, DAY)


@pytest.mark.in_english
def test_it_says_when_and_what():
    assert moment_words(SILENCE) == "11:00–11:02 Two minutes’ silence"
    assert moment_words(EVE) == "16:00–00:00 Eve of Day"
