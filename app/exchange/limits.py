"""How large a sheet may be, and what is said beyond that."""

from app.errors import InvalidInputError
from app.wording import _

MOST_BYTES = 25_000_000
MOST_UNPACKED_BYTES = 150_000_000
MOST_PARTS = 2_000
"""Files inside an .xlsx."""
MOST_ROWS = 20_000
MOST_COLUMNS = 500
MOST_CHARACTERS = 100_000
"""In one cell."""


def too_large(name: str) -> InvalidInputError:
    """Say that a file is larger than any plan."""
    return InvalidInputError(
        _("“{file}” is larger than {size} MB; save only the sheet with the plan.").format(
            file=name, size=MOST_BYTES // 1_000_000
        )
    )


def unpacks_too_large(name: str) -> InvalidInputError:
    """Say that a packed file holds more than it should."""
    return InvalidInputError(
        _(
            "“{file}” would unpack to more than {size} MB; copy the plan into a new sheet and "
            "import that."
        ).format(file=name, size=MOST_UNPACKED_BYTES // 1_000_000)
    )


def too_many_rows(name: str) -> InvalidInputError:
    """Say that a sheet has more rows than can be imported at once."""
    return InvalidInputError(
        _("“{file}” has more than {count} rows; split it and import the parts.").format(
            file=name, count=f"{MOST_ROWS:,}"
        )
    )


def too_many_columns(name: str, row: int) -> InvalidInputError:
    """Say in which row a sheet becomes wider than any plan."""
    return InvalidInputError(
        _("“{file}”, row {row}: there are more than {count} columns; delete the others.").format(
            file=name, row=row, count=MOST_COLUMNS
        )
    )


def long_cell(name: str, row: int, column: str) -> InvalidInputError:
    """Say which cell is too long; `column` is its letter, empty where it is not known."""
    where = _("“{file}”, row {row}, column {column}") if column else _("“{file}”, row {row}")
    return InvalidInputError(
        _("{cell}: a cell has more than {count} characters; shorten it and import again.").format(
            cell=where.format(file=name, row=row, column=column), count=f"{MOST_CHARACTERS:,}"
        )
    )
