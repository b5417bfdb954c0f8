"""One row as posts, or every error that forbids it."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from app.exchange.cells import Cell
from app.exchange.column_names import Field
from app.exchange.planned import LeftOut, Part
from tests.app.exchange.builders import BRITAIN
from tests.app.exchange.sheet_builders import (
    BRITISH_FACEBOOK,
    GERMAN_FACEBOOK,
    HEADER,
    MARKETS,
    plain,
    read,
)
from tests.builders.domain import GERMANY, INSTAGRAM


def one(*row, **options):
    found = read(row, **options)
    assert found.errors == ()
    (post,) = found.rows
    return post


def errors(*row, **options):
    found = read(row, **options)
    assert found.rows == ()
    return [error.sentence for error in found.errors]


def test_a_plain_row_is_one_post():
    post = one(*plain())
    assert (post.row, post.market, post.channel) == (2, GERMANY, INSTAGRAM)
    assert post.local == datetime(2027, 11, 10, 9, 30)
    assert (post.text, post.language, post.is_time_guessed) == ("Frisches Brot", "de", False)
    assert (post.notes, post.hints) == ("", ())


def test_several_markets_and_channels_in_one_row_are_several_posts():
    found = read(plain(Market="DE, UK", Platform="Facebook"))
    assert [(post.market, post.channel) for post in found.rows] == [
        (GERMANY, GERMAN_FACEBOOK),
        (BRITAIN, BRITISH_FACEBOOK),
    ]
    assert len({post.source_id for post in found.rows}) == 2
    assert [post.language for post in found.rows] == ["de", "en"]


def test_the_same_clock_time_is_meant_in_each_market():
    found = read(plain(Market="DE, UK", Platform="Facebook"))
    assert {post.local for post in found.rows} == {datetime(2027, 11, 10, 9, 30)}


def test_a_moment_with_its_offset_is_shown_on_the_clock_of_each_market():
    row = plain(Date="2027-11-10T08:30:00Z", Time="", Market="DE, UK", Platform="Facebook")
    found = read(row)
    assert [post.local.hour for post in found.rows] == [9, 8]
    assert "converted" in found.rows[0].hints[0]
    assert not found.rows[0].is_time_guessed


def test_a_day_without_a_time_gets_the_usual_hour_and_says_so():
    guessed = one(*plain(Time=""))
    assert (guessed.local.time(), guessed.is_time_guessed) == (time(8), True)
    assert "usual hour" in guessed.hints[0]
    assert one(*plain(Time=""), usual_time={GERMANY.id: time(11)}).local.time() == time(11)
    british = one(*plain(Time="", Market="UK", Platform="X"))
    assert british.local.time() == time(10)


def test_a_time_in_its_own_column_counts_before_one_beside_the_date():
    assert one(*plain(Date="2027-11-10 07:00", Time="9:30")).local.time() == time(9, 30)
    assert one(*plain(Date="2027-11-10 07:00", Time="")).local.time() == time(7)
    midnight = one(*plain(Date=Cell(datetime(2027, 11, 10), has_clock=True), Time=""))
    assert (midnight.local.time(), midnight.is_time_guessed) == (time(0), False)


@pytest.mark.parametrize("day", ["", "TBD", "day 3", "T-2"])
def test_a_row_without_a_day_goes_into_the_tray_with_what_the_sheet_said(day):
    post = one(*plain(Date=day))
    assert post.local is None
    assert not post.is_time_guessed
    assert "into the tray" in post.hints[0]
    assert "Sheet said: Time: 09:30" in post.notes
    assert (f"Sheet said: Date: {day}" in post.notes) is bool(day)


def test_a_guessed_year_and_a_wrong_weekday_are_said():
    assert "“9.11.” has no year; 2027-11-09 was taken" in one(*plain(Date="9.11.")).hints[0]
    assert "another weekday than 2027-11-09" in one(*plain(Date="Fri 9.11.2027")).hints[0]


def test_a_language_of_its_own_counts_before_that_of_the_market():
    header = (*HEADER, "Language")
    found = read(header, (*plain(), "English"), (*plain(), ""), with_header=False)
    assert [post.language for post in found.rows] == ["en", "de"]


def test_the_kind_of_post_becomes_a_label():
    assert one(*plain(Platform="IG Reel")).labels == ("Reel",)


def test_a_time_that_happens_twice_is_no_error_here():
    assert one(*plain(Date="2027-10-31", Time="02:30")).local == datetime(2027, 10, 31, 2, 30)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"Date": "31.02.2027"}, "Row 2, Date: “31.02.2027” is not a date. Correct the cell"),
        ({"Time": "25:00"}, "Row 2, Time: “25:00” is not a time of day. Write it as 09:30"),
        ({"Market": "Narnia"}, "Row 2, Market: “Narnia” is none of the calendar's markets"),
        ({"Market": ""}, "Row 2, Market: the market is missing. Fill in the cell"),
        ({"Platform": "Instergram"}, "Row 2, Platform: “Instergram” is no channel of Germany"),
        ({"Platform": "TikTok"}, "Row 2, Platform: Germany has no channel on “TikTok”"),
        ({"Platform": ""}, "Row 2, Platform: it is not said on which channel of Germany"),
        (
            {"Date": "2028-03-26", "Time": "02:30"},
            "Row 2, Time: 2028-03-26 02:30 does not exist in Germany",
        ),
        (
            {"Date": "2028-03-26 02:30", "Time": ""},
            "Row 2, Date: 2028-03-26 02:30 does not exist in Germany",
        ),
        ({"Copy": Cell(is_formula=True)}, "Row 2, Copy: the cell holds a formula without a result"),
        ({"Copy": "#REF!"}, "Row 2, Copy: the cell shows the error #REF!"),
        ({"Date": Cell(time(9, 30))}, "Row 2, Date: “09:30” is not a date"),
        ({"Time": Cell(time(9, 30, 20))}, "Row 2, Time: 09:30:20 has seconds"),
    ],
)
def test_each_error_names_row_and_column_and_the_way_out(changes, sentence):
    (said,) = errors(*plain(**changes))
    assert said.startswith(sentence)
    assert said.endswith("mport again.")


def test_all_errors_of_a_row_are_told_at_once():
    said = errors(*plain(Date="31.02.2027", Time="soon", Platform="Instergram"))
    assert [sentence.split(":")[0] for sentence in said] == [
        "Row 2, Time",
        "Row 2, Date",
        "Row 2, Platform",
    ]


def test_one_channel_that_is_wrong_stops_the_whole_row():
    assert len(errors(*plain(Platform="Instagram, Instergram"))) == 1


def test_an_error_that_two_channels_share_is_told_once():
    assert len(errors(*plain(Platform="IG, FB", Date="2028-03-26", Time="02:30"))) == 1


def test_an_error_that_two_markets_share_is_told_once():
    assert len(errors(*plain(Market="DE, UK", Platform="Facebook", Time="soon"))) == 1


def test_a_wrong_language_is_named():
    header = (*HEADER, "Language")
    found = read(header, (*plain(), "Klingon"), with_header=False)
    assert found.errors[0].sentence.startswith("Row 2, Language: “Klingon” is not a language")


def test_one_cell_too_many_is_an_error_in_text_files_and_none_in_workbooks():
    (said,) = errors(*plain(), "stray", sheet={"is_delimited": True})
    assert said.startswith("Row 2: there are more cells than columns")
    assert one(*plain(), "a remark beside the plan").row == 2


def test_places_elsewhere_are_left_out_and_said():
    found = read(plain(Platform="Instagram, Blog"))
    assert [post.channel for post in found.rows] == [INSTAGRAM]
    assert found.left_out == (LeftOut(2, "“Blog” is no channel here and was left out."),)


def test_a_sheet_without_platforms_needs_a_market_with_one_channel():
    header = ("Date", "Market", "Copy")
    row = ("2027-11-10", "DE", "Brot")
    assert read(header, row, with_header=False, channels=(INSTAGRAM,)).rows[0].channel == INSTAGRAM
    (error,) = read(header, row, with_header=False).errors
    assert (error.row, error.column) == (2, "")
    assert "on which channel of Germany" in error.sentence


def test_a_market_that_is_named_nowhere_is_the_default_one():
    found = read(plain(Market="", Platform="Facebook"), default_market=BRITAIN)
    assert found.rows[0].channel == BRITISH_FACEBOOK


def test_hook_and_hashtags_are_joined_as_chosen():
    header = (*HEADER, "Hashtags")
    row = (*plain(), "#brot")
    assert read(header, row, with_header=False).rows[0].text.endswith("#brot")
    apart = read(header, row, with_header=False, joined=frozenset({Field.HOOK})).rows[0]
    assert apart.text == "Frisches Brot"


def test_a_market_without_hours_and_without_a_usual_time_publishes_at_ten():
    bare = replace(GERMANY, hours=None)
    post = one(*plain(Time=""), markets=(bare, *MARKETS[1:]))
    assert post.local.time() == time(10)


def test_a_time_on_the_clock_of_another_place_is_shown_on_the_markets_own():
    header = ("Date", "Time (CET)", "Market", "Platform", "Copy")
    both = read(header, plain(Market="DE, UK", Platform="FB"), with_header=False).rows
    assert [post.local.hour for post in both] == [9, 8]
    assert [post.hints for post in both] == [(), ("The time was converted to the market's own.",)]
    assert one(*plain(Time="09:30 (UK)")).local.time() == time(10, 30)


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        ("next week", "“next week” names no day; the post goes into the tray."),
        ("", "There is no date; the post goes into the tray."),
    ],
)
def test_what_names_no_day_is_quoted_and_the_post_goes_into_the_tray(day, hint):
    post = one(*plain(Date=day))
    assert post.local is None
    assert post.hints[0] == hint


@pytest.mark.parametrize(
    ("at", "hint"),
    [
        ("morning", "“morning” names no hour; the usual one of the market was taken."),
        ("?", "There is no time; the usual hour of the market was taken."),
    ],
)
def test_a_time_that_is_none_becomes_the_usual_hour_and_a_note(at, hint):
    post = one(*plain(Time=at))
    assert post.is_time_guessed
    assert post.hints == (hint,)
    assert post.notes == f"Sheet said: Time: {at}"


def test_the_beginning_of_a_span_is_taken_and_said():
    post = one(*plain(Time="9:30 - 11:00"))
    assert post.local.time() == time(9, 30)
    assert post.hints == ("“9:30 - 11:00” is a span of time; its beginning was taken.",)


def test_a_group_of_markets_goes_out_where_there_is_such_a_channel():
    found = read(plain(Market="All", Platform="X"))
    assert [post.market for post in found.rows] == [BRITAIN]
    assert found.left_out == (
        LeftOut(2, "Germany has no such channel; the post goes out in the others."),
    )
    assert len(errors(*plain(Market="All", Platform="TikTok"))) == 2
    assert len(errors(*plain(Market="DE, UK", Platform="X"))) == 1


def test_a_row_says_something_only_about_the_columns_there_are():
    post = one(*plain())
    assert post.says == {Part.DAY, Part.TIME, Part.TEXT, Part.NOTES}
    assert one(*plain(Time="")).says == post.says - {Part.TIME}
    header = ("Market", "Platform", "Hashtags", "Copy", "Language")
    row = ("DE", "IG Reel", "#brot", "Brot", "English")
    tray = read(header, row, with_header=False).rows[0]
    assert tray.says == {Part.TEXT, Part.LANGUAGE, Part.LABELS, Part.NOTES}
