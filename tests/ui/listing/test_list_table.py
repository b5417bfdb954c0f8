from datetime import timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.commands.listing import Listed
from app.commands.texts import stage_name
from app.commands.views import Stage
from tests.builders.ui import FRANCE, GERMANY, JAPAN, MONDAY, calendar, card, on
from ui.listing.columns import Column, Names
from ui.listing.columns_menu import columns_menu, fill_columns_menu
from ui.listing.list_model import COLUMNS, ListModel
from ui.listing.list_table import ListTable
from ui.theme import LIGHT
from ui.widgets.house_style import BESIDE_WORDS

POSTS = [
    Listed(card(number, market, local=on(MONDAY + timedelta(days=number), 9)))
    for number, market in enumerate((GERMANY, FRANCE, JAPAN))
]


class Shown:
    def __init__(self, qtbot) -> None:
        self.model = ListModel(Names.of(calendar()), LIGHT)
        self.table = ListTable(self.model)
        self.table.resize(1300, 400)
        qtbot.addWidget(self.table)
        self.model.show_posts(POSTS)
        self.table.show()
        qtbot.waitExposed(self.table)
        self.table.activateWindow()
        self.table.setFocus()
        qtbot.waitUntil(self.table.hasFocus)
        self.opened, self.reviewed, self.chosen, self.menus = [], [], [], []
        self.arranged = []
        self.table.post_opened.connect(self.opened.append)
        self.table.review_requested.connect(self.reviewed.append)
        self.table.chosen.connect(self.chosen.append)
        self.table.menu_requested.connect(self.menus.append)
        self.table.arranged.connect(lambda: self.arranged.append(self.table.arrangement))


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


def test_enter_opens_space_reviews_and_escape_lets_go(shown, qtbot):
    post = POSTS[1].card.id
    shown.table.choose_post(post)
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    qtbot.keyClick(shown.table, Qt.Key.Key_Space)
    qtbot.keyClicks(shown.table, "x")
    qtbot.keyClick(shown.table, Qt.Key.Key_Escape)
    assert (shown.opened, shown.reviewed, shown.chosen) == ([post], [post], [post])
    assert not shown.table.selectionModel().hasSelection()


def test_several_posts_are_chosen_and_follow_each_other_as_they_stand(shown, qtbot):
    shown.table.choose_post(POSTS[0].card.id)
    qtbot.keyClick(shown.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [one.card.id for one in shown.table.selected()] == [one.card.id for one in POSTS[:2]]
    shown.table.sort_by(Column.DAY)
    assert [one.card.id for one in shown.table.selected()] == [
        POSTS[1].card.id,
        POSTS[0].card.id,
    ], "sorted by the day again, the last comes first"


def test_a_double_click_opens_the_post(shown, qtbot):
    place = shown.table.visualRect(shown.model.index(2, 0)).center()
    qtbot.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.opened == [POSTS[2].card.id]


def test_the_menu_opens_where_the_mouse_or_the_focus_is(shown):
    viewport = shown.table.viewport()
    place = shown.table.visualRect(shown.model.index(1, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(viewport, key)
    assert len(shown.menus) == 2
    assert shown.table.current() == POSTS[1]


def test_a_click_on_a_head_sorts_and_is_remembered(shown, qtbot):
    header = shown.table.horizontalHeader()
    section = COLUMNS.index(Column.MARKET)
    place = QPoint(header.sectionViewportPosition(section) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [one.card.market for one in shown.model.rows] == [FRANCE.id, GERMANY.id, JAPAN.id]
    assert shown.arranged


def test_columns_stand_again_as_a_person_arranged_them(shown, qtbot):
    header = shown.table.horizontalHeader()
    shown.table.show_column(Column.LABELS, True)
    shown.table.show_column(Column.CAMPAIGN, False)
    header.moveSection(header.visualIndex(COLUMNS.index(Column.STAGE)), 0)
    shown.table.setColumnWidth(0, 177)
    shown.table.sort_by(Column.STAGE)
    again = Shown(qtbot)
    again.table.arrange(shown.arranged[-1])
    assert again.table.shows(Column.LABELS)
    assert not again.table.shows(Column.CAMPAIGN)
    assert again.table.horizontalHeader().visualIndex(COLUMNS.index(Column.STAGE)) == 0
    assert again.table.columnWidth(0) == 177
    assert again.model.sorted_by == (Column.STAGE, False)
    assert again.arranged == [], "that is no news"
    again.table.arrange_as_at_first()
    assert again.table.shows(Column.CAMPAIGN)
    assert again.model.sorted_by == (Column.DAY, False)


def test_every_stage_can_be_read_whole_before_a_person_arranges_the_columns(shown):
    shown.table.arrange_as_at_first()
    room = shown.table.columnWidth(COLUMNS.index(Column.STAGE))
    sign = shown.table.iconSize().width() if shown.table.iconSize().isValid() else 16
    for stage in Stage:
        words = shown.table.fontMetrics().horizontalAdvance(stage_name(stage))
        assert words + sign + 3 * BESIDE_WORDS <= room, stage


def test_one_column_always_stays(shown):
    for column in Column:
        shown.table.show_column(column, False)
    assert [shown.table.shows(column) for column in Column].count(True) == 1
    shown.table.clearSelection()
    shown.table.selectionModel().clearCurrentIndex()
    assert shown.table.choose_row(0)
    assert not shown.table.choose_row(None)
    assert not shown.table.choose_post(card(99).id)


def test_the_menu_of_columns_shows_hides_and_sorts(shown):
    menu = columns_menu(shown.table)
    fill_columns_menu(menu, shown.table, Column.DAY)
    items = {one.objectName(): one for one in menu.actions()}
    assert items["column_market"].isChecked()
    assert not items["column_labels"].isChecked()
    items["column_labels"].trigger()
    assert shown.table.shows(Column.LABELS)
    sorting = {one.objectName(): one for one in menu.findChild(QMenu, "sort_menu").actions()}
    assert sorting["sort_day"].isChecked()
    sorting["sort_market"].trigger()
    assert shown.model.sorted_by == (Column.MARKET, False)
    items["columns_as_at_first"].trigger()
    assert not shown.table.shows(Column.LABELS)


def test_without_a_selection_the_current_post_is_meant(shown):
    index = shown.model.index(2, 0)
    shown.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    shown.table.clearSelection()
    assert shown.table.selected() == (POSTS[2],)


def test_a_right_click_on_a_head_asks_for_the_columns(shown, qtbot):
    header = shown.table.horizontalHeader()
    with qtbot.waitSignal(shown.table.columns_asked):
        header.customContextMenuRequested.emit(QPoint(5, 5))
