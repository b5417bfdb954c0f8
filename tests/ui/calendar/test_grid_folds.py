from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.builders.ui import FRANCE, GERMANY, flag
from tests.ui.calendar.grid_ground import FIRST, FRENCH, FRIDAY, LEFT, NONE, send_drag
from ui.cards.dragging import Drop
from ui.plan.folding import Folding

BY_REGION = Folding(by_region=True)


@pytest.fixture
def folds(grid):
    grid.folded = []
    grid.view.folds.folded.connect(grid.folded.append)
    grid.view.folds.fold(BY_REGION)
    return grid


def rows(grid):
    return [lane.region.name if lane.region else lane.market.code for lane in grid.model.lanes.rows]


def test_a_click_on_the_head_of_a_region_folds_it_and_opens_it_again(folds, qtbot):
    header = folds.view.market_header
    place = QPoint(60, header.sectionViewportPosition(0) + 10)
    qtbot.mouseClick(header.viewport(), LEFT, NONE, place)
    assert rows(folds) == ["EMEA", "APAC", "JP"]
    assert folds.folded[-1].regions == {"EMEA"}
    qtbot.mouseClick(header.viewport(), LEFT, NONE, place)
    assert folds.folded[-1] == BY_REGION


def test_a_click_on_the_arrow_folds_a_market_and_one_beside_it_does_not(folds, qtbot):
    header = folds.view.market_header
    top = header.sectionViewportPosition(1)
    qtbot.mouseClick(header.viewport(), LEFT, NONE, QPoint(header.width() // 2, top + 10))
    assert folds.folded == [BY_REGION]
    start = (
        10 if header.layoutDirection() is Qt.LayoutDirection.LeftToRight else header.width() - 10
    )
    qtbot.mouseClick(header.viewport(), LEFT, NONE, QPoint(start, top + 10))
    assert folds.folded[-1].markets == {GERMANY.id}
    assert rows(folds).count("DE") == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_folds_and_opens_where_it_stands(folds, qtbot, key):
    folds.view.choice.choose_post(FRENCH.id)
    folds.view.folds.fold_region()
    assert rows(folds)[0] == "EMEA"
    assert folds.view.currentIndex().row() == 0, "who stood on a post stands in its row"
    qtbot.keyClick(folds.view, key)
    assert folds.folded[-1] == BY_REGION
    assert folds.reviewed == folds.opened == folds.wanted == []
    folds.view.choice.choose_post(FRENCH.id)
    folds.view.folds.fold_current()
    assert folds.folded[-1].markets == {FRANCE.id}
    qtbot.keyClick(folds.view, key)
    assert folds.folded[-1] == BY_REGION


def test_a_double_click_opens_a_folded_row(folds, qtbot):
    folds.view.folds.fold(BY_REGION.turned(region="EMEA"))
    place = folds.view.visualRect(folds.model.index(0, 3)).center()
    qtbot.mouseDClick(folds.view.viewport(), LEFT, NONE, place)
    assert folds.folded[-1] == BY_REGION


def test_a_post_that_is_asked_for_opens_its_market(folds):
    folds.view.folds.fold(Folding(True, frozenset({"EMEA", "APAC"}), frozenset({FRANCE.id})))
    assert folds.view.choice.choose_post(FRENCH.id)
    assert folds.view.choice.current_card() == FRENCH
    assert folds.folded[-1].regions == {"APAC"}
    folds.view.folds.fold(BY_REGION.turned(region="EMEA"))
    assert folds.view.choice.choose_posts([FIRST.id, FRENCH.id])
    assert folds.view.choice.selected_cards() == (FIRST, FRENCH)


def test_flagged_posts_are_found_in_folded_markets_too(folds):
    folds.source.put(replace(FRENCH, flags=(flag(),)))
    folds.model.refresh()
    folds.view.folds.fold(BY_REGION.turned(region="EMEA"))
    visited = []
    while folds.view.choice.choose_flagged(1):
        visited.append(folds.view.choice.current_card().id)
    assert visited == [FIRST.id, FRENCH.id]


def test_nothing_is_dropped_on_the_head_of_a_region_but_on_a_folded_market(folds):
    drops = []
    folds.model.dropped.connect(drops.append)
    folds.view.folds.fold(BY_REGION.turned(market=FRANCE.id))
    move = Qt.DropAction.MoveAction
    kept = []
    for row in (0, folds.model.index_at(FRANCE.id, FRIDAY).row()):
        place = folds.view.visualRect(folds.model.index(row, 4)).center()
        kinds = (QDragEnterEvent, QDragMoveEvent, QDropEvent)
        kept += [send_drag(folds, FIRST, place, move, kind) for kind in kinds]
    assert drops == [Drop((FIRST.id,), FRANCE.id, FRIDAY, is_copy=False)]


@pytest.mark.in_english
def test_folded_rows_say_what_they_stand_for(folds):
    folds.view.folds.fold(BY_REGION.turned(region="EMEA"))
    index = folds.model.index(0, 0)
    assert "EMEA, Monday" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 posts" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert folds.model.headerData(0, Qt.Orientation.Vertical).endswith("folded")
    header = folds.view.market_header
    place = QPoint(60, 10)
    event = QHelpEvent(QEvent.Type.ToolTip, place, header.viewport().mapToGlobal(place))
    QApplication.sendEvent(header.viewport(), event)
    assert "3 markets" in QToolTip.text()
    QToolTip.hideText()


def test_a_change_below_a_folded_row_is_told(folds, qtbot):
    folds.view.folds.fold(BY_REGION.turned(region="EMEA"))
    folds.source.put(replace(FIRST, flags=()))
    with qtbot.waitSignal(folds.model.dataChanged):
        folds.model.refresh()
    assert folds.model.lanes.sums[0, 0].severity is None


def test_without_regions_there_is_none_to_fold(grid):
    grid.view.choice.choose_post(FIRST.id)
    grid.view.folds.fold_region()
    assert grid.model.folding == Folding()
