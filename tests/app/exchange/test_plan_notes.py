"""What must be said about a sheet."""

import pytest

from app.exchange.column_names import Field
from app.exchange.columns import Columns
from tests.app.exchange.sheet_builders import HEADER, plain, read

TEXT = "Frisches Brot liegt heute für euch bereit."


def notes(*rows, **options):
    return read(*rows, **options).notes


def test_guessed_times_and_rows_for_the_tray_are_counted():
    assert notes(plain(Time=""), plain(Time="", Copy="b"), plain(Date="day 3", Copy="c")) == (
        "2 posts have no time in the sheet: the usual hour of their market was taken.",
        "1 post has no date and goes into the tray.",
    )


def test_what_was_left_out_is_told_once_with_its_rows():
    rows = [plain(Platform=place) for place in ("Blog", "E-Mail", "Blog", "Blog", "Instagram")]
    assert notes(*rows) == (
        "Rows 2, 4–5: “Blog” is no channel here and was left out.",
        "Row 3: “E-Mail” is no channel here and was left out.",
    )


def test_legends_are_told_with_their_rows_and_many_are_counted():
    legend = ("", "", "", "", "", "green: approved")
    assert notes(plain(), legend) == (
        "Row 3 holds no post, but a heading, a legend or a remark, and was skipped.",
    )
    (many,) = notes(*(row for _number in range(15) for row in (legend, plain(Copy="x"))))
    assert many.startswith("Rows 2, 4, 6, 8,")
    assert "24 and 3 more hold no posts" in many


def test_columns_that_are_not_read_are_named():
    header = (*HEADER, "Briefing", "Weekday", "")
    assert notes(header, plain(), with_header=False) == (
        "These columns are not read: “Briefing”, “Weekday”.",
    )
    (said, _missing) = notes(("Date", "Market", "Impressions"), with_header=False), None
    assert said == ("This column is not read: “Impressions”.",)


@pytest.mark.parametrize(
    ("joined", "sentences"),
    [
        (
            {Field.HOOK, Field.HASHTAGS},
            ("“Hook” was put above the text.", "“Tags #” was put below the text."),
        ),
        (set(), ("“Hook” became a note.", "“Tags #” became a note.")),
    ],
)
def test_it_is_said_what_became_of_hook_and_hashtags(joined, sentences):
    header = (*HEADER, "Hook", "Tags #")
    columns = Columns(
        1,
        header,
        dict(
            zip(
                (
                    Field.DATE,
                    Field.TIME,
                    Field.MARKET,
                    Field.CHANNEL,
                    Field.TEXT,
                    Field.HOOK,
                    Field.HASHTAGS,
                ),
                range(7),
                strict=True,
            )
        ),
    )
    found = read(
        header,
        (*plain(), "Hallo!", "#brot"),
        with_header=False,
        columns=columns,
        joined=frozenset(joined),
    )
    assert found.notes == sentences
