from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPushButton

from app.commands.posts import cancel_posts
from tests.builders.calendars import FRANCE, GERMANY, QUIET_DAY
from tests.ui.screen_desk import screen_desk
from ui.plan.plan_view import Side


@pytest.fixture
def desk(tmp_path, qtbot):
    yield from screen_desk(tmp_path, qtbot)


@pytest.mark.left_to_right
def test_alt_arrows_are_a_drag_by_a_day(desk):
    post = desk.new_post()
    desk.screen.view.choice.choose_post(post)
    desk.screen.deeds.nudge(Side.RIGHT)
    assert desk.card(post).day == QUIET_DAY + timedelta(days=1)
    assert desk.screen.view.choice.current_card().id == post
    desk.screen.deeds.nudge(Side.LEFT)
    assert desk.card(post).day == QUIET_DAY


def test_from_right_to_left_a_day_later_lies_to_the_left(desk):
    post = desk.new_post()
    desk.screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desk.screen.view.choice.choose_post(post)
    desk.screen.deeds.nudge(Side.LEFT)
    assert desk.card(post).day == QUIET_DAY + timedelta(days=1)


def test_alt_up_and_down_are_a_drag_to_the_next_market(desk):
    post = desk.new_post()
    desk.screen.view.choice.choose_post(post)
    desk.screen.deeds.nudge(Side.UP)
    assert len(desk.screen.grid.lanes.cards) == 1, "there is no market above the first"
    desk.screen.deeds.nudge(Side.DOWN)
    markets = {card.market for card in desk.screen.grid.lanes.cards.values()}
    assert markets == {GERMANY, FRANCE}


def test_move_to_is_a_drag_without_a_drag(desk):
    post = desk.new_post()
    desk.screen.view.choice.choose_post(post)
    desk.screen.deeds.move()
    (dialog,) = desk.dialogs("move_dialog")
    dialog._date.setDate(dialog._date.date().addDays(2))  # noqa: SLF001 - the date picker
    dialog.findChild(QPushButton, "move_go").click()
    assert desk.card(post).day == QUIET_DAY + timedelta(days=2)


def test_without_a_post_there_is_nothing_to_move_or_open(desk):
    desk.screen.post_opened.connect(lambda _post: pytest.fail("opened"))
    desk.screen.view.choice.choose_place(FRANCE, QUIET_DAY)
    desk.screen.deeds.move()
    desk.screen.open_chosen()
    desk.screen.deeds.duplicate()
    assert desk.dialogs("move_dialog") == []


def test_chosen_posts_can_be_duplicated_and_cancelled(desk):
    post = desk.new_post()
    desk.screen.view.choice.choose_post(post)
    desk.screen.deeds.duplicate()
    assert len(desk.screen.grid.lanes.cards) == 2
    desk.screen.view.choice.choose_post(post)
    desk.screen.deeds.run(cancel_posts)
    assert post not in desk.screen.grid.lanes.places


@pytest.fixture
def clipboard(qapp):
    """What lies there when the program ends would outlive it."""
    yield qapp.clipboard()
    qapp.clipboard().clear()


def test_copy_and_paste_go_to_the_cell_with_the_focus(desk, qtbot, clipboard):
    post = desk.new_post()
    desk.screen.view.choice.choose_post(post)
    with qtbot.waitSignal(desk.screen.deeds.noted):
        desk.screen.deeds.copy()
    desk.screen.view.choice.choose_place(GERMANY, QUIET_DAY + timedelta(days=2))
    desk.screen.deeds.paste()
    cards = desk.screen.grid.lanes.cards.values()
    assert {card.day for card in cards} == {QUIET_DAY, QUIET_DAY + timedelta(days=2)}
    assert desk.screen.view.choice.current_card().id != post, "the copy is the current one"


def test_cut_and_paste_into_the_tray(desk, qtbot, clipboard):
    post = desk.new_post()
    desk.screen.view.choice.choose_post(post)
    desk.screen.deeds.cut()
    desk.screen.tray.show()
    button = desk.screen.tray.findChild(QPushButton, "tray_new_post")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    desk.screen.deeds.paste()
    assert desk.card(post).local is None


def test_a_paste_nowhere_says_so(desk, qtbot):
    desk.screen.view.setCurrentIndex(QModelIndex())
    with qtbot.waitSignal(desk.screen.deeds.noted) as told:
        desk.screen.deeds.paste()
    assert told.args[0]
