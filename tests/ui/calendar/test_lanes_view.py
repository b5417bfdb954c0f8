from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent, QImage, QRegion
from PySide6.QtWidgets import QApplication, QToolTip

from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    card,
    day_knowledge,
    observance,
    on,
    recall,
)
from tests.ui.calendar.grid_ground import (
    FIRST,
    FRENCH,
    FRIDAY,
    LEFT,
    NONE,
    SECOND,
    TUESDAY,
    Painted,
    click,
)
from ui.calendar.period import Period
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.theme import DARK


def test_a_click_on_the_box_opens_the_review_and_ticks_nothing(grid, qtbot):
    click(qtbot, grid, grid.box_of(FIRST))
    assert grid.reviewed == [FIRST.id]
    assert not grid.model.card(grid.model.index_of(FIRST.id)).is_approved


def test_a_press_on_the_box_that_ends_elsewhere_does_nothing(grid, qtbot):
    viewport = grid.view.viewport()
    qtbot.mousePress(viewport, LEFT, NONE, grid.box_of(FIRST))
    qtbot.mouseMove(viewport, grid.at(FRENCH))
    qtbot.mouseRelease(viewport, LEFT, NONE, grid.at(FRENCH))
    assert grid.reviewed == []


def test_space_opens_the_review_of_the_current_post(grid, qtbot):
    grid.view.choice.choose_post(SECOND.id)
    qtbot.keyClick(grid.view, Qt.Key.Key_Space)
    assert grid.reviewed == [SECOND.id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_enter_opens_a_post_and_begins_one_in_an_empty_cell(grid, qtbot, key):
    grid.view.choice.choose_post(FIRST.id)
    qtbot.keyClick(grid.view, key)
    assert grid.opened == [FIRST.id]
    grid.view.choice.choose_place(JAPAN.id, FRIDAY)
    qtbot.keyClick(grid.view, key)
    assert grid.wanted == [(JAPAN.id, FRIDAY)]


def test_a_double_click_does_what_enter_does(grid, qtbot):
    qtbot.mouseDClick(grid.view.viewport(), LEFT, NONE, grid.at(FIRST))
    assert grid.opened == [FIRST.id]
    empty = grid.view.visualRect(grid.model.index_at(JAPAN.id, FRIDAY)).center()
    qtbot.mouseDClick(grid.view.viewport(), LEFT, NONE, empty)
    assert grid.wanted == [(JAPAN.id, FRIDAY)]


@pytest.mark.left_to_right
def test_arrows_go_from_cell_to_cell(grid, qtbot):
    grid.view.choice.choose_post(FIRST.id)
    qtbot.keyClick(grid.view, Qt.Key.Key_Down)
    assert grid.view.choice.current_card() == SECOND
    qtbot.keyClick(grid.view, Qt.Key.Key_Right)
    assert grid.view.choice.current_card() is None
    assert grid.view.choice.current_place() == (GERMANY.id, TUESDAY)


def test_in_right_to_left_the_arrows_are_mirrored(grid, qtbot):
    grid.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.view.choice.choose_post(FIRST.id)
    qtbot.keyClick(grid.view, Qt.Key.Key_Left)
    assert grid.view.choice.current_place() == (GERMANY.id, TUESDAY)


def test_letters_never_jump_to_a_post_by_its_name(grid, qtbot):
    grid.view.choice.choose_place(JAPAN.id, FRIDAY)
    qtbot.keyClicks(grid.view, "treat")
    assert grid.view.choice.current_place() == (JAPAN.id, FRIDAY)


def test_escape_is_left_to_the_screen(grid, qtbot):
    grid.view.selectAll()
    qtbot.keyClick(grid.view, Qt.Key.Key_Escape)
    assert grid.view.selectionModel().hasSelection()


def test_the_menu_is_asked_for_where_the_mouse_or_the_focus_is(grid, qtbot):
    places = []
    grid.view.menu_requested.connect(places.append)
    there = grid.view.viewport().mapToGlobal(grid.at(FRENCH))
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, grid.at(FRENCH), there)
    QApplication.sendEvent(grid.view.viewport(), mouse)
    assert places == [there]
    assert grid.view.choice.current_card() == FRENCH
    grid.view.choice.choose_post(FIRST.id)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(grid.view.viewport(), key)
    assert places[1] == grid.view.viewport().mapToGlobal(grid.at(FIRST))


@pytest.mark.in_english
def test_a_screen_reader_finds_every_post_with_its_box(grid):
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(grid.view)
    cells = [interface.child(number) for number in range(interface.childCount())]
    names = {cell.text(QAccessible.Text.Name): cell for cell in cells}
    (french,) = [name for name in names if "FR-0003" in name]
    assert ", approved," in french
    assert names[french].state().checked
    assert any("Japan, Friday" in name for name in names), "empty cells say where they are"
    assert interface.text(QAccessible.Text.Name) == "Calendar"
    QAccessible.setActive(False)


