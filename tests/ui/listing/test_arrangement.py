import pytest

from ui.listing.arrangement import Arrangement
from ui.listing.columns import LOOKS, Column


def test_what_is_kept_comes_back():
    made = Arrangement(((Column.STAGE, 90), (Column.DAY, 70)), Column.STAGE, is_descending=True)
    assert Arrangement.of_text(made.as_text()) == made


def test_at_first_the_columns_stand_in_their_own_order():
    made = Arrangement.at_first(letter=7, margin=10)
    assert [column for column, _width in made.columns] == [
        column for column in Column if LOOKS[column].is_shown
    ]
    assert made.columns[0] == (Column.DAY, LOOKS[Column.DAY].letters * 7 + 10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"columns": [], "sorted_by": "day", "is_descending": false}',
        '{"columns": [["day", 9], ["day", 9]], "sorted_by": "day", "is_descending": false}',
        '{"columns": [["moon", 9]], "sorted_by": "day", "is_descending": false}',
        '{"columns": [["day", "wide"]], "sorted_by": "day", "is_descending": false}',
    ],
)
def test_nonsense_is_no_arrangement(text):
    assert Arrangement.of_text(text) is None
