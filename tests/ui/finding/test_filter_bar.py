from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from app.commands.post_filter import EVERYTHING, Facet
from tests.builders.ui import GERMANY, calendar
from ui.finding.filter_bar import FilterBar
from ui.theme import DARK, LIGHT
from ui.widgets import icons


@pytest.fixture
def bar(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1400, 200)
    made = FilterBar(calendar(), LIGHT)
    made.setParent(window)
    made.resize(1200, 60)
    window.show()
    yield made
    window.close()


def part(bar, name):
    return bar.findChild(object, name)


def test_the_bar_says_nothing_while_all_posts_are_shown(bar):
    assert part(bar, "filter_count").isHidden()
    assert part(bar, "filter_clear").isHidden()
    assert bar.nothing.isHidden()


def test_chips_and_words_make_one_filter(bar, qtbot):
    made = []
    bar.filter_changed.connect(made.append)
    part(bar, "filter_market").chosen.emit(frozenset({GERMANY.id}))
    bar.search.setText("Sale")
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    assert bar.filter == EVERYTHING.choosing(Facet.MARKET, [GERMANY.id]).saying("Sale")
    assert made[-1] == bar.filter
    assert "Germany" in part(bar, "filter_market").text()
    bar.search.clear()
    assert bar.filter == EVERYTHING.choosing(Facet.MARKET, [GERMANY.id])


def test_one_button_shows_everything_again(bar, qtbot):
    bar.set_filter(EVERYTHING.saying("Sale"))
    with qtbot.waitSignal(bar.filter_changed) as told:
        part(bar, "filter_clear").click()
    assert told.args == [EVERYTHING]
    assert bar.search.text() == ""


def test_the_same_filter_again_is_no_news(bar, qtbot):
    with qtbot.assertNotEmitted(bar.filter_changed):
        bar.set_filter(EVERYTHING)


@pytest.mark.in_english
def test_it_counts_what_is_left_in_view_and_in_the_tray(bar):
    bar.set_filter(EVERYTHING.saying("Sale"))
    bar.show_counts(1, 0)
    assert part(bar, "filter_count").text() == "1 post"
    bar.show_counts(12, 2)
    assert part(bar, "filter_count").text() == "12 posts · 2 in the tray"


def test_where_nothing_is_left_it_says_why_and_clears_by_one_button(bar):
    bar.set_filter(EVERYTHING.saying("Sale"))
    bar.show_nothing("No posts match “Sale” in 4 markets")
    assert bar.nothing.text == "No posts match “Sale” in 4 markets"
    bar.show_nothing("No posts match “Sale” in 4 markets")
    part(bar, "message_action").click()
    assert bar.filter == EVERYTHING
    bar.set_filter(EVERYTHING.saying("Sale"))
    bar.show_nothing("None")
    bar.show_nothing("")
    assert bar.nothing.text == ""


def test_a_chip_opens_with_what_is_chosen(bar):
    bar.set_filter(EVERYTHING.choosing(Facet.MARKET, [GERMANY.id]))
    chip = part(bar, "filter_market")
    chip.click()
    assert chip.popup.list.checked() == (GERMANY.id,)
    chip.popup.close()


def test_campaigns_are_asked_for_before_their_list_opens(bar, qtbot):
    chip = part(bar, "filter_campaign")
    with qtbot.waitSignal(bar.campaigns_asked):
        chip.click()
    bar.show_campaigns(("autumn",))
    assert chip.popup.list.count() == 2
    chip.popup.close()


def test_other_colours_and_markets_are_taken(bar):
    bar.set_theme(DARK)
    bar.set_filter(EVERYTHING.choosing(Facet.MARKET, [GERMANY.id]))
    bar.set_calendar(calendar(markets=[GERMANY]))
    assert not bar.grab().isNull()


@pytest.mark.in_english
def test_what_was_just_changed_and_is_hidden_is_told_of_until_the_filter_changes(bar):
    told = part(bar, "filter_hidden")
    bar.set_filter(EVERYTHING.saying("Sale"))
    bar.show_hidden(1)
    assert told.text() == "The post you just changed is hidden"
    bar.show_hidden(3)
    assert told.text() == "3 posts you just changed are hidden"
    bar.show_hidden(0)
    assert told.isHidden()
    bar.show_hidden(1)
    bar.clear()
    assert told.isHidden()


