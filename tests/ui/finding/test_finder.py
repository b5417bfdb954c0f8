from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.post_filter import EVERYTHING
from tests.builders import calendars
from tests.ui.direct import DirectJobs
from ui.finding.finder import Finder
from ui.theme import DARK, LIGHT


@pytest.fixture
def finder(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    post = calendars.ready_post(session, campaign="autumn")
    reader = calendars.reader_of(path)
    page = QWidget()
    qtbot.addWidget(page)
    made = Finder(
        reader, DirectJobs(), reader.calendar(), LIGHT, page=page, today=date(2027, 11, 1)
    )
    made.known_post = post
    column = QVBoxLayout(page)
    column.addWidget(made.bar)
    column.addStretch(1)
    page.resize(1200, 600)
    page.show()
    yield made
    made.stop()
    reader.close()
    session.close()


def test_posts_are_found_while_one_types_and_return_in_the_list_goes_there(finder, qtbot):
    search = finder.bar.search
    finder.focus_search()
    qtbot.keyClicks(search, "ROGGEN")
    assert finder.list.isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(finder.post_asked) as asked:
        qtbot.keyClick(finder.list.list, Qt.Key.Key_Return)
    assert asked.args == [finder.known_post]
    assert finder.list.isHidden()


def test_return_in_the_field_filters_and_the_button_above_the_list_too(finder, qtbot):
    search = finder.bar.search
    qtbot.keyClicks(search, "roggen")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert finder.filter == EVERYTHING.saying("roggen")
    assert finder.list.isHidden()
    qtbot.keyClicks(search, "brot")
    finder.list.filter.click()
    assert finder.filter == EVERYTHING.saying("roggenbrot")


def test_escape_closes_the_list_then_clears_the_filter_then_leaves(finder, qtbot):
    search = finder.bar.search
    finder.set_filter(EVERYTHING.saying("roggen"))
    qtbot.keyClicks(search, "brot")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert finder.list.isHidden()
    assert not finder.filter.is_empty
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert finder.filter.is_empty
    with qtbot.waitSignal(finder.left):
        qtbot.keyClick(search, Qt.Key.Key_Escape)


def test_whoever_turns_to_something_else_leaves_the_list(finder, qtbot):
    finder.focus_search()
    qtbot.keyClicks(finder.bar.search, "roggen")
    assert finder.list.isVisible()
    finder.list.list.setFocus()
    assert finder.list.isVisible()
    finder.bar.findChild(object, "filter_market").setFocus()
    assert finder.list.isHidden()


@pytest.mark.in_english
def test_only_a_filter_that_leaves_nothing_says_so(finder):
    finder.show_counts(0, 0, "9–22 Nov")
    assert finder.bar.nothing.isHidden()
    finder.set_filter(EVERYTHING.saying("Sale"))
    finder.show_counts(3, 0, "9–22 Nov")
    assert finder.bar.nothing.isHidden()
    finder.show_counts(0, 0, "9–22 Nov")
    assert finder.bar.nothing.text == "No posts match “Sale” in 2 markets, 9–22 Nov"


def test_clearing_tells_whether_anything_was_hidden(finder):
    assert not finder.clear()
    finder.set_filter(EVERYTHING.saying("Sale"))
    assert finder.clear()


def test_the_campaigns_of_the_posts_are_offered(finder, qtbot):
    chip = finder.bar.findChild(object, "filter_campaign")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.popup.list.item(0).text() == "autumn"
    chip.popup.close()


def test_other_colours_and_people_are_taken(finder):
    finder.set_theme(DARK)
    finder.set_calendar(finder.bar._calendar)  # noqa: SLF001 - the same once more
    finder.list.left.emit()
    assert finder.bar.search.isVisible()
