from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from app.commands.listing import Listed
from tests.builders.ui import FRANCE, GERMANY, MONDAY, calendar, card, flag, on
from ui.cards.dragging import carried_in
from ui.listing.columns import Column, Names
from ui.listing.list_model import COLUMNS, ListModel
from ui.theme import DARK, LIGHT

EARLY = Listed(card(1, GERMANY, local=on(MONDAY, 8), headline="Zimt"))
LATE = Listed(card(2, FRANCE, local=on(MONDAY, 18), headline="Anis", flags=(flag(),)))
WORDS, DAY = COLUMNS.index(Column.WORDS), COLUMNS.index(Column.DAY)


@pytest.fixture
def model(qapp):
    made = ListModel(Names.of(calendar()), LIGHT)
    made.show_posts([LATE, EARLY])
    return made


def order(model):
    return [one.card.id for one in model.rows]


def test_at_first_the_earlier_post_stands_above(model):
    assert order(model) == [EARLY.card.id, LATE.card.id]
    assert model.sorted_by == (Column.DAY, False)


def test_a_place_follows_its_post_through_every_sorting(model):
    place = QPersistentModelIndex(model.index(0, WORDS))
    model.sort(WORDS)
    assert order(model) == [LATE.card.id, EARLY.card.id]
    assert (place.row(), place.column()) == (1, WORDS)
    model.sort(WORDS, Qt.SortOrder.DescendingOrder)
    assert place.row() == 0
    model.show_posts([LATE])
    assert not place.isValid(), "its post has left the list"


def test_a_cell_says_itself_to_eyes_and_to_screen_readers(model):
    index = model.index(model.row_of(LATE.card.id), COLUMNS.index(Column.SEVERITY))
    assert "9 November" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert LATE.card.name in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    words = index.siblingAtColumn(WORDS)
    assert "Anis" in words.data()
    assert LATE.card.name in words.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.FontRole) is None


def test_a_drag_carries_each_post_once(model):
    row = [model.index(0, column) for column in range(3)]
    carried = carried_in(model.mimeData(row))
    assert [one.post for one in carried] == [EARLY.card.id]
    assert model.flags(row[0]) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.supportedDragActions() & Qt.DropAction.CopyAction


def test_heads_are_named_and_rows_are_not(model):
    horizontal = Qt.Orientation.Horizontal
    assert model.headerData(DAY, horizontal)
    assert model.headerData(DAY, horizontal, Qt.ItemDataRole.FontRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_other_names_and_colours_are_told(model, qtbot):
    renamed = replace(GERMANY, name="Deutschland")
    with qtbot.waitSignal(model.dataChanged):
        model.set_names(Names.of(calendar(markets=[renamed])))
    assert model.index(0, COLUMNS.index(Column.MARKET)).data() == "Deutschland"
    with qtbot.waitSignal(model.dataChanged):
        model.set_theme(DARK)
    assert model.post(QModelIndex()) is None