@pytest.mark.in_english
def test_a_screen_reader_finds_a_post_where_it_has_gone(grid):
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(grid.view)

    def names() -> list[str]:
        cells = [interface.child(number) for number in range(interface.childCount())]
        return [cell.text(QAccessible.Text.Name) for cell in cells]

    before = names()
    grid.source.put(replace(FRENCH, local=on(FRIDAY)))
    grid.model.refresh()
    after = names()
    (was,) = [number for number, name in enumerate(before) if "FR-0003" in name]
    (stands,) = [number for number, name in enumerate(after) if "FR-0003" in name]
    assert stands == was + 3
    assert "FR-0003" not in after[was]
    QAccessible.setActive(False)


def test_a_post_that_moves_has_two_cells_and_two_heads_painted_and_no_more(grid, qtbot):
    QApplication.processEvents()
    cells, days, markets = (
        Painted(part.viewport())
        for part in (grid.view, grid.view.day_header, grid.view.market_header)
    )
    left = grid.view.visualRect(grid.model.index_of(FRENCH.id))
    grid.source.put(replace(FRENCH, local=on(FRIDAY)))
    grid.model.refresh()
    come = grid.view.visualRect(grid.model.index_of(FRENCH.id))
    qtbot.waitUntil(lambda: not cells.region.isEmpty())
    QApplication.processEvents()
    assert cells.region == QRegion(left) + QRegion(come)
    header = grid.view.day_header
    starts = [header.sectionViewportPosition(column) for column in range(header.count())]
    touched = [days.region.contains(QPoint(start + 2, 2)) for start in starts]
    assert touched == [False, True, False, False, True, False, False]
    assert markets.region.isEmpty(), "no market has more posts or fewer"


def test_a_post_that_comes_has_the_head_of_its_market_painted(grid, qtbot):
    QApplication.processEvents()
    markets = Painted(grid.view.market_header.viewport())
    grid.source.kept.append(card(9, JAPAN, local=on(FRIDAY)))
    grid.model.refresh()
    qtbot.waitUntil(lambda: not markets.region.isEmpty())
    rows = [grid.model.index_at(one.id, MONDAY).row() for one in (FRANCE, JAPAN)]
    middles = [grid.view.rowViewportPosition(row) + 5 for row in rows]
    assert [markets.region.contains(QPoint(5, y)) for y in middles] == [False, True]


def test_what_is_painted_by_pieces_looks_like_what_is_painted_at_once(grid, qtbot):
    grid.model.show_days(day_knowledge())
    whole = grid.view.viewport().grab().toImage()
    grid.source.put(replace(FRENCH, local=on(FRIDAY)))
    grid.model.refresh()
    pieces = QImage(whole)
    region = QRegion()
    for place in ((FRANCE.id, TUESDAY), (FRANCE.id, FRIDAY)):
        region += QRegion(grid.view.visualRect(grid.model.index_at(*place)))
    grid.view.viewport().render(pieces, region.boundingRect().topLeft(), region)
    assert pieces == grid.view.viewport().grab().toImage()


def test_theme_and_density_can_change_at_any_time(grid):
    before = grid.view.viewport().grab().toImage()
    grid.view.set_theme(DARK)
    dark = grid.view.viewport().grab().toImage()
    assert dark != before
    grid.view.set_density(Density.ROOMY)
    assert grid.view.density is Density.ROOMY
    assert grid.view.viewport().grab().toImage() != dark


def test_a_larger_font_makes_larger_lanes(grid):
    before = grid.view.rowHeight(1)
    font = grid.view.font()
    font.setPointSize(16)
    grid.view.setFont(font)
    assert grid.view.rowHeight(1) > before


def test_the_name_of_a_day_explains_itself_above_a_card_too(grid):
    grid.model.show_days(day_knowledge({(GERMANY, MONDAY): (observance(MONDAY),)}))
    cell = grid.view.visualRect(grid.model.index_of(FIRST.id))
    for place, words in (
        (QPoint(cell.center().x(), cell.top() + 4), "Source: Federal Agency"),
        (cell.center(), FIRST.name),
    ):
        event = QHelpEvent(QEvent.Type.ToolTip, place, grid.view.viewport().mapToGlobal(place))
        QApplication.sendEvent(grid.view.viewport(), event)
        assert words in QToolTip.text()
        QToolTip.hideText()


def test_a_narrower_grid_keeps_the_current_cell_in_sight(grid, qtbot):
    grid.model.show_period(Period(MONDAY, 4), MARKETS)
    grid.view.resize(1400, 700)
    visible = grid.view.viewport().width() // grid.view.columnWidth(0) - 1
    grid.view.choice.choose_place(GERMANY.id, MONDAY + timedelta(days=visible))
    grid.view.resize(900, 700)
    qtbot.waitUntil(
        lambda: (
            grid.view.viewport()
            .rect()
            .contains(grid.view.visualRect(grid.view.currentIndex()).center())
        )
    )


