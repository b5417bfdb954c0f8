from dataclasses import replace
from datetime import timedelta

import pytest

from app.commands.texts import stage_name
from app.commands.views import Stage
from app.domain.flag import Severity
from tests.builders.ui import (
    GERMANY,
    JAPAN,
    SAUDI_ARABIA,
    THE_NINTH,
    approved,
    card,
    flag,
    handed_over,
    on,
    utc,
)
from ui.cards import card_words
from ui.cards.card_words import (
    first_words,
    network_words,
    queued_word,
    queued_words,
    short_zone_words,
    spoken,
    stage_word,
    time_words,
    tooltip,
    zone_words,
)


def test_the_time_is_that_of_the_market_with_its_zone():
    made = card(1, GERMANY, local=on(THE_NINTH, 13, 5))
    assert (time_words(made), zone_words(made)) == ("13:05", "CET")


@pytest.mark.parametrize(
    ("market", "words"), [(JAPAN, "JST"), (SAUDI_ARABIA, "UTC+3")], ids=["named", "unnamed"]
)
def test_a_zone_without_an_abbreviation_says_how_far_it_is_from_utc(market, words):
    assert zone_words(card(1, market)) == words


def test_the_zone_follows_summer_time():
    assert zone_words(card(1, GERMANY, local=on(THE_NINTH.replace(month=7)))) == "CEST"


@pytest.mark.in_english
def test_in_the_tray_where_no_row_says_it_the_market_stands_beside_the_network():
    assert network_words(card(1, GERMANY)) == "Instagram"
    assert network_words(card(1, GERMANY, local=None)) == "DE · Instagram"


def test_in_the_tray_there_is_neither_time_nor_zone():
    undated = card(1, local=None)
    assert time_words(undated) == zone_words(undated) == ""


@pytest.mark.parametrize(
    ("headline", "text", "words"),
    [
        ("Autumn", "Soft wool.", "Autumn · Soft wool."),
        ("Soft wool and", "Soft wool and\n warm   light.", "Soft wool and warm light."),
        ("Soft wool…", "Soft wool and light.", "Soft wool and light."),
        ("Autumn", "", "Autumn"),
    ],
)
def test_first_words_are_name_and_text_without_saying_anything_twice(headline, text, words):
    assert first_words(card(1, headline=headline, text=text)) == words


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_one_short_word(stage):
    word = stage_word(card(1, stage=stage))
    assert word
    assert " " not in word


@pytest.mark.parametrize("stage", Stage)
def test_the_stage_is_told_by_tooltip_and_screen_reader_where_no_word_has_room(stage):
    made = card(1, stage=stage, flags=(flag(Severity.STOP),))
    assert stage_name(stage) in tooltip(made)
    assert stage_name(stage).lower() in spoken(made)


@pytest.mark.in_english
def test_what_is_still_queued_is_said_in_the_markets_time():
    made = handed_over(card(1), utc(2026, 11, 10, 9, 0))
    assert queued_words(made) == "Still queued in Buffer, Tue 10 Nov 10:00"
    assert queued_word(made) == "Still queued"
    assert queued_words(card(1)) == queued_word(card(1)) == ""


@pytest.mark.in_english
def test_a_hold_is_a_flag_of_the_family_of_holds():
    assert "on hold" in spoken(card(1, flags=(flag(rule="hold.active"),)))
    assert "on hold" not in spoken(card(1, flags=(flag(),)))


@pytest.mark.in_english
def test_a_screen_reader_hears_all_that_the_eye_sees():
    made = card(142, flags=(flag(),), channel=replace(card().channel, network="x"))
    words = spoken(made)
    for part in (
        "DE-0142",
        "9 November 2026",
        "13:00 CET",
        "X",
        "stop: 9 November: anniversary of the 1938 pogroms",
        "waiting for review",
        "not approved",
        "Treat yourself",
    ):
        assert part in words, part


@pytest.mark.in_english
def test_an_approved_post_is_said_to_be_approved():
    words = spoken(approved(card()))
    assert words.count("approved") == 1
    assert "not approved" not in words


@pytest.mark.in_english
def test_a_channel_called_like_its_network_is_said_once():
    channel = replace(card().channel, network="facebook", name="Facebook", handle="@solvane")
    assert "Facebook · @solvane" in tooltip(card(1, channel=channel)).splitlines()


@pytest.mark.in_english
def test_a_screen_reader_hears_holds_queues_and_unfinished_checks():
    made = handed_over(card(1, flags=(flag(Severity.BLOCKED, rule="hold.x"),)), utc(2026, 11, 9))
    assert "on hold" in spoken(made)
    assert "Still queued in Buffer" in spoken(made)
    assert "risks still being checked" in spoken(card(1, is_assessed=False))
    assert "no flags" in spoken(card(1))


@pytest.mark.in_english
def test_the_tooltip_loses_nothing_that_the_card_cuts_off():
    made = card(142, headline="A" * 300, flags=(flag(), flag(Severity.NOTE, "b", headline="Late")))
    lines = tooltip(made)
    assert "A" * 300 in lines
    assert "Mon 9 Nov, 13:00 CET, UTC+1" in lines
    assert "Stop: 9 November: anniversary of the 1938 pogroms" in lines
    assert "Note: Late" in lines
    assert "not approved" in lines


@pytest.mark.in_english
def test_the_tooltip_says_what_is_not_known_yet():
    assert "still being checked" in tooltip(card(1, is_assessed=False))
    assert "Without a date" in tooltip(card(1, local=None))
    assert "Still queued" in tooltip(handed_over(card(1), utc(2026, 11, 9)))


def test_words_are_worked_out_once_per_time_and_zone():
    card_words._zone.cache_clear()  # noqa: SLF001
    for number in range(50):
        zone_words(card(number))
        zone_words(card(number, local=on(THE_NINTH + timedelta(days=1))))
    assert card_words._zone.cache_info().misses == 2  # noqa: SLF001


def test_a_narrow_card_says_at_least_how_far_it_is_from_utc():
    assert short_zone_words(card(1, GERMANY, local=on(THE_NINTH))) == "+1"
