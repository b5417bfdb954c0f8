"""Columns without a name that is known, recognised by what they hold."""

from datetime import datetime, time

import pytest

from app.exchange.cells import WINDOWS_EPOCH, Cell
from app.exchange.column_contents import Team, completed
from app.exchange.column_names import Field
from app.exchange.columns import guess
from tests.app.exchange.sheet_builders import CHANNELS, MARKETS, TODAY, sheet

TEAM = Team(MARKETS, CHANNELS, TODAY, WINDOWS_EPOCH)
TEXT = "Frisches Brot liegt heute für euch bereit, kommt vorbei."
ROW = (
    "2027-11-10",
    "09:30",
    "DE",
    "Instagram",
    TEXT,
    "https://e.example/a",
    "https://e.example/a.jpg",
)
WHAT = [Field.DATE, Field.TIME, Field.MARKET, Field.CHANNEL, Field.TEXT, Field.LINK, Field.MEDIA]


def found(*rows):
    made = sheet(*rows).rows
    return completed(guess(made), made, TEAM)


def test_a_header_in_a_language_that_is_not_known_does_no_harm():
    columns = found(("Дата", "Время", "Рынок", "Канал", "Текст", "Ссылка", "Фото"), ROW, ROW)
    assert [columns.mapping[field] for field in WHAT] == list(range(7))
    assert columns.by_content == set(WHAT)
    assert columns.header_row == 1
    assert columns.names[0] == "Дата"


def test_a_sheet_without_any_header_loses_no_row():
    columns = found(ROW, ROW)
    assert [columns.mapping[field] for field in WHAT] == list(range(7))
    assert columns.header_row == 0
    assert columns.names == tuple("ABCDEFG")


def test_only_what_the_header_does_not_tell_is_guessed():
    columns = found(("Date", "X", "Y", "Platform", "Z"), ROW[:5])
    assert columns.by_content == {Field.TIME, Field.MARKET, Field.TEXT}
    assert columns.mapping[Field.DATE] == 0


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ((datetime(2027, 11, 10),), Field.DATE),
        ((Cell(datetime(2027, 11, 10, 9, 30), has_clock=True),), Field.MOMENT),
        (("10.11.2027 09:30",), Field.MOMENT),
        (("11/25/2027", "11/26/2027"), Field.DATE),
        ((time(9, 30),), Field.TIME),
        (("Insta Reel", "@solvane.de", "FB / IG", "Blog"), Field.CHANNEL),
        (("DE, UK", "Germany"), Field.MARKET),
        (("IMG_1.jpg",), Field.MEDIA),
        (("焼きたてのライ麦パンができました。",), Field.TEXT),
    ],
)
def test_each_kind_of_column_is_told_by_its_cells(cells, field):
    columns = found(("Copy2", "??"), *((n, cell) for n, cell in enumerate(cells)))
    assert columns.mapping == {field: 1}


@pytest.mark.parametrize(
    "cells",
    [
        ("46700", "46701"),
        (46700.0, 46701.0),
        ("Anna", "Marc"),
        ("short one",),
        ("2027-11-10", "soon", "later", "never"),
    ],
    ids=["digits", "numbers", "names", "short", "few"],
)
def test_what_is_not_sure_stays_unread(cells):
    assert found(("Copy2", "??"), *((n, cell) for n, cell in enumerate(cells))).mapping == {}


def test_a_column_that_is_called_like_a_network_is_no_text():
    columns = found(("Date", "Instagram", "Facebook"), ("2027-11-10", TEXT, TEXT))
    assert Field.TEXT not in columns.mapping


@pytest.mark.parametrize(
    ("name", "numbers", "is_read"),
    [
        ("No.", ("1", "2", "3"), True),
        ("No.", ("1", "2", "1"), False),
        ("No.", ("1", "", ""), True),
        ("ID", ("1", "2", "1"), True),
    ],
)
def test_a_count_that_begins_anew_each_week_is_no_id(name, numbers, is_read):
    columns = found((name, "Date", "Copy"), *((n, "2027-11-10", TEXT) for n in numbers))
    assert (Field.SOURCE_ID in columns.mapping) is is_read


def test_the_same_number_for_another_market_is_no_new_beginning():
    rows = [("1", "DE", TEXT), ("1", "UK", TEXT)]
    assert Field.SOURCE_ID in found(("No.", "Market", "Copy"), *rows).mapping


def test_a_column_of_weekdays_gives_way_to_the_one_with_the_days():
    header = ("Day", "Datum", "Copy")
    columns = found(header, ("Tue", "9.11.2027", TEXT), ("Wed", "10.11.2027", TEXT))
    assert columns.mapping[Field.DATE] == 1
    only = found(("Day", "Copy"), ("Tue", TEXT), ("Wed", TEXT))
    assert only.mapping[Field.DATE] == 0
    undated = found(header, ("TBD", "", TEXT), ("TBD", "", TEXT))
    assert undated.mapping[Field.DATE] == 0


def test_an_empty_sheet_has_no_columns():
    assert completed(guess(()), (), TEAM).mapping == {}