NARROW = EVERYTHING.choosing(Facet.MARKET, [GERMANY.id]).choosing(Facet.SEVERITY, ["stop"])


@pytest.fixture
def saved(bar):
    made = QToolButton()
    made.setText("Saved views")
    made.setIcon(icons.icon("filter", LIGHT.text))
    made.setMenu(QMenu(made))
    bar.add_at_end(made)
    return made


def fitted(bar, width):
    bar.resize(width, bar.height())
    bar.layout().activate()
    return [one for one in bar.findChildren(QWidget) if one.isVisible() and not one.layout()]


@pytest.mark.parametrize("wanted", [EVERYTHING, NARROW, NARROW.saying("Sale")])
def test_it_is_one_line_at_any_width_and_nothing_is_over_anything(bar, saved, wanted):
    bar.set_filter(wanted)
    bar.show_counts(12, 2)
    bar.show_hidden(1)
    assert bar.minimumSizeHint().width() < 200
    high = bar.layout().heightForWidth(1400) if bar.layout().hasHeightForWidth() else bar.height()
    for width in range(220, 1400, 31):
        parts = fitted(bar, width)
        places = [QRect(one.mapTo(bar, QPoint(0, 0)), one.size()) for one in parts]
        assert all(bar.rect().contains(place) for place in places), width
        pairs = combinations(places, 2)
        assert not any(one.intersects(other) for one, other in pairs), width
        assert bar.sizeHint().height() <= high


def test_in_a_small_window_what_is_set_is_still_in_sight(bar, saved):
    bar.set_filter(NARROW)
    bar.show_counts(12, 2)
    fitted(bar, 620)
    assert part(bar, "filter_market").isVisible()
    assert part(bar, "filter_severity").isVisible()
    assert part(bar, "filter_more").isVisible()
    assert not part(bar, "filter_stage").isVisible()
    clear = part(bar, "filter_clear")
    assert clear.isVisible()
    assert not clear.text()
    assert clear.toolTip()
    assert clear.accessibleName()
    fitted(bar, 1400)
    assert clear.text()
    assert part(bar, "filter_stage").isVisible()
    assert saved.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_beside_an_open_panel_the_menu_has_all_that_has_no_room(bar, saved):
    bar.set_filter(NARROW)
    fitted(bar, 220)
    more = part(bar, "filter_more")
    assert not saved.isVisible()
    more.menu().aboutToShow.emit()
    offered = [one.text() for one in more.menu().actions() if not one.isSeparator()]
    assert len(offered) == len(Facet) + 2
    assert offered[-1] == "Saved views"
    more.menu().actions()[-2].trigger()
    assert bar.filter == EVERYTHING


def test_from_the_menu_the_list_of_a_chip_opens_below_the_button(bar, saved):
    fitted(bar, 220)
    more = part(bar, "filter_more")
    more.menu().aboutToShow.emit()
    more.menu().actions()[0].trigger()
    popup = part(bar, "filter_market").popup
    assert popup.isVisible()
    top = more.mapToGlobal(more.rect().bottomLeft()).y()
    assert popup.y() >= min(top, popup.screen().availableGeometry().bottom() + 1 - popup.height())
    popup.list.set_all_checked(True)
    assert bar.filter.chosen(Facet.MARKET)
    assert popup.isVisible(), "one goes on ticking"
    popup.close()


def test_beside_an_open_panel_it_says_in_few_words_that_nothing_matches(bar, saved, qtbot):
    bar.set_filter(NARROW.saying("Sale"))
    sentence = "No posts match “Sale” in Germany, 8–21 Nov 2027"
    bar.show_nothing(sentence)
    bar.resize(199, bar.height())
    said = bar.nothing.findChild(QLabel, "message")
    qtbot.waitUntil(lambda: said.text() != sentence)
    assert sentence in said.toolTip()
    assert bar.nothing.text == sentence
    button = part(bar, "message_action")
    bar.resize(199, bar.sizeHint().height())
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    assert said.height() >= said.heightForWidth(said.width())
    assert bar.minimumSizeHint().height() < 150


def test_what_is_shown_again_while_it_measures_itself_hides_nothing_by_halves(bar, saved):
    for width in (1400, 220, 1400, 199, 220):
        fitted(bar, width)
        bar.set_filter(NARROW)
        bar.set_filter(EVERYTHING)
        assert saved.isVisible() is not saved.isHidden(), width
