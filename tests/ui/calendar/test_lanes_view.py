from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from app.domain.flag import Severity
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    KeptCards,
    approved,
    card,
    day_knowledge,
    flag,
    observance,
    on,
    recall,
)
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.cards.card_layout import Density
from ui.cards.dragging import Drop, mime_of
from ui.cards.other_clock import OtherClock
from ui.plan.folding import Folding
from ui.theme import DARK, LIGHT

TUESDAY, FRIDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)
FIRST = card(1, GERMANY, local=on(MONDAY, 9), flags=(flag(),))
SECOND = card(2, GERMANY, local=on(MONDAY, 15))
FRENCH = approved(card(3, FRANCE, local=on(TUESDAY), flags=(flag(Severity.NOTE),)))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Grid:
    def __init__(self, qtbot) -> None:
        self.source = KeptCards([FIRST, SECOND, FRENCH])
        self.model = CalendarModel(self.source, Period(MONDAY, 1))
        self.model.show_period(Period(MONDAY, 1), MARKETS)
        self.view = LanesView(self.model, LIGHT, lambda *_: (), today=MONDAY)
        self.view.resize(1400, 700)
        qtbot.addWidget(self.view)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        self.view.setFocus()
        qtbot.waitUntil(self.view.hasFocus)
        self.opened, self.reviewed, self.wanted = [], [], []
        self.view.post_opened.connect(self.opened.append)
        self.view.review_requested.connect(self.reviewed.append)
        self.view.new_post_requested.connect(lambda *place: self.wanted.append(place))

    def at(self, post) -> QPoint:
        return self.view.visualRect(self.model.index_of(post.id)).center()

    def box_of(self, post) -> QPoint:
        rect = self.view._geometry.card_rect(self.model.index_of(post.id))  # noqa: SLF001
        return self.view._geometry.layout.box_rect(rect).center()  # noqa: SLF001


@pytest.fixture
def grid(qtbot):
    return Grid(qtbot)


def click(qtbot, grid, place, modifier=NONE) -> None:
    qtbot.mouseClick(grid.view.viewport(), LEFT, modifier, place)


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
    grid.view.choose_post(SECOND.id)
    qtbot.keyClick(grid.view, Qt.Key.Key_Space)
    assert grid.reviewed == [SECOND.id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_enter_opens_a_post_and_begins_one_in_an_empty_cell(grid, qtbot, key):
    grid.view.choose_post(FIRST.id)
    qtbot.keyClick(grid.view, key)
    assert grid.opened == [FIRST.id]
    grid.view.choose_place(JAPAN.id, FRIDAY)
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
    grid.view.choose_post(FIRST.id)
    qtbot.keyClick(grid.view, Qt.Key.Key_Down)
    assert grid.view.current_card() == SECOND
    qtbot.keyClick(grid.view, Qt.Key.Key_Right)
    assert grid.view.current_card() is None
    assert grid.view.current_place() == (GERMANY.id, TUESDAY)


def test_in_right_to_left_the_arrows_are_mirrored(grid, qtbot):
    grid.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.view.choose_post(FIRST.id)
    qtbot.keyClick(grid.view, Qt.Key.Key_Left)
    assert grid.view.current_place() == (GERMANY.id, TUESDAY)


def test_letters_never_jump_to_a_post_by_its_name(grid, qtbot):
    grid.view.choose_place(JAPAN.id, FRIDAY)
    qtbot.keyClicks(grid.view, "treat")
    assert grid.view.current_place() == (JAPAN.id, FRIDAY)


def test_many_posts_can_be_selected_and_come_in_the_order_of_days(grid, qtbot):
    click(qtbot, grid, grid.at(FRENCH))
    click(qtbot, grid, grid.at(SECOND), Qt.KeyboardModifier.ControlModifier)
    assert grid.view.selected_cards() == (SECOND, FRENCH)


def test_without_a_selection_the_current_post_is_meant(grid, qtbot):
    grid.view.choose_post(FIRST.id)
    grid.view.clearSelection()
    assert grid.view.selected_cards() == (FIRST,)


def test_escape_is_left_to_the_screen(grid, qtbot):
    grid.view.selectAll()
    qtbot.keyClick(grid.view, Qt.Key.Key_Escape)
    assert grid.view.selectionModel().hasSelection()


def test_flagged_posts_are_visited_in_order_up_to_the_last(grid):
    grid.source.kept = [
        replace(one, flags=(flag(Severity.CAUTION),) if one.flags else ())
        for one in grid.source.kept
    ]
    grid.model.refresh()
    grid.view.choose_place(GERMANY.id, MONDAY)
    visited = [grid.view.current_card().id]
    while grid.view.choose_flagged(1):
        visited.append(grid.view.current_card().id)
    assert visited == [FIRST.id, FRENCH.id]
    assert grid.view.choose_flagged(-1)
    assert not grid.view.choose_flagged(-1)


def test_a_note_asks_for_no_visit(grid):
    grid.source.kept = [replace(FIRST, flags=(flag(Severity.NOTE),))]
    grid.model.refresh()
    assert not grid.view.choose_flagged(1)


def test_without_flags_there_is_nowhere_to_go(grid):
    grid.source.kept = [SECOND]
    grid.model.refresh()
    assert not grid.view.choose_flagged(1)


def test_what_is_not_shown_cannot_be_chosen(grid):
    assert not grid.view.choose_post(card(99).id)
    assert not grid.view.choose_place(JAPAN.id, MONDAY - timedelta(days=1))


def test_the_menu_is_asked_for_where_the_mouse_or_the_focus_is(grid, qtbot):
    places = []
    grid.view.menu_requested.connect(places.append)
    there = grid.view.viewport().mapToGlobal(grid.at(FRENCH))
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, grid.at(FRENCH), there)
    QApplication.sendEvent(grid.view.viewport(), mouse)
    assert places == [there]
    assert grid.view.current_card() == FRENCH
    grid.view.choose_post(FIRST.id)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(grid.view.viewport(), key)
    assert places[1] == grid.view.viewport().mapToGlobal(grid.at(FIRST))


