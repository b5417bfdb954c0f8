"""What is said when a file is larger than any plan: which file, where, and the way out."""

import pytest

from app.exchange.limits import (
    long_cell,
    too_large,
    too_many_columns,
    too_many_rows,
    unpacks_too_large,
)

TOO_LONG = "a cell has more than 100,000 characters; shorten it and import again."


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (too_large("p.csv"), "“p.csv” is larger than 25 MB; save only the sheet with the plan."),
        (unpacks_too_large("p.csv"), "“p.csv” would unpack to more than 150 MB; copy the plan"),
        (too_many_rows("p.csv"), "“p.csv” has more than 20,000 rows; split it and import"),
        (too_many_columns("p.csv", 4), "“p.csv”, row 4: there are more than 500 columns; delete"),
        (long_cell("p.csv", 4, "C"), f"“p.csv”, row 4, column C: {TOO_LONG}"),
        (long_cell("p.csv", 4, ""), f"“p.csv”, row 4: {TOO_LONG}"),
    ],
)
def test_each_limit_has_one_sentence_with_the_way_out(error, sentence):
    assert str(error).startswith(sentence)
