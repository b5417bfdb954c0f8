import pytest

from app.commands.listing import Listed
from tests.builders.ui import card, flag
from ui.listing.columns import Column
from ui.listing.list_icons import ListIcons
from ui.theme import LIGHT

FLAGGED = Listed(card(1, flags=(flag(),)))


@pytest.mark.parametrize("column", [Column.SEVERITY, Column.STAGE, Column.CHANNEL, Column.NETWORK])
def test_a_sign_is_made_once(qapp, column):
    icons = ListIcons(LIGHT)
    made = icons.of(FLAGGED, column)
    assert made is not None
    assert icons.of(FLAGGED, column) is made


def test_where_there_is_nothing_to_show_there_is_no_sign(qapp):
    icons = ListIcons(LIGHT)
    assert icons.of(Listed(card(1)), Column.SEVERITY) is None
    assert icons.of(FLAGGED, Column.WORDS) is None