def test_selection_and_current_cell_follow_a_moved_post(grid):
    grid.view.choose_post(SECOND.id)
    grid.source.put(replace(SECOND, local=on(FRIDAY, 15)))
    grid.model.refresh()
    assert grid.view.current_card().id == SECOND.id
    assert grid.view.current_place() == (GERMANY.id, FRIDAY)
    assert [one.id for one in grid.view.selected_cards()] == [SECOND.id]


def test_the_current_empty_cell_stays_current_when_a_post_comes_into_it(grid):
    grid.view.choose_place(JAPAN.id, FRIDAY)
    grid.source.kept.append(card(9, JAPAN, local=on(FRIDAY)))
    grid.source.put(replace(FRENCH, local=on(MONDAY)))
    grid.model.refresh()
    assert grid.view.current_place() == (JAPAN.id, FRIDAY)
    french = replace(FRENCH, local=on(FRIDAY))
    grid.view.choose_place(FRANCE.id, FRIDAY)
    grid.view.selectionModel().select(
        grid.model.index_of(FRENCH.id), QItemSelectionModel.SelectionFlag.Select
    )
    grid.source.put(french)
    grid.model.refresh()
    assert grid.view.current_place() == (FRANCE.id, FRIDAY)


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


def send_drag(grid, post, place, action, kind):
    data = mime_of([post])
    event = kind(QPointF(place) if kind is QDropEvent else place, action, data, LEFT, NONE)
    QApplication.sendEvent(grid.view.viewport(), event)
    return event, data


@pytest.mark.in_english
def test_hovering_shows_what_a_drop_means_and_a_drop_asks_for_it(grid):
    drops = []
    grid.model.dropped.connect(drops.append)
    grid.model.show_days(day_knowledge())
    place = grid.view.visualRect(grid.model.index_at(FRANCE.id, FRIDAY)).center()
    move = Qt.DropAction.MoveAction
    kept = [send_drag(grid, FIRST, place, move, QDragEnterEvent)]
    assert grid.view.sight.is_active
    kept.append(send_drag(grid, FIRST, place, move, QDragMoveEvent))
    assert grid.view.sight.target == (FRANCE.id, FRIDAY)
    assert "Make a version for France" in grid.view.sight.hint.text
    kept.append(send_drag(grid, FIRST, place, move, QDropEvent))
    assert drops == [Drop((FIRST.id,), FRANCE.id, FRIDAY, is_copy=False)]
    assert not grid.view.sight.is_active


def test_a_drag_that_leaves_takes_its_hint_along(grid):
    place = grid.view.visualRect(grid.model.index_at(FRANCE.id, FRIDAY)).center()
    kept = [send_drag(grid, FIRST, place, Qt.DropAction.MoveAction, QDragEnterEvent)]
    kept.append(send_drag(grid, FIRST, place, Qt.DropAction.MoveAction, QDragMoveEvent))
    QApplication.sendEvent(grid.view.viewport(), QDragLeaveEvent())
    assert grid.view.sight.hint.isHidden()
    assert not grid.view.sight.is_active


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_drag_that_stays_over_a_cell_paints_nothing_anew(grid):
    move = Qt.DropAction.MoveAction
    place = grid.view.visualRect(grid.model.index_at(FRANCE.id, FRIDAY)).center()
    kept = [send_drag(grid, FIRST, place, move, QDragEnterEvent)]
    kept.append(send_drag(grid, FIRST, place, move, QDragMoveEvent))
    QApplication.processEvents()
    paints = Paints(grid.view.viewport())
    kept.append(send_drag(grid, FIRST, place + QPoint(2, 2), move, QDragMoveEvent))
    QApplication.processEvents()
    assert paints.count == 0


