from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.commands.shifting import Foreseen
from tests.builders.ui import MONDAY, approved, card, on
from ui.calendar.shift_table import ShiftTable


@pytest.mark.in_english
def test_a_row_says_which_post_goes_where_and_what_to_know(qtbot):
    table = ShiftTable()
    qtbot.addWidget(table)
    post = approved(card(1, local=on(MONDAY)))
    table.show_posts([Foreseen(post, MONDAY + timedelta(days=5), (), True, False)])
    model = table.model()
    row = [model.index(0, column).data() for column in range(4)]
    assert row[0].startswith("DE-0001")
    assert row[1:] == ["Mon 2 Nov", "Sat 7 Nov", "approval ends · weekend"]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == ["Post", "From", "To", "What to know"]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert table.accessibleName()
