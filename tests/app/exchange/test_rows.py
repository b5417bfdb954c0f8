"""One post as one row: what it says, and what it cannot hold."""

from datetime import datetime

import pytest

from app.domain.medium import Medium
from app.exchange.rows import UnfitReason, cells, is_public, is_zone, stays_behind, unfit
from tests.app.exchange.builders import BUFFER, PICTURE, PINTEREST, on_account, row, spring_rows


def reasons(one):
    return [unfit.reason for unfit in unfit(BUFFER, one)]


def test_a_plain_post_fits():
    assert [unfit(BUFFER, one) for one in spring_rows()] == [(), ()]


def test_a_picture_alone_is_a_post():
    assert reasons(row(text="", media=(PICTURE,))) == []


@pytest.mark.parametrize(
    ("changes", "reason", "way_out"),
    [
        ({"text": " \n"}, UnfitReason.EMPTY, "write one of them"),
        ({"media": (Medium(digest="ab" * 32),)}, UnfitReason.NO_ADDRESS, "public address"),
        ({"media": (Medium("http://intranet/a.jpg"),)}, UnfitReason.NOT_PUBLIC, "https://"),
        ({"media": (Medium("file:///home/a.jpg"),)}, UnfitReason.NOT_PUBLIC, "https://"),
        (
            {"media": (Medium("https://e.org/a.mp4"),)},
            UnfitReason.WRONG_ENDING,
            ".jpg, .jpeg, .png",
        ),
        (
            {"media": (Medium("https://e.org/a.jpg?w=9"),)},
            UnfitReason.WRONG_ENDING,
            "direct address",
        ),
        ({"media": (PICTURE, PICTURE)}, UnfitReason.TOO_MANY_PICTURES, "remove the others"),
        ({"tags": ("a,b",)}, UnfitReason.TAG, "rename it"),
        ({"tags": ("",)}, UnfitReason.TAG, "rename it"),
        ({"text": "a\0b"}, UnfitReason.CHARACTER, "U+0000"),
        ({"text": "a\ud83c"}, UnfitReason.CHARACTER, "U+D83C"),
        ({"options": (("place", "Berlin"),)}, UnfitReason.OPTION_NOT_CARRIED, "remove it"),
        ({"zone": "Europe/Atlantis"}, UnfitReason.UNKNOWN_ZONE, "choose one"),
        ({"zone": ""}, UnfitReason.UNKNOWN_ZONE, "choose one"),
        (
            {"local": datetime(2027, 11, 10, 9, 30, 15)},
            UnfitReason.TIME_NOT_WRITABLE,
            "choose a full minute",
        ),
    ],
)
def test_what_the_format_cannot_hold_is_one_sentence_with_the_way_out(changes, reason, way_out):
    (found,) = unfit(BUFFER, row(**changes))
    assert found.reason is reason
    assert way_out in found.sentence


def test_a_year_that_the_pattern_cannot_bring_back_does_not_leave():
    assert reasons(row(local=datetime(999, 1, 1, 12, 0))) == [UnfitReason.TIME_NOT_WRITABLE]


def test_a_time_that_the_clocks_skip_does_not_leave():
    (found,) = unfit(BUFFER, row(local=datetime(2028, 3, 26, 2, 30)))
    assert found.reason is UnfitReason.NO_SUCH_TIME
    assert "2028-03-26 02:30 does not exist in Europe/Berlin" in found.sentence


def test_a_time_that_the_clocks_show_twice_does_not_leave():
    assert reasons(row(local=datetime(2027, 10, 31, 2, 30))) == [UnfitReason.TIME_TWICE]


def test_a_time_that_is_twice_only_where_the_account_lies_does_not_leave():
    one = row(local=datetime(2027, 11, 7, 6, 30), channel=on_account("America/New_York"))
    (found,) = unfit(BUFFER, one)
    assert found.reason is UnfitReason.TIME_TWICE
    assert "2027-11-07 01:30 happens twice in America/New_York" in found.sentence


def test_an_account_in_an_unknown_zone_keeps_the_post_in():
    assert reasons(row(channel=on_account("Mars/Olympus"))) == [UnfitReason.UNKNOWN_ZONE]


def test_the_file_shows_the_moment_on_the_clock_of_the_account():
    winter = row(local=datetime(2027, 11, 10, 0, 15), channel=on_account("America/New_York"))
    assert cells(BUFFER, winter)[3] == "2027-11-09 18:15"
    assert cells(BUFFER, row(local=datetime(2027, 11, 10, 0, 15)))[3] == "2027-11-10 00:15"


def test_a_pin_without_a_board_stays_in_and_one_with_a_board_names_it():
    assert reasons(row(channel=PINTEREST)) == [UnfitReason.MISSING_OPTION]
    pin = row(channel=PINTEREST, options=(("board", "Frühling"),))
    assert unfit(BUFFER, pin) == ()
    assert cells(BUFFER, pin)[4] == "Frühling"


def test_a_board_outside_pinterest_is_not_silently_dropped():
    assert reasons(row(options=(("board", "Frühling"),))) == [UnfitReason.OPTION_NOT_CARRIED]


def test_a_text_is_neither_shortened_nor_added_to():
    text = "=SUM(A1)  @brand\t" + "ä" * 5000 + "\r\n\n "
    assert cells(BUFFER, row(text=text, link=""))[0] == text


def test_an_undated_post_has_no_clock_and_its_other_faults_are_still_told():
    one = row(local=None, text="")
    assert reasons(one) == [UnfitReason.EMPTY]
    with pytest.raises(ValueError, match="DE-0001 has no time"):
        _ = one.clock


def test_what_may_stay_behind_is_listed_where_it_is_filled():
    assert stays_behind(BUFFER, row()) == ()
    full = row(media=(Medium(PICTURE.url, alt="A loaf"),), campaign="Late loaf", labels=("café",))
    assert stays_behind(BUFFER, full) == ("alt", "campaign", "labels")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://cdn.example.org/a.jpg", True),
        ("http://8.8.8.8/a.jpg", True),
        ("https://[2001:4860:4860::8888]/a.jpg", True),
        ("https://localhost/a.jpg", False),
        ("https://nas.local/a.jpg", False),
        ("https://192.168.1.4/a.jpg", False),
        ("https://[::1]/a.jpg", False),
        ("https://[half/a.jpg", False),
        ("https://me:secret@example.org/a.jpg", False),
        ("https://example.org/a b.jpg", False),
        ("https://example.org/a.jpg,https://example.org/b.jpg", False),
        ("ftp://example.org/a.jpg", False),
        ("//example.org/a.jpg", False),
        ("", False),
    ],
)
def test_an_address_is_public_only_if_anybody_may_open_it(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize("name", ["", "Europe", "../etc/passwd", "Europe/Atlantis"])
def test_what_is_no_zone_is_told_so(name):
    assert not is_zone(name)