def test_a_drag_that_is_held_at_the_edge_scrolls_the_grid(grid, qtbot):
    grid.view.resize(500, 160)
    QApplication.processEvents()
    bar, room = grid.view.verticalScrollBar(), grid.view.viewport().rect()
    edge, move = room.bottomLeft() + QPoint(60, -4), Qt.DropAction.MoveAction
    kept = [send_drag(grid, FIRST, edge, move, QDragEnterEvent)]
    kept.append(send_drag(grid, FIRST, edge, move, QDragMoveEvent))
    qtbot.waitUntil(lambda: bar.value() > 0)
    kept.append(send_drag(grid, FIRST, room.center(), move, QDragMoveEvent))
    there = bar.value()
    qtbot.wait(150)
    assert bar.value() == there
    QApplication.sendEvent(grid.view.viewport(), QDragLeaveEvent())


def test_a_drag_below_the_last_market_aims_at_nothing(grid):
    below = QPoint(300, grid.view.viewport().height() - 3)
    kept = [send_drag(grid, FIRST, below, Qt.DropAction.MoveAction, QDragEnterEvent)]
    event, data = send_drag(grid, FIRST, below, Qt.DropAction.MoveAction, QDragMoveEvent)
    kept.append((event, data))
    assert grid.view.sight.target is None
    assert not event.isAccepted()


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
    grid.view.choose_place(GERMANY.id, MONDAY + timedelta(days=visible))
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


def test_selecting_by_hand_needs_no_current_cell(grid):
    index = grid.model.index_of(FRENCH.id)
    grid.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    assert grid.view.selected_cards() == (FRENCH,)


# --- zoom --------------------------------------------------------------------------------------


def turn_wheel(grid, place, degrees, modifier) -> None:
    event = QWheelEvent(
        QPointF(place),
        QPointF(grid.view.viewport().mapToGlobal(place)),
        QPoint(),
        QPoint(0, degrees),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.view.viewport(), event)


def test_ctrl_and_the_wheel_make_days_wider_where_the_pointer_is(grid):
    zooms = []
    grid.view.zoomed.connect(zooms.append)
    grid.model.show_period(Period(MONDAY, 4), MARKETS)
    place, before = QPoint(700, 100), grid.view.columnWidth(0)
    column = grid.view.columnAt(place.x())
    turn_wheel(grid, place, 60, Qt.KeyboardModifier.ControlModifier)
    assert zooms == [], "half a notch is none"
    turn_wheel(grid, place, 60, Qt.KeyboardModifier.ControlModifier)
    assert zooms == [125]
    assert grid.view.columnWidth(0) > before
    assert grid.view.columnAt(place.x()) == column
    turn_wheel(grid, place, -240, Qt.KeyboardModifier.ControlModifier)
    assert zooms == [125, 100, 80]
    turn_wheel(grid, place, -120, NONE)
    assert zooms == [125, 100, 80], "the wheel alone scrolls"


def test_the_days_can_be_as_wide_as_it_fits_again(grid):
    grid.model.show_period(Period(MONDAY, 4), MARKETS)
    before = grid.view.columnWidth(0)
    grid.view.set_zoom(35)
    grid.view.zoom_by(-1)
    assert grid.view.zoom == 35, "there is nothing smaller"
    assert grid.view.columnWidth(0) * 28 <= grid.view.viewport().width()
    grid.view.zoom_as_it_fits()
    assert grid.view.columnWidth(0) == before


# --- ghosts ------------------------------------------------------------------------------------


GHOST = recall(card(9, GERMANY, local=None), on(FRIDAY, 12))


@pytest.fixture
def haunted(grid):
    grid.source.recalls = [GHOST]
    grid.model.refresh()
    return grid.model.index_at(GERMANY.id, FRIDAY)


@pytest.mark.left_to_right
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Space])
def test_a_ghost_is_reached_by_arrows_and_opens_its_post(grid, qtbot, haunted, key):
    grid.view.choose_place(GERMANY.id, FRIDAY - timedelta(days=1))
    qtbot.keyClick(grid.view, Qt.Key.Key_Right)
    assert grid.view.currentIndex() == haunted
    assert grid.view.current_ghost() == GHOST
    assert grid.view.current_post() == GHOST.card.id
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
    assert grid.view.selected_cards() == ()
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


def test_without_a_place_the_view_is_about_no_post(grid):
    grid.view.setCurrentIndex(QModelIndex())
    assert grid.view.current_post() is None
    assert grid.view.current_ghost() is None


