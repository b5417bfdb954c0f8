from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton, QWidget

from ui.actions import Actions
from ui.theme import DARK, LIGHT
from ui.widgets import icons
from ui.widgets.top_bar import TopBar


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def actions(owner, qapp):
    return Actions(owner)


@pytest.fixture
def bar(actions, qtbot):
    who = QLabel("Mia Weber")
    who.setObjectName("who")
    made = TopBar(actions, who, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def button(bar: TopBar, name: str) -> QToolButton:
    return bar.findChild(QToolButton, f"{name}_button")


@pytest.mark.parametrize("name", ["previous", "next", "today", "review", "export", "import_sheet"])
def test_its_buttons_do_what_their_actions_say(bar, actions, name, qtbot):
    with qtbot.waitSignal(getattr(actions, name).triggered):
        button(bar, name).click()


def test_every_button_can_be_hit_and_says_what_it_does(bar):
    for one in bar.findChildren(QToolButton):
        smallest = one.minimumSize().expandedTo(one.minimumSizeHint())
        assert smallest.width() >= 24
        assert smallest.height() >= 24
        assert one.toolTip() or one.text(), one.objectName()


def test_how_many_posts_wait_stands_on_the_review_button(bar, actions):
    actions.show_queue(12)
    assert "12" in button(bar, "review").text()
    actions.show_queue(0)
    assert "(" not in button(bar, "review").text()


def test_fixed_words_stay_when_their_action_changes(bar, actions):
    actions.export.setText("&Export…")
    actions.export.setEnabled(False)
    assert button(bar, "export").text() == "Export"


def test_undo_keeps_to_its_icon_however_long_its_words_are(bar, actions):
    actions.show_steps("Move DE-0142 to Tue 10 Nov", "")
    assert button(bar, "undo").toolButtonStyle() == button(bar, "redo").toolButtonStyle()
    assert "Move DE-0142" in button(bar, "undo").toolTip()


def test_over_the_review_stands_the_way_back_instead_of_the_days(bar):
    bar.show_calendar(False)
    assert button(bar, "calendar").isVisible()
    assert not button(bar, "today").isVisible()
    bar.show_calendar(True)
    assert not button(bar, "calendar").isVisible()
    assert button(bar, "today").isVisible()


def test_it_takes_other_colours(bar, qtbot):
    qtbot.waitExposed(bar)
    bar.set_theme(DARK)
    assert bar.grab().toImage().pixelColor(2, 2) == DARK.raised


def test_where_room_is_short_words_go_and_icons_stay(bar, qtbot):
    only_icon = Qt.ToolButtonStyle.ToolButtonIconOnly
    bar.resize(1600, bar.height())
    assert button(bar, "export").toolButtonStyle() is not only_icon
    bar.resize(950, bar.height())
    assert button(bar, "export").toolButtonStyle() is only_icon
    assert button(bar, "export").toolTip()
    assert button(bar, "review").toolButtonStyle() is not only_icon
    bar.resize(1600, bar.height())
    assert button(bar, "export").toolButtonStyle() is not only_icon


def test_in_a_very_small_window_the_main_deeds_are_still_there(bar, actions):
    actions.show_queue(30)
    bar.resize(600, bar.height())
    for name in ("previous", "today", "next", "review", "hold", "import_sheet", "export"):
        assert button(bar, name).isVisible(), name
        assert bar.rect().contains(button(bar, name).geometry()), name
    assert not button(bar, "undo").isVisible()
    bar.show_calendar(False)
    assert button(bar, "undo").isVisible()
    bar.show_calendar(True)
    bar.resize(1600, bar.height())
    assert all(button(bar, name).isVisible() for name in ("undo", "density", "theme"))


def test_in_a_very_small_window_the_view_is_a_sign_and_only_who_sits_there_is_cut(
    bar, actions, qtbot
):
    actions.set_theme(LIGHT)
    actions.show_queue(30)
    bar.findChild(QLabel, "who").setText("Maximiliane Weber-Oberhausen, reviewer")
    window = QWidget()
    qtbot.addWidget(window)
    bar.setParent(window)
    window.show()
    bar.show()
    bar.resize(600, bar.height())
    views = button(bar, "views")
    assert views.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert views.accessibleName()
    shown = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown))
    assert bar.width() == 600
    assert bar.rect().contains(bar.findChild(QLabel, "who").geometry())
    bar.resize(1600, bar.height())
    assert views.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly
    bar.setParent(None)


def test_words_that_grow_later_cost_another_button_its_words_and_cut_none(bar, qtbot):
    bar.resize(bar.layout().sizeHint().width(), bar.height())
    who = bar.findChild(QLabel, "who")
    who.setText("Maximiliane Weber-Oberhausen, reviewer")
    qtbot.waitUntil(lambda: who.width() >= who.sizeHint().width())
    shown = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
    assert all(one.width() >= one.sizeHint().width() for one in shown)


@pytest.fixture
def small(bar, actions, qtbot):
    """The bar of a small window, with all that may stand in it and long names."""
    actions.set_theme(LIGHT)
    actions.show_queue(30)
    bar.findChild(QLabel, "who").setText("Maximiliane Weber-Oberhausen, reviewer")
    for_you = QToolButton()
    for_you.setObjectName("for_you_button")
    for_you.setText("For you: 12")
    for_you.setIcon(icons.icon("comment", LIGHT.accent))
    for_you.setToolTip("12 comments wait for your answer")
    for_you.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.put_before_who(for_you)
    bar.title.setText("8–21 Nov 2027")
    window = QWidget()
    qtbot.addWidget(window)
    bar.setParent(window)
    window.show()
    bar.show()
    bar.resize(600, bar.height())
    yield bar
    bar.setParent(None)


def is_sign(one):
    return one.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def test_there_is_never_a_redo_without_an_undo(bar):
    seen = set()
    for width in range(1600, 600, -20):
        bar.resize(width, bar.height())
        seen.add((button(bar, "undo").isVisible(), button(bar, "redo").isVisible()))
    assert seen == {(True, True), (True, False), (False, False)}


def test_the_days_in_view_are_the_last_to_go(small, qtbot):
    assert small.title.isVisible()
    assert not button(small, "undo").isVisible()
    for name in ("review", "for_you"):
        qtbot.waitUntil(partial(is_sign, button(small, name)))
        assert button(small, name).toolTip()
    qtbot.waitUntil(lambda: small.title.width() >= small.title.sizeHint().width())
    small.title.setText("Maximal lange Tage des Novembers und des Dezembers 2027")
    small._fit()  # noqa: SLF001 - as the window does with every other view
    assert not small.title.isVisible()
    small.resize(1600, small.height())
    assert small.title.isVisible()
    assert button(small, "review").toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly


def test_a_choice_of_markets_gives_way_before_the_days_in_view(small, qtbot):
    markets = small.findChild(QComboBox, "market_choice")
    markets.addItem("Vereinigtes Königreich Großbritannien und Nordirland")
    small._has_market = True  # noqa: SLF001 - as in the view of a month
    small._has_weeks = False  # noqa: SLF001
    small.resize(680, small.height())
    small._fit()  # noqa: SLF001
    assert small.title.isVisible()
    shown = [one for one in small.findChildren(QToolButton) if one.isVisible()]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown))
    who = small.findChild(QLabel, "who")
    qtbot.waitUntil(lambda: small.rect().contains(who.geometry()))
