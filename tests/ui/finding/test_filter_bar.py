import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.commands.post_filter import EVERYTHING, Facet
from tests.builders.ui import GERMANY, calendar
from ui.finding.filter_bar import FilterBar
from ui.theme import DARK, LIGHT


@pytest.fixture
def bar(qtbot):
    made = FilterBar(calendar(), LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 60)
    made.show()
    return made


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


def test_a_narrow_bar_takes_two_rows_and_other_colours_and_markets_are_taken(bar):
    high = bar.sizeHint().height()
    bar.set_theme(DARK)
    bar.set_filter(EVERYTHING.choosing(Facet.MARKET, [GERMANY.id]))
    bar.set_calendar(calendar(markets=[GERMANY]))
    assert bar.minimumSizeHint().width() < 600
    assert not bar.grab().isNull()
    assert high


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
    bar.add_at_end(QLabel("last"))
