import pytest
from PySide6.QtCore import QModelIndex, Qt

from tests.builders.ui import GERMANY, JAPAN
from tests.ui.leaving.kit import ALL, BERLIN, NOW, SOON
from ui.leaving.leaving_model import LeavingModel


@pytest.fixture
def model(qapp):
    made = LeavingModel(BERLIN)
    made.set_markets({market.id: market.name for market in (GERMANY, JAPAN)})
    made.show_entries(ALL, NOW)
    return made


def test_headings_are_read_but_never_chosen(model):
    heading = model.index(0)
    assert model.entry(heading) is None
    assert model.flags(heading) == Qt.ItemFlag.NoItemFlags
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heading.data(Qt.ItemDataRole.ToolTipRole) is None


@pytest.mark.in_english
def test_a_row_says_its_post_and_its_market(model):
    index = model.index_of_post(SOON.card.id)
    assert model.flags(index) & Qt.ItemFlag.ItemIsSelectable
    assert index.data() == SOON.card.headline
    assert "Germany" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Not approved" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_where_nothing_goes_out_there_is_no_row(model):
    model.show_entries((), NOW)
    assert model.rowCount() == 0
    assert not model.index_of_post(SOON.card.id).isValid()
    assert model.entry(QModelIndex()) is None
