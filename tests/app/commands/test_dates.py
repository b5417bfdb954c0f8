from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from babel import Locale, UnknownLocaleError

from app.commands.dates import (
    city_name,
    clock,
    day_name,
    day_written,
    days_written_out,
    distance,
    is_weekend,
    language_name,
    moment,
    month_name,
    offset_name,
    span_name,
    weekend,
    zone_name,
)

TUESDAY = date(2026, 11, 10)
AFTERNOON = datetime(2026, 11, 10, 14, 30)
SUMMER = datetime(2026, 7, 1, 12, 0)


@pytest.mark.parametrize(
    ("form", "locale", "name"),
    [
        ("short", "en", "Tue 10 Nov"),
        ("long", "en", "Tuesday, 10 November 2026"),
        ("weekday", "en", "Tuesday"),
        ("short", "en_US", "Tue, Nov 10"),
        ("short", "de", "Di., 10. Nov."),
        ("long", "ja", "2026年11月10日火曜日"),
        ("weekday", "fr", "mardi"),
        ("brief", "en", "Tu"),
    ],
)
def test_a_day_is_named_as_the_readers_language_does(form, locale, name):
    assert day_name(TUESDAY, form, locale) == name


def test_a_span_says_both_ends_once():
    assert span_name(date(2026, 11, 9), date(2026, 11, 22)) == "9–22 Nov 2026"


def test_a_span_of_one_day_is_that_day():
    assert span_name(TUESDAY, TUESDAY) == "10 Nov 2026"


@pytest.mark.parametrize(
    ("locale", "text"), [("en", "14:30"), ("de", "14:30"), ("en_US", "2:30\u202fPM")]
)
def test_a_clock_time_is_written_as_the_language_writes_it(locale, text):
    assert clock(AFTERNOON, locale) == text


def test_a_moment_is_day_and_time():
    assert moment(AFTERNOON) == "Tue 10 Nov, 14:30"


@pytest.mark.parametrize(
    ("zone", "at", "name"),
    [
        ("Europe/Berlin", AFTERNOON, "CET, UTC+1"),
        ("Europe/Berlin", SUMMER, "CEST, UTC+2"),
        ("Europe/London", AFTERNOON, "GMT, UTC+0"),
        ("America/Sao_Paulo", AFTERNOON, "Sao Paulo, UTC−3"),
        ("Asia/Riyadh", AFTERNOON, "Riyadh, UTC+3"),
        ("Asia/Kolkata", AFTERNOON, "IST, UTC+5:30"),
        ("UTC", AFTERNOON, "UTC"),
    ],
)
def test_a_zone_says_its_name_and_its_offset_at_that_time(zone, at, name):
    assert zone_name(zone, at) == name


def test_a_zone_can_be_asked_about_an_instant():
    assert zone_name("Asia/Tokyo", AFTERNOON.replace(tzinfo=UTC)) == "JST, UTC+9"


def test_an_offset_stands_alone_where_the_city_is_known():
    assert offset_name("America/New_York", SUMMER) == "UTC−4"


def test_a_zone_has_a_city():
    assert city_name("America/New_York", "de") == "New York"


@pytest.mark.parametrize(
    ("tag", "locale", "name"),
    [
        ("de", "en", "German"),
        ("pt-BR", "en", "Portuguese (Brazil)"),
        ("zh-Hant", "de", "Chinesisch (Traditionell)"),
        ("xx-nowhere", "en", "xx-nowhere"),
        ("", "en", ""),
    ],
)
def test_a_language_has_a_name_or_keeps_its_tag(tag, locale, name):
    assert language_name(tag, locale) == name


@pytest.mark.parametrize(
    ("country", "days"),
    [
        ("DE", {5, 6}),
        ("SA", {4, 5}),
        ("DZ", {4, 5}),
        ("IN", {6}),
        ("EU", {5, 6}),
        ("no country", {5, 6}),
    ],
)
def test_a_weekend_belongs_to_its_country(country, days):
    assert weekend(country) == days


def test_every_weekend_is_the_one_that_cldr_knows():
    for country in Locale("en").territories:
        with suppress(UnknownLocaleError, ValueError):
            there = Locale.parse(f"und_{country}")
            days = range(there.weekend_start, there.weekend_end + 1)
            assert weekend(country) == frozenset(days), country


def test_friday_is_a_weekend_in_riyadh_and_not_in_berlin():
    friday = date(2026, 11, 13)
    assert is_weekend(friday, "SA")
    assert not is_weekend(friday, "DE")


@pytest.mark.parametrize(
    ("time", "locale", "words"),
    [
        (timedelta(minutes=20), "en", "in 20 minutes"),
        (timedelta(hours=2, minutes=40), "en", "in 3 hours"),
        (timedelta(hours=27), "en", "in 27 hours"),
        (timedelta(hours=37), "en", "in 37 hours"),
        (timedelta(minutes=100), "en", "in 100 minutes"),
        (timedelta(days=5), "de", "in 5 Tagen"),
        (timedelta(hours=-2), "en", "2 hours ago"),
    ],
)
def test_how_far_ahead_a_moment_is_stands_in_one_unit(time, locale, words):
    assert distance(time, locale) == words


def test_a_month_is_named_with_its_year():
    assert month_name(2026, 11) == "Nov 2026"
    assert month_name(2026, 3, "de") == "März 2026"


@pytest.mark.parametrize(
    ("words", "read"),
    [("2026-11-10", "Tuesday, 10 November 2026"), ("20261110", ""), ("10%", ""), ("", "")],
)
def test_a_date_among_other_words_is_read_as_one(words, read):
    assert day_written(words) == read


def test_a_sentence_says_its_days_as_people_do_and_leaves_quotes_alone():
    sentence = "The text says “2026-12-24”, and DE-0004 of 2026-12-07 goes out on 2026-13-45."
    assert days_written_out(sentence) == (
        "The text says “2026-12-24”, and DE-0004 of Monday, 7 December 2026 goes out on 2026-13-45."
    )
