from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex

from tests.builders.ui import FRANCE, GERMANY, MONDAY, card, on
from ui.calendar import lanes_model
from ui.calendar.lanes import Lanes
from ui.calendar.lanes_model import LanesModel

DAYS = tuple(MONDAY + timedelta(days=number) for number in range(3))
ONE, TWO = card(1, GERMANY, local=on(DAYS[0], 9)), card(2, FRANCE, local=on(DAYS[1]))
THREE = card(3, GERMANY, local=on(DAYS[0], 15))


class Model(LanesModel):
    """A table of two markets that collects what it tells."""

    def __init__(self, *cards) -> None:
        super().__init__(self.lanes_of(*cards))
        self.told: list[str] = []
        self.cells: list[tuple[int, int, int, int]] = []
        for name in ("posts_about_to_move", "posts_moved", "counts_changed", "heads_changed"):
            getattr(self, name).connect(lambda name=name: self.told.append(name))
        self.layoutChanged.connect(lambda: self.told.append("layout"))
        self.dataChanged.connect(
            lambda a, b: self.cells.append((a.row(), a.column(), b.row(), b.column()))
        )

    def data(self, _index, _role=0):
        return None

    def show(self, *cards) -> None:
        self._show(self.lanes_of(*cards))

    @staticmethod
    def lanes_of(*cards):
        return Lanes.of((GERMANY, FRANCE), DAYS, cards)


@pytest.fixture
def model(qapp):
    return Model(ONE, TWO)


def test_a_post_goes_from_cell_to_cell_and_the_table_stays(model):
    kept = QPersistentModelIndex(model.index_of(ONE.id))
    model.show(replace(ONE, local=on(DAYS[2])), TWO)
    assert model.told == ["posts_about_to_move", "posts_moved", "counts_changed"]
    assert sorted(model.cells) == [(0, 0, 0, 0), (0, 2, 0, 2)]
    assert (kept.row(), kept.column()) == (0, 2)


def test_a_post_that_only_says_something_else_moves_nobody(model):
    model.show(replace(ONE, headline="New"), TWO)
    assert model.told == ["counts_changed"]
    assert model.cells == [(0, 0, 0, 0)]


def test_another_lane_is_another_table(model):
    kept = QPersistentModelIndex(model.index_of(TWO.id))
    model.show(ONE, TWO, THREE)
    assert model.told == ["layout", "heads_changed"]
    assert (kept.row(), kept.column()) == (2, 1)
    assert model.rowCount() == 3


def test_many_cells_are_told_of_together(model, monkeypatch):
    monkeypatch.setattr(lanes_model, "MOST_CELLS", 1)
    model.show(replace(ONE, local=on(DAYS[2])), TWO)
    assert model.cells == [(0, 0, 1, 2)]
