"""What an import says about a row."""

from app.exchange.planned import RowError


def test_an_error_names_row_and_column():
    error = RowError(17, "Date", "“31.02.2027” is not a date. Correct the cell and import again.")
    assert error.sentence == (
        "Row 17, Date: “31.02.2027” is not a date. Correct the cell and import again."
    )


def test_an_error_of_a_whole_row_or_sheet_names_only_that():
    assert RowError(17, "", "It is too long.").sentence == "Row 17: It is too long."
    assert RowError(0, "", "There is no market.").sentence == "There is no market."