# --- regions and what is folded ----------------------------------------------------------------


BY_REGION = Folding(by_region=True)


@pytest.fixture
def folds(grid):
    grid.folded = []
    grid.view.folded.connect(grid.folded.append)
    grid.view.fold(BY_REGION)
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
    folds.view.choose_post(FRENCH.id)
    folds.view.fold_region()
    assert rows(folds)[0] == "EMEA"
    assert folds.view.currentIndex().row() == 0, "who stood on a post stands in its row"
    qtbot.keyClick(folds.view, key)
    assert folds.folded[-1] == BY_REGION
    assert folds.reviewed == folds.opened == folds.wanted == []
    folds.view.choose_post(FRENCH.id)
    folds.view.fold_current()
    assert folds.folded[-1].markets == {FRANCE.id}
    qtbot.keyClick(folds.view, key)
    assert folds.folded[-1] == BY_REGION


def test_a_double_click_opens_a_folded_row(folds, qtbot):
    folds.view.fold(BY_REGION.turned(region="EMEA"))
    place = folds.view.visualRect(folds.model.index(0, 3)).center()
    qtbot.mouseDClick(folds.view.viewport(), LEFT, NONE, place)
    assert folds.folded[-1] == BY_REGION


def test_a_post_that_is_asked_for_opens_its_market(folds):
    folds.view.fold(Folding(True, frozenset({"EMEA", "APAC"}), frozenset({FRANCE.id})))
    assert folds.view.choose_post(FRENCH.id)
    assert folds.view.current_card() == FRENCH
    assert folds.folded[-1].regions == {"APAC"}
    folds.view.fold(BY_REGION.turned(region="EMEA"))
    assert folds.view.choose_posts([FIRST.id, FRENCH.id])
    assert folds.view.selected_cards() == (FIRST, FRENCH)


def test_flagged_posts_are_found_in_folded_markets_too(folds):
    folds.source.put(replace(FRENCH, flags=(flag(),)))
    folds.model.refresh()
    folds.view.fold(BY_REGION.turned(region="EMEA"))
    visited = []
    while folds.view.choose_flagged(1):
        visited.append(folds.view.current_card().id)
    assert visited == [FIRST.id, FRENCH.id]


def test_nothing_is_dropped_on_the_head_of_a_region_but_on_a_folded_market(folds):
    drops = []
    folds.model.dropped.connect(drops.append)
    folds.view.fold(BY_REGION.turned(market=FRANCE.id))
    move = Qt.DropAction.MoveAction
    kept = []
    for row in (0, folds.model.index_at(FRANCE.id, FRIDAY).row()):
        place = folds.view.visualRect(folds.model.index(row, 4)).center()
        kinds = (QDragEnterEvent, QDragMoveEvent, QDropEvent)
        kept += [send_drag(folds, FIRST, place, move, kind) for kind in kinds]
    assert drops == [Drop((FIRST.id,), FRANCE.id, FRIDAY, is_copy=False)]


@pytest.mark.in_english
def test_folded_rows_say_what_they_stand_for(folds):
    folds.view.fold(BY_REGION.turned(region="EMEA"))
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
    folds.view.fold(BY_REGION.turned(region="EMEA"))
    folds.source.put(replace(FIRST, flags=()))
    with qtbot.waitSignal(folds.model.dataChanged):
        folds.model.refresh()
    assert folds.model.lanes.sums[0, 0].severity is None


def test_without_regions_there_is_none_to_fold(grid):
    grid.view.choose_post(FIRST.id)
    grid.view.fold_region()
    assert grid.model.folding == Folding()


@pytest.mark.in_english
def test_the_second_time_is_read_aloud_and_stands_in_the_tooltip(grid):
    grid.view.set_clock(OtherClock("Asia/Tokyo"))
    index = grid.model.index_of(FIRST.id)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("17:00 Tokyo")
    assert "17:00 Tokyo" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data() == FIRST.headline
    grid.view.set_clock(None)
    assert "Tokyo" not in index.data(Qt.ItemDataRole.AccessibleTextRole)


# --- lanes that have nothing in view -----------------------------------------------------------


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
    assert [lane for lane, _room in tall.view.market_header._groups()] == [  # noqa: SLF001
        tall.model.lane(row) for row in (0, 3, 4, 5)
    ]
    assert not tall.view.viewport().grab().isNull()
    bar.setValue(0)
    assert shown_rows(tall) == [0, 1, 2, 3, 4, 5]


def test_a_post_in_a_lane_without_room_is_found_all_the_same(tall):
    bar = tall.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    last = tall.source.kept[2]
    assert tall.view.choose_post(last.id)
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
