import pytest

from app.errors import InvalidInputError
from app.exchange.headed_rows import Headings, headed_rows

HEADINGS = Headings(("name", "day", "why"), {"title": "name", "date": "day"}, ("name", "day"))


def rows(text):
    return [dict(row.table) for row in headed_rows(text.encode(), "days.csv", HEADINGS)]


def test_rows_are_told_by_known_columns_however_these_are_called_and_spaced():
    assert rows(" Title ,DATE,colour\n Fast , 3 March ,red\n") == [
        {"name": "Fast", "day": "3 March"}
    ]


def test_a_row_may_end_early():
    assert rows("name,day,why\nFast,3 March\n") == [{"name": "Fast", "day": "3 March"}]


def test_a_row_that_is_wrong_is_named_by_its_number():
    (row,) = headed_rows(b"name,day\nFast,\n", "days.csv", HEADINGS)
    assert "of row 2" in str(row.wrong("day", "it is empty"))


def test_a_missing_column_is_named_with_those_that_are_known():
    with pytest.raises(
        InvalidInputError, match=r"“days\.csv” needs a column “day”.*name, day, why"
    ):
        rows("name,why\nFast,so\n")
