"""Names of the columns of a sheet."""

from app.commands.import_words import column_name
from app.exchange.column_names import Field


def test_every_column_has_a_name_of_its_own():
    names = [column_name(field) for field in Field]
    assert all(names)
    assert len(set(names)) == len(names)
