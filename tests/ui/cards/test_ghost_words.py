from dataclasses import replace

import pytest

from app.domain.recall import Cause, Why
from tests.builders.ui import MONDAY, card, on, recall
from ui.cards.ghost_words import first_words, spoken, still_queued, time_words, tooltip

GHOST = recall(card(142), on(MONDAY, 10), causes=(Cause(Why.CANCELLED), Cause(Why.HELD, "Fire")))


def test_a_ghost_says_when_it_will_be_sent_and_what():
    assert time_words(GHOST) == "10:00"
    assert first_words(GHOST).startswith("Treat yourself with tender chicken and")
    assert first_words(replace(GHOST, headline="Rye")).startswith("Rye · Treat yourself")


@pytest.mark.in_english
def test_it_says_why_as_far_as_there_is_room():
    assert still_queued(GHOST) == (
        "Still queued in Buffer · cancelled",
        "Still in Buffer · cancelled",
        "Still in Buffer",
        "Still queued",
    )


@pytest.mark.in_english
def test_a_screen_reader_hears_that_it_is_no_post_of_the_plan():
    assert spoken(GHOST) == (
        "Still queued in Buffer: DE-0142, Monday, 2 November 2026, 10:00 CET, UTC+1, Instagram, "
        "cancelled, Treat yourself with tender chicken"
    )


@pytest.mark.in_english
def test_the_tooltip_tells_all_and_the_way_out():
    assert tooltip(GHOST).splitlines() == [
        "DE-0142 · Treat yourself with tender chicken",
        "Still queued in Buffer, Mon 2 Nov, 10:00 CET, UTC+1",
        "It was cancelled.",
        "A hold stops it: Fire",
        GHOST.way_out,
    ]
