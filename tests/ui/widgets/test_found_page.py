import pytest
from PySide6.QtWidgets import QLabel

from ui.widgets.found_page import FoundPage
from ui.widgets.problem_list import ProblemList
from ui.widgets.two_line_list import Entry, TwoLineList


@pytest.fixture
def page(qtbot):
    made = FoundPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_can_be_taken_stands_above_what_is_wrong(page):
    page.show_found("1 term can be saved.", [Entry("a", "cheap", "Avoid")], ["Row 3: no words"])
    assert page.findChild(QLabel, "import_summary").text() == "1 term can be saved."
    assert page.findChild(TwoLineList, "import_found").item(0).text() == "cheap"
    assert page.findChild(ProblemList).isVisible()


def test_a_file_with_nothing_to_take_shows_no_empty_list(page):
    page.show_found("0 terms can be saved.", [], [])
    assert not page.findChild(TwoLineList, "import_found").isVisible()
