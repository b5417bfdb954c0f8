from collections import Counter

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from ui.actions import Actions, choose
from ui.cards.card_layout import Density
from ui.plan.plan_view import Side
from ui.theme import DARK, LIGHT, ThemeChoice

KEYS = {
    "undo": ["Ctrl+Z"],
    "redo": ["Ctrl+Shift+Z", "Ctrl+Y"],
    "new_post": ["Ctrl+N"],
    "move_to": ["M"],
    "duplicate": ["Ctrl+D"],
    "cancel_post": ["Del"],
    "day_earlier": ["Alt+Left"],
    "day_later": ["Alt+Right"],
    "market_above": ["Alt+Up"],
    "market_below": ["Alt+Down"],
    "today": ["T"],
    "previous": ["PgUp", "K", "P"],
    "next": ["PgDown", "J", "N"],
    "week_earlier": ["Shift+PgUp"],
    "week_later": ["Shift+PgDown"],
    "next_flagged": ["F8"],
    "previous_flagged": ["Shift+F8"],
    "export": ["Ctrl+E"],
}


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def actions(owner, qapp):
    return Actions(owner)


@pytest.mark.parametrize(("name", "keys"), KEYS.items())
def test_keys_are_those_that_people_know(actions, name, keys):
    found = [key.toString() for key in getattr(actions, name).shortcuts()]
    for key in keys:
        assert key in found or QKeySequence(key).toString() in found


def test_no_key_means_two_things(actions):
    keys = [key.toString() for action in actions.all for key in action.shortcuts()]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_single_letters_count_only_inside_the_calendar(actions, qtbot):
    calendar = QWidget()
    qtbot.addWidget(calendar)
    actions.limit_to(calendar)
    for action in actions.all:
        letters = [key for key in action.shortcuts() if len(key.toString()) == 1]
        if letters:
            assert action in calendar.actions()
            assert action.shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut, (
                action.objectName()
            )


def test_every_action_stands_in_a_menu_and_says_its_key(actions, qtbot):
    bar = QMenuBar()
    qtbot.addWidget(bar)
    actions.fill(bar)
    listed = set()

    def collect(menu) -> None:
        for action in menu.actions():
            listed.add(action)
            if action.menu() is not None:
                collect(action.menu())

    collect(bar)
    assert {one.objectName() for one in actions.all} <= {one.objectName() for one in listed}


def test_undo_says_what_it_takes_back_and_is_closed_without(actions):
    assert not actions.undo.isEnabled()
    assert actions.undo.toolTip()
    actions.show_steps("Move DE-0142 to Tue 10 Nov", "")
    assert actions.undo.isEnabled()
    assert "Move DE-0142 to Tue 10 Nov" in actions.undo.text()
    assert "Ctrl+Z" in actions.undo.toolTip()
    assert not actions.redo.isEnabled()


def test_alt_and_an_arrow_say_what_they_do_in_the_view_that_is_shown(actions):
    words = {Side.LEFT: "A day earlier", Side.RIGHT: "A day later", Side.DOWN: "A week later"}
    actions.show_nudges({**words, Side.UP: ""})
    assert actions.market_below.text() == "A week later"
    assert "Alt+Down" in actions.market_below.toolTip()
    assert not actions.market_above.isEnabled()
    assert actions.market_above.toolTip(), "a closed action says why"


def test_how_many_posts_must_come_out_stands_in_the_words(actions):
    actions.show_recall(3)
    assert "(3)" in actions.recall.text()
    actions.show_recall(0)
    assert "(" not in actions.recall.text()


def test_what_holds_stop_can_be_seen_only_while_one_stands(actions):
    assert not actions.caught.isEnabled()
    assert actions.caught.toolTip() == "No hold stands"
    actions.show_holds(any_stands=True)
    assert actions.caught.isEnabled()
    assert "Ctrl+Shift+H" in actions.caught.toolTip()


def test_how_many_posts_wait_stands_in_the_words(actions):
    actions.show_queue(7)
    assert "(7)" in actions.review.text()
    actions.show_queue(0)
    assert "(" not in actions.review.text()


@pytest.mark.parametrize(
    ("group", "value"), [("weeks", "4"), ("density", Density.ROOMY), ("theme", ThemeChoice.DARK)]
)
def test_one_choice_of_a_group_is_the_present_one(actions, group, value):
    found = getattr(actions, group)
    choose(found, value)
    assert [one.data() for one in found.actions() if one.isChecked()] == [str(value)]


def test_icons_take_the_colours_of_the_theme(actions):
    actions.set_theme(LIGHT)
    light = actions.today.icon().pixmap(20).toImage()
    actions.set_theme(DARK)
    assert actions.today.icon().pixmap(20).toImage() != light


@pytest.mark.left_to_right
def test_from_right_to_left_the_arrow_to_earlier_days_points_right(actions, qapp):
    def earlier():
        actions.set_theme(LIGHT)
        return actions.previous.icon().pixmap(20).toImage()

    before = earlier()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert earlier() != before
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert earlier() == before