def test_nothing_can_be_typed_over(grid):
    assert grid.view.editTriggers() == grid.view.EditTrigger.NoEditTriggers


def test_a_click_with_another_button_never_opens_the_review(grid, qtbot):
    qtbot.mouseClick(grid.view.viewport(), Qt.MouseButton.MiddleButton, NONE, grid.box_of(FIRST))
    assert grid.reviewed == []


GHOST = recall(card(9, GERMANY, local=None), on(FRIDAY, 12))


@pytest.fixture
def haunted(grid):
    grid.source.recalls = [GHOST]
    grid.model.refresh()
    return grid.model.index_at(GERMANY.id, FRIDAY)


@pytest.mark.left_to_right
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Space])
def test_a_ghost_is_reached_by_arrows_and_opens_its_post(grid, qtbot, haunted, key):
    grid.view.choice.choose_place(GERMANY.id, FRIDAY - timedelta(days=1))
    qtbot.keyClick(grid.view, Qt.Key.Key_Right)
    assert grid.view.currentIndex() == haunted
    assert grid.view.choice.current_ghost() == GHOST
    assert grid.view.choice.current_post() == GHOST.card.id
    qtbot.keyClick(grid.view, key)
    assert grid.opened == [GHOST.card.id]
    assert grid.reviewed == grid.wanted == []


def test_a_double_click_on_a_ghost_opens_its_post(grid, qtbot, haunted):
    place = grid.view.visualRect(haunted).center()
    qtbot.mouseDClick(grid.view.viewport(), LEFT, NONE, place)
    assert grid.opened == [GHOST.card.id]


def test_nothing_is_done_to_a_post_through_its_ghost(grid, qtbot, haunted):
    place = grid.view.visualRect(haunted)
    click(qtbot, grid, place.center())
    assert grid.view.choice.selected_cards() == ()
    click(qtbot, grid, place.topLeft() + QPoint(12, 12))
    assert grid.reviewed == []
    grid.view.startDrag(Qt.DropAction.MoveAction)
    assert not grid.view.sight.is_active


def test_a_ghost_is_painted_where_it_will_be_sent(grid, haunted):
    rect = grid.view.visualRect(haunted)
    with_it = grid.view.viewport().grab(rect).toImage()
    grid.source.recalls = []
    grid.model.refresh()
    assert grid.view.viewport().grab(rect).toImage() != with_it


@pytest.mark.in_english
def test_the_second_time_is_read_aloud_and_stands_in_the_tooltip(grid):
    grid.view.set_clock(OtherClock("Asia/Tokyo"))
    index = grid.model.index_of(FIRST.id)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("17:00 Tokyo")
    assert "17:00 Tokyo" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data() == FIRST.headline
    grid.view.set_clock(None)
    assert "Tokyo" not in index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def tall(grid):
    """A market with three posts on one day, and the days after it scrolled into view."""
    grid.source.kept = [card(number, GERMANY, local=on(MONDAY, 9 + number)) for number in range(3)]
    grid.source.kept.append(card(7, FRANCE, local=on(MONDAY + timedelta(days=20))))
    grid.model.show_period(Period(MONDAY, 4), MARKETS)
    return grid


def shown_rows(grid) -> list[int]:
    return [row for row in range(grid.model.rowCount()) if not grid.view.isRowHidden(row)]


def test_a_market_is_no_taller_than_the_days_in_view_need(tall):
    bar = tall.view.horizontalScrollBar()
    assert shown_rows(tall) == [0, 1, 2, 3, 4, 5]
    bar.setValue(bar.maximum())
    assert shown_rows(tall) == [0, 3, 4, 5]
    header = tall.view.market_header
    groups = header._groups(header.viewport().rect())  # noqa: SLF001
    assert [lane for lane, _room in groups] == [tall.model.lane(row) for row in (0, 3, 4, 5)]
    assert not tall.view.viewport().grab().isNull()
    bar.setValue(0)
    assert shown_rows(tall) == [0, 1, 2, 3, 4, 5]


def test_a_post_in_a_lane_without_room_is_found_all_the_same(tall):
    bar = tall.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    last = tall.source.kept[2]
    assert tall.view.choice.choose_post(last.id)
    assert tall.view.visualRect(tall.view.currentIndex()).intersects(tall.view.viewport().rect())
    assert shown_rows(tall) == [0, 1, 2, 3, 4, 5]
    bar.setValue(bar.maximum())
    assert 2 in shown_rows(tall), "whoever stands in a lane stays there"


def test_a_change_gives_the_lanes_that_it_needs(tall):
    bar = tall.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    last_day = MONDAY + timedelta(days=27)
    tall.source.put(replace(tall.source.kept[0], local=on(last_day, 9)))
    tall.source.put(replace(tall.source.kept[1], local=on(last_day, 10)))
    tall.model.refresh()
    germany = [row for row in shown_rows(tall) if tall.model.lane(row).market.id == GERMANY.id]
    assert len(germany) == 2
