"""Rows as bytes: exact, whole, one channel per file."""

import csv
import io
import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.channel import ChannelId
from app.domain.medium import Medium
from app.domain.wall_time import ClockTime, clock_time, instant_of
from app.errors import RefusedError
from app.exchange.rows import unfit
from app.exchange.writer import safe_name, write_files
from tests.app.exchange.builders import (
    BRITAIN,
    BUFFER,
    PICTURE,
    PINTEREST,
    on_account,
    row,
    spring_rows,
)
from tests.builders.domain import GERMANY, INSTAGRAM

FIXTURES = Path(__file__).parent / "data"
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu", "Australia/Lord_Howe"]
)
MINUTES = st.datetimes(datetime(2027, 1, 1), datetime(2032, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
WRITABLE = st.text(
    st.one_of(st.characters(exclude_categories=("Cc", "Cs")), st.sampled_from("\n\r\t,;\"'=+-@﻿"))
)


def read(data):
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, strict=True))


def test_the_bytes_are_those_of_buffers_own_format():
    (file,) = write_files(BUFFER, spring_rows(), name_prefix="spring")
    assert file.data == (FIXTURES / "buffer.csv").read_bytes()


def test_the_bytes_are_those_of_buffers_format_for_pinterest():
    pin = row(
        channel=PINTEREST,
        local=datetime(2030, 5, 14, 9, 30),
        text=spring_rows()[0].post.content.text,
        media=(PICTURE,),
        options=(("board", "Frühling"),),
    )
    (file,) = write_files(BUFFER, [pin], name_prefix="spring")
    assert file.data == (FIXTURES / "buffer_pinterest.csv").read_bytes()


@given(WRITABLE)
def test_any_text_comes_back_from_the_file_as_it_was_approved(text):
    one = row(text=text, media=(PICTURE,))
    (file,) = write_files(BUFFER, [one], name_prefix="p")
    assert read(file.data)[1][:2] == [text, PICTURE.url]


@given(local=MINUTES, account=ZONES)
def test_any_time_comes_back_from_the_file_as_the_same_moment(local, account):
    one = row(local=local, channel=on_account(account))
    if unfit(BUFFER, one):
        own, there = clock_time(local, GERMANY.zone), clock_time(one.clock, account)
        assert (own, there) != (ClockTime.ONCE, ClockTime.ONCE)
        return
    (file,) = write_files(BUFFER, [one], name_prefix="p")
    written = datetime.strptime(read(file.data)[1][3], "%Y-%m-%d %H:%M")
    assert instant_of(written, account) == one.post.content.instant


def test_each_channel_gets_its_own_file_with_its_own_zone():
    london = replace(on_account("Europe/London"), id=ChannelId("c-gb-ig"), market=BRITAIN.id)
    rows = [row(1), row(2, market=BRITAIN, channel=london), row(3)]
    files = write_files(BUFFER, rows, name_prefix="week 45")
    assert [(f.name, f.market.code, f.zone, len(f.rows)) for f in files] == [
        ("week-45_DE_instagram_solvane-de_01.csv", "DE", "Europe/Berlin", 2),
        ("week-45_GB_instagram_solvane-de_01.csv", "GB", "Europe/London", 1),
    ]


def test_no_file_has_more_rows_than_the_scheduler_takes_and_none_is_lost():
    start = datetime(2027, 11, 10, 8, 0)
    rows = [row(n, local=start + timedelta(minutes=n)) for n in range(25)]
    files = write_files(replace(BUFFER, row_limit=10), rows[::-1], name_prefix="p")
    assert [file.name[-6:] for file in files] == ["01.csv", "02.csv", "03.csv"]
    assert [len(read(file.data)) - 1 for file in files] == [10, 10, 5]
    assert [one.post.number for file in files for one in file.rows] == list(range(25))


def test_rows_stand_in_the_order_of_their_moments_and_are_numbered_as_a_spreadsheet_does():
    late, early = row(1, local=datetime(2027, 11, 12, 9)), row(2, local=datetime(2027, 11, 10, 9))
    (file,) = write_files(BUFFER, [late, early], name_prefix="p")
    assert [(number, one.short_name) for number, one in file.numbered] == [
        (2, "DE-0002"),
        (3, "DE-0001"),
    ]


def test_the_order_in_which_posts_are_given_does_not_matter():
    rows = [row(n, local=datetime(2027, 11, 10, 9, n % 3)) for n in range(9)]
    assert write_files(BUFFER, rows, name_prefix="p") == write_files(
        BUFFER, rows[::-1], name_prefix="p"
    )


def test_a_sample_says_so_in_every_name():
    files = write_files(BUFFER, spring_rows(), name_prefix="p", is_sample=True)
    assert [file.name for file in files] == ["SAMPLE_p_DE_instagram_solvane-de_01.csv"]


def test_two_accounts_that_look_alike_do_not_share_a_name():
    other = replace(INSTAGRAM, id=ChannelId("c-2"), handle="@SOLVANE!de")
    files = write_files(BUFFER, [row(1), row(2, channel=other)], name_prefix="p")
    assert len({file.name.casefold() for file in files}) == 2


@given(st.text())
def test_names_are_ones_that_every_system_takes(text):
    assert re.fullmatch(r"(?:[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)?", safe_name(text))


def test_nothing_to_export_makes_no_file():
    assert write_files(BUFFER, [], name_prefix="p") == ()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"local": None}, "DE-0002 has no time"),
        ({"text": ""}, "DE-0002: The post has neither text nor picture"),
        ({"link": "https://solvane.example"}, "DE-0002: Buffer does not carry “link”"),
        ({"title": "Brot"}, "DE-0002: Buffer does not carry “title”"),
        ({"media": (Medium(digest="aa"),)}, "DE-0002: Picture 1 lies in the calendar only"),
    ],
)
def test_a_post_that_does_not_fit_is_never_written(changes, sentence):
    with pytest.raises(RefusedError, match=re.escape(sentence)):
        write_files(BUFFER, [row(1), row(2, **changes)], name_prefix="p")


def test_a_format_without_a_header_counts_its_first_post_as_row_one():
    bare = replace(BUFFER, file=replace(BUFFER.file, has_header=False, quotes_all=False))
    (file,) = write_files(bare, [row(text="kurz")], name_prefix="p")
    assert file.first_row == 1
    assert file.data.decode("utf-8-sig") == "kurz,,,2027-11-10 10:30\r\n"
