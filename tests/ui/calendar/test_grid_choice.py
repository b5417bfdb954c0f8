from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt

from app.domain.flag import Severity
from tests.builders.ui import FRANCE, GERMANY, JAPAN, MONDAY, card, flag, on
from tests.ui.calendar.grid_ground import FIRST, FRENCH, FRIDAY, SECOND, TUESDAY, click


def test_many_posts_can_be_selected_and_come_in_the_order_of_days(grid, qtbot):
    click(qtbot, grid, grid.at(FRENCH))
    click(qtbot, grid, grid.at(SECOND), Qt.KeyboardModifier.ControlModifier)
    assert grid.view.choice.selected_cards() == (SECOND, FRENCH)


def test_what_is_chosen_while_ctrl_is_held_is_chosen_alone(grid, qtbot):
    grid.view.choice.choose_post(SECOND.id)
    qtbot.keyPress(grid.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    grid.view.choice.choose_post(FRENCH.id)
    assert grid.view.choice.selected_cards() == (FRENCH,)
    qtbot.keyRelease(grid.view, Qt.Key.Key_Control)


def test_without_a_selection_the_current_post_is_meant(grid, qtbot):
    grid.view.choice.choose_post(FIRST.id)
    grid.view.clearSelection()
    assert grid.view.choice.selected_cards() == (FIRST,)


def test_selecting_by_hand_needs_no_current_cell(grid):
    index = grid.model.index_of(FRENCH.id)
    grid.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    assert grid.view.choice.selected_cards() == (FRENCH,)


def test_flagged_posts_are_visited_in_order_up_to_the_last(grid):
    grid.source.kept = [
        replace(one, flags=(flag(Severity.CAUTION),) if one.flags else ())
        for one in grid.source.kept
    ]
    grid.model.refresh()
    grid.view.choice.choose_place(GERMANY.id, MONDAY)
    visited = [grid.view.choice.current_card().id]
    while grid.view.choice.choose_flagged(1):
        visited.append(grid.view.choice.current_card().id)
    assert visited == [FIRST.id, FRENCH.id]
    assert grid.view.choice.choose_flagged(-1)
    assert not grid.view.choice.choose_flagged(-1)


def test_a_note_asks_for_no_visit(grid):
    grid.source.kept = [replace(FIRST, flags=(flag(Severity.NOTE),))]
    grid.model.refresh()
    assert not grid.view.choice.choose_flagged(1)


def test_without_flags_there_is_nowhere_to_go(grid):
    grid.source.kept = [SECOND]
    grid.model.refresh()
    assert not grid.view.choice.choose_flagged(1)


def test_what_is_not_shown_cannot_be_chosen(grid):
    assert not grid.view.choice.choose_post(card(99).id)
    assert not grid.view.choice.choose_place(JAPAN.id, MONDAY - timedelta(days=1))


def test_selection_and_current_cell_follow_a_moved_post(grid):
    grid.view.choice.choose_post(SECOND.id)
    grid.source.put(replace(SECOND, local=on(FRIDAY, 15)))
    grid.model.refresh()
    assert grid.view.choice.current_card().id == SECOND.id
    assert grid.view.choice.current_place() == (GERMANY.id, FRIDAY)
    assert [one.id for one in grid.view.choice.selected_cards()] == [SECOND.id]


def test_the_current_empty_cell_stays_current_when_a_post_comes_into_it(grid):
    grid.view.choice.choose_place(JAPAN.id, FRIDAY)
    grid.source.kept.append(card(9, JAPAN, local=on(FRIDAY)))
    grid.source.put(replace(FRENCH, local=on(MONDAY)))
    grid.model.refresh()
    assert grid.view.choice.current_place() == (JAPAN.id, FRIDAY)
    french = replace(FRENCH, local=on(FRIDAY))
    grid.view.choice.choose_place(FRANCE.id, FRIDAY)
    grid.view.selectionModel().select(
        grid.model.index_of(FRENCH.id), QItemSelectionModel.SelectionFlag.Select
    )
    grid.source.put(french)
    grid.model.refresh()
    assert grid.view.choice.current_place() == (FRANCE.id, FRIDAY)


def test_without_a_place_the_view_is_about_no_post(grid):
    grid.view.setCurrentIndex(QModelIndex())
    assert grid.view.choice.current_post() is None
    assert grid.view.choice.current_ghost() is None


def test_a_post_that_leaves_a_chosen_block_takes_nothing_else_along(grid):
    grid.source.put(replace(SECOND, local=on(TUESDAY, 15)))
    grid.model.refresh()  # each market has one lane from here on
    block = QItemSelection(grid.model.index_at(GERMANY.id, MONDAY), grid.model.index_of(FRENCH.id))
    grid.view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.Select)
    grid.view.selectionModel().select(
        grid.model.index_at(JAPAN.id, MONDAY), QItemSelectionModel.SelectionFlag.Select
    )
    moved = replace(FRENCH, local=on(FRIDAY))
    grid.source.put(moved)
    grid.model.refresh()
    assert grid.view.choice.selected_cards() == (
        FIRST,
        replace(SECOND, local=on(TUESDAY, 15)),
        moved,
    )
    chosen = {grid.model.place(one) for one in grid.view.selectionModel().selectedIndexes()}
    assert chosen == {
        (GERMANY.id, MONDAY),
        (GERMANY.id, TUESDAY),
        (FRANCE.id, MONDAY),
        (FRANCE.id, FRIDAY),
        (JAPAN.id, MONDAY),
    }


def test_a_chosen_empty_cell_into_which_a_post_has_come_is_chosen_no_more(grid):
    selection = grid.view.selectionModel()
    for index in (grid.model.index_of(FRENCH.id), grid.model.index_at(FRANCE.id, FRIDAY)):
        selection.select(index, QItemSelectionModel.SelectionFlag.Select)
    grid.source.put(replace(FRENCH, local=on(FRIDAY)))
    grid.model.refresh()
    assert [grid.model.place(one) for one in selection.selectedIndexes()] == [(FRANCE.id, FRIDAY)]
