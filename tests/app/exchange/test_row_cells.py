"""The cells of one row by what they mean."""

import pytest

from app.domain.medium import Medium
from app.exchange.cells import Cell
from app.exchange.column_names import Field
from app.exchange.columns import Columns
from app.exchange.row_cells import JOINED, RowCells, read_wording
from tests.app.exchange.sheet_builders import sheet_row


def row(number=2, **values):
    fields = [Field(name) for name in values]
    columns = Columns(
        1, tuple(one.value.title() for one in fields), {one: at for at, one in enumerate(fields)}
    )
    return RowCells(sheet_row(number, *values.values()), columns)


def wording(joined=JOINED, **values):
    return read_wording(row(**values), joined=joined)


def test_a_field_without_a_column_is_empty():
    assert row(text="Brot").text(Field.LINK) == ""
    assert row(text="Brot", link="").filled() == {Field.TEXT}


def test_hook_text_and_hashtags_are_put_together():
    assert wording(hook="Hallo!", text="Brot", hashtags="#brot #ofen").text == (
        "Hallo!\n\nBrot\n\n#brot #ofen"
    )


@pytest.mark.parametrize(
    ("hashtags", "text"),
    [
        ("brot, ofen frisch", "Brot\n\n#brot #ofenfrisch"),
        ("brot ofen", "Brot\n\n#brot #ofen"),
        ("brot", "Brot\n\n#brot"),
        ("", "Brot"),
    ],
)
def test_hashtags_without_their_sign_get_it(hashtags, text):
    assert wording(text="Brot", hashtags=hashtags).text == text


def test_what_stands_in_the_text_already_is_not_repeated():
    assert wording(hook="Hallo!", text="Hallo! Brot #ofen", hashtags="#ofen").text == (
        "Hallo! Brot #ofen"
    )


def test_what_is_not_to_be_joined_is_kept_in_the_notes():
    apart = wording(joined=frozenset(), hook="Hallo!", text="Brot", hashtags="#ofen")
    assert apart.text == "Brot"
    assert apart.remarks == ["Sheet said: Hook: Hallo!", "Sheet said: Hashtags: #ofen"]


def test_a_hook_alone_is_the_text():
    assert wording(joined=frozenset(), hook="Hallo!").text == "Hallo!"


@pytest.mark.parametrize("link", ["https://solvane.example/brot?a=1", "solvane.example/brot"])
def test_a_link_is_taken_as_it_is_written(link):
    assert wording(link=link).link == link


def test_a_link_that_is_none_is_kept_in_the_notes():
    found = wording(link="link in bio")
    assert found.link == ""
    assert found.remarks == ["Sheet said: Link: link in bio"]
    assert "“link in bio” is no web address" in found.hints[0]


def test_pictures_with_addresses_are_taken_with_their_alt_texts():
    both = "https://e.org/a.jpg,\nhttps://e.org/b.jpg"
    assert wording(media=both, alt="Brot | Ofen").media == (
        Medium("https://e.org/a.jpg", alt="Brot"),
        Medium("https://e.org/b.jpg", alt="Ofen"),
    )
    assert wording(media=both, alt="Brot").media == (
        Medium("https://e.org/a.jpg", alt="Brot"),
        Medium("https://e.org/b.jpg"),
    )
    assert wording(media="see https://e.org/a.jpg").media == (Medium("https://e.org/a.jpg"),)


def test_a_picture_without_an_address_is_kept_in_the_notes():
    found = wording(media="loaf.png", alt="Brot")
    assert found.media == ()
    assert found.remarks == ["Sheet said: Media: loaf.png", "Sheet said: Alt: Brot"]
    assert "“loaf.png” has no web address" in found.hints[0]


def test_tags_are_a_list_and_pillar_and_format_become_labels():
    found = wording(tags="sale; brot,sale", pillar="Backen", format="Reel", campaign="Herbst")
    assert (found.tags, found.labels, found.campaign) == (
        ("sale", "brot"),
        ("Backen", "Reel"),
        "Herbst",
    )


def test_what_the_sheet_says_about_approval_is_words():
    found = wording(status="Approved", approved_by="Anna", owner="Ben", notes="Eilt!")
    assert found.remarks == [
        "Eilt!",
        "Sheet said: Status: Approved",
        "Sheet said: Approved_By: Anna",
        "Sheet said: Owner: Ben",
    ]


def test_characters_that_no_database_holds_do_not_come_in():
    assert wording(text="Br\0ot").text == "Brot"


def test_a_repeated_header_is_known():
    assert row(date="Date", text="text").repeats_header()
    assert not row(date="Date", text="Brot").repeats_header()


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?", "#WERT!"])
def test_a_formula_that_went_wrong_is_told(error):
    ((field, reason),) = row(text=error).cells_without_result()
    assert field is Field.TEXT
    assert f"shows the error {error}" in reason


def test_a_formula_without_a_result_is_told():
    ((field, reason),) = row(date="9.11.", text=Cell(is_formula=True)).cells_without_result()
    assert field is Field.TEXT
    assert "formula without a result" in reason


def test_cells_beyond_the_header_are_noticed():
    cells = row(date="9.11.", text="a")
    wide = RowCells(sheet_row(2, "9.11.", "a", "", " b"), cells.columns)
    assert wide.stray_cells()
    assert not RowCells(sheet_row(2, "9.11.", "a", " "), cells.columns).stray_cells()


def test_the_address_behind_words_is_taken_where_the_words_are_none():
    wording = read_wording(
        row(
            link=Cell("Shop", link="https://s.example"),
            media=Cell("Foto", link="https://m.example"),
        ),
        joined=JOINED,
    )
    assert wording.link == "https://s.example"
    assert [one.url for one in wording.media] == ["https://m.example"]
    assert wording.hints == wording.remarks == []


def test_an_address_that_stands_there_counts_before_the_one_behind_it():
    wording = read_wording(
        row(link=Cell("https://a.example", link="https://b.example")), joined=JOINED
    )
    assert wording.link == "https://a.example"
    behind = read_wording(row(link=Cell("Shop", link="mailto:a@b.example")), joined=JOINED)
    assert behind.link == ""
