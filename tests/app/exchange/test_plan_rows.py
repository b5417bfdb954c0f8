"""A whole sheet: posts, errors, and everything that must be said about it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.column_names import Field
from app.exchange.columns import guess
from app.exchange.plan_rows import interpret
from app.exchange.planned import LeftOut
from app.exchange.sheets import read_sheet
from app.exchange.writer import write_files
from tests.app.exchange.builders import BUFFER, row, spring_rows
from tests.app.exchange.sheet_builders import (
    BRITISH_X,
    CHANNELS,
    HEADER,
    MARKETS,
    TODAY,
    plain,
    read,
    sheet,
    workbook,
)
from tests.builders.domain import GERMANY, INSTAGRAM


def test_good_rows_are_posts_and_bad_ones_errors_side_by_side():
    found = read(plain(), plain(Date="31.02.2027"), plain(Date="2027-11-11"))
    assert [post.row for post in found.rows] == [2, 4]
    assert [error.row for error in found.errors] == [3]


def test_nothing_that_a_sheet_says_makes_an_approval():
    header = (*HEADER, "Status", "Approved", "Approved by")
    found = read(header, (*plain(), "Done", "yes", "Anna"), with_header=False)
    (post,) = found.rows
    assert post.notes.splitlines() == [
        "Sheet said: Status: Done",
        "Sheet said: Approved: yes",
        "Sheet said: Approved by: Anna",
    ]
    assert found.notes[-1].startswith("“Status”, “Approved”, “Approved by” became notes. An app")
    assert not [name for name in dir(post) if "approv" in name or name == "ready"]


@pytest.mark.parametrize(
    ("columns", "says_so"),
    [(("Approval date",), True), (("Approved on", "Status"), True), (("Budget",), False)],
)
def test_that_an_approval_never_counts_is_said_of_columns_that_are_not_read_too(columns, says_so):
    cells = ["yes"] * len(columns)
    found = read((*HEADER, *columns), (*plain(), *cells), with_header=False)
    said = [note for note in found.notes if "An approval in a sheet never counts" in note]
    assert len(said) == says_so


def test_blank_rows_repeated_headers_titles_and_legends_are_skipped_and_counted():
    header = ("Date", "Topic", "Platform", "Market", "Copy")
    post = ("2027-11-10", "Brot", "IG", "DE", "Frisch")
    found = read(
        header,
        post,
        (),
        header,
        ("", "WEEK 46", "", "", ""),
        post,
        (),
        ("Legend",),
        ("", "", "green: approved"),
        ("", "", "", "", "", "a remark"),
        with_header=False,
    )
    assert [one.row for one in found.rows] == [2, 6]
    assert found.errors == ()
    assert found.skipped == (4, 5, 8, 9, 10)
    assert found.left_out == ()
    assert found.blank_rows == 2


def test_what_stands_below_the_last_row_with_a_place_or_a_day_explains_the_plan():
    found = read(plain(), plain(Date="", Market="", Platform=""), plain(), ("", "", "", "", "ok"))
    assert [one.row for one in found.rows] == [2, 4]
    assert [error.row for error in found.errors] == [3]
    assert found.skipped == (5,)
    lone = read(
        ("Market", "Copy"),
        ("", "Brot"),
        with_header=False,
        default_market=GERMANY,
        channels=(INSTAGRAM,),
    )
    assert [one.row for one in lone.rows] == [2]


def test_a_row_with_a_place_and_a_day_but_no_words_is_left_out_and_said():
    found = read(plain(Copy=""), plain(Copy="", Platform=""))
    assert found.left_out == tuple(
        LeftOut(number, "there is neither text nor title.") for number in (2, 3)
    )
    assert found.rows == found.errors == ()


def test_a_topic_without_a_text_is_a_post_to_be_written():
    header = ("Date", "Platform", "Market", "Topic", "Copy")
    found = read(header, ("2027-11-10", "IG", "DE", "Brot", ""), with_header=False)
    assert [(one.name, one.text) for one in found.rows] == [("Brot", "")]


def test_a_heading_with_a_day_counts_for_the_rows_below_until_one_has_its_own():
    header = ("Date", "Platform", "Market", "Copy")
    found = read(
        header,
        ("Tuesday, 9 November 2027",),
        ("", "IG", "DE", "a"),
        ("", "IG", "DE", "b"),
        ("10.11.2027", "IG", "DE", "c"),
        ("", "IG", "DE", "d"),
        with_header=False,
    )
    assert [one.local and one.local.day for one in found.rows] == [9, 9, 10, None]
    assert "heading above" in found.rows[0].hints[-1]
    assert found.skipped == (2,)


def test_a_heading_that_names_no_day_changes_nothing():
    header = ("Date", "Platform", "Market", "Copy")
    found = read(header, ("9 Nov",), ("Launch!",), ("", "IG", "DE", "a"), with_header=False)
    assert found.rows[0].local.day == 9


def test_the_order_of_day_and_month_is_found_in_all_rows_together():
    found = read(plain(Date="9/11/2027"), plain(Date="25/11/2027"))
    assert [one.local.day for one in found.rows] == [9, 25]
    assert found.day_order.day_first is True
    american = read(plain(Date="11/9/2027"), plain(Date="11/25/2027"))
    assert [one.local.day for one in american.rows] == [9, 25]


def test_an_order_that_was_only_guessed_is_said_and_can_be_chosen():
    found = read(plain(Date="9/11/2027"))
    assert found.rows[0].local.month == 11
    assert "“9/11/2027” were read with the day first" in found.notes[0]
    chosen = read(plain(Date="9/11/2027"), day_first=False)
    assert chosen.rows[0].local.month == 9
    assert chosen.notes == ()


def test_american_markets_alone_write_the_month_first():
    america = replace(GERMANY, country="US", zone="America/New_York")
    found = read(plain(Date="9/11/2027", Market=""), markets=(america,))
    assert found.rows[0].local.month == 9
    assert "the month first" in found.notes[0]


def test_mixed_orders_are_said_and_only_doubtful_dates_are_errors():
    found = read(plain(Date="25/11/2027"), plain(Date="11/25/2027"), plain(Date="9/11/2027"))
    assert [one.local.day for one in found.rows] == [25, 25]
    assert found.errors[0].sentence.startswith("Row 4, Date: “9/11/2027” can mean 2027-11-09 or")
    assert "mixes dates" in found.notes[0]


def test_a_sheet_without_markets_asks_once_for_the_whole_sheet():
    header = ("Date", "Platform", "Copy")
    rows = [("2027-11-10", "FB", "Brot")] * 3
    found = read(header, *rows, with_header=False)
    assert [one.sentence for one in found.errors] == [
        "The sheet has no column with the market. Choose one market for the whole sheet."
    ]
    chosen = read(header, *rows, with_header=False, default_market=GERMANY)
    assert len(chosen.rows) == 3
    assert chosen.notes[0] == "All posts were put into the market Germany."


def test_a_calendar_with_one_market_needs_no_market_in_the_sheet():
    header = ("Date", "Platform", "Copy")
    found = read(header, ("2027-11-10", "IG", "Brot"), with_header=False, markets=(GERMANY,))
    assert found.rows[0].market == GERMANY


def test_a_sheet_without_texts_is_one_sentence():
    found = read(("Date", "Market", "Impressions"), ("2027-11-10", "DE", "5"), with_header=False)
    assert [one.sentence for one in found.errors] == [
        "The sheet has no column with the text of the posts. Choose it and import again."
    ]
    assert found.rows == ()


def test_what_was_guessed_for_the_whole_sheet_is_said():
    header = (*HEADER, "Hook", "Hashtags")
    found = read(
        header,
        (*plain(), "Hallo!", "#brot"),
        with_header=False,
        sheet={"others": ("Ideas",), "notes": ("It was read as Windows-1252.",)},
    )
    assert found.rows[0].text == "Hallo!\n\nFrisches Brot\n\n#brot"
    assert found.notes == (
        "It was read as Windows-1252.",
        "Read was the sheet “Plan”; the file also has: Ideas.",
        "“Hook” was put above the text.",
        "“Hashtags” was put below the text.",
    )


def test_a_corrected_column_is_read_instead():
    made = sheet((*HEADER, "Brief"), (*plain(), "Der richtige Text"))
    columns = guess(made.rows)
    corrected = columns.corrected(Field.TEXT, 5)
    found = interpret(made, corrected, markets=MARKETS, channels=CHANNELS, today=TODAY)
    assert found.rows[0].text == "Der richtige Text"


def imported(path):
    made = read_sheet(path)
    return interpret(
        made,
        guess(made.rows),
        markets=(GERMANY,),
        channels=(INSTAGRAM,),
        today=TODAY,
        default_market=GERMANY,
    )


def test_what_was_exported_can_be_imported_again(tmp_path):
    (file,) = write_files(BUFFER, spring_rows(), name_prefix="spring")
    (tmp_path / file.name).write_bytes(file.data)
    found = imported(tmp_path / file.name)
    assert found.errors == ()
    for post, made in zip(found.rows, spring_rows(), strict=True):
        content = made.post.content
        assert (post.local, post.text, post.tags) == (content.local, content.text, content.tags)
        assert [one.url for one in post.media] == [one.url for one in content.media]


TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"), exclude_characters="#\ufeff"),
    min_size=1,
)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_any_exported_text_comes_back_as_it_was(tmp_path_factory, texts):
    rows = [
        row(n, text=f'{a}\n{b}, "{a}"; x', local=datetime(2027, 11, 10, 9) + timedelta(minutes=n))
        for n, (a, b) in enumerate(texts)
    ]
    (file,) = write_files(BUFFER, rows, name_prefix="p")
    path = tmp_path_factory.mktemp("export") / file.name
    path.write_bytes(file.data)
    found = imported(path)
    assert found.errors == ()
    assert [one.text for one in found.rows] == [one.post.content.text for one in rows]
    assert [one.local for one in found.rows] == [one.post.content.local for one in rows]


def test_a_real_workbook_comes_in_whole(tmp_path):
    path = tmp_path / "plan.xlsx"
    head = ("Datum", "Uhrzeit", "Markt", "Kanal", "Thema", "Text", "Bild", "Status")
    rows = [
        ("Contentplan November",),
        (),
        head,
        (datetime(2027, 11, 9), "9.30", "Deutschland", "IG / FB", "Brot", "Eins", "a.png", "frei"),
        (46701, None, "UK", "Twitter", "Bread", "Two", "https://e.org/a.jpg", "draft"),
        ("11.11.", "21 Uhr", "DE", "Insta", "", "Drei", None, None),
        ("31.02.2027", "21 Uhr", "DE", "Insta", "", "Vier", None, None),
        ("12.11.2027", "21 Uhr", "DE", "Blog", "", "Fünf", None, None),
        (),
        ("Legende",),
    ]
    path.write_bytes(workbook(("Cover", [("Hallo",)]), ("Plan", rows)))
    made = read_sheet(path)
    found = interpret(made, guess(made.rows), markets=MARKETS, channels=CHANNELS, today=TODAY)
    assert [(one.row, one.channel.network, one.local.isoformat()) for one in found.rows] == [
        (4, "instagram", "2027-11-09T09:30:00"),
        (4, "facebook", "2027-11-09T09:30:00"),
        (5, "x", "2027-11-10T10:00:00"),
        (6, "instagram", "2027-11-11T21:00:00"),
    ]
    assert found.rows[2].channel == BRITISH_X
    assert [one.row for one in found.errors] == [7]
    assert [one.row for one in found.left_out] == [8]
    assert found.skipped == (10,)


@pytest.mark.parametrize("text", ["=1+1", "@brand", "+49 30 1234", "-20 %"])
def test_texts_that_look_like_formulas_come_in_as_texts(tmp_path, text):
    path = tmp_path / "plan.csv"
    path.write_text(f"Date,Copy\n2027-11-10,{text}\n", encoding="utf-8")
    assert imported(path).rows[0].text == text
