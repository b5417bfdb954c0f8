import pytest
from PySide6.QtWidgets import QLabel

from app.commands.duty import RosterFile
from app.errors import InvalidInputError
from tests.builders.duty import CLOSED, OFFICE
from tests.builders.ui_c import calendar_of
from ui.duty.import_page import ImportPage
from ui.widgets.two_line_list import TwoLineList

pytestmark = pytest.mark.in_english


@pytest.fixture
def page(qtbot):
    made = ImportPage()
    qtbot.addWidget(made)
    made.show()
    return made


def rows(page, name):
    found = page.findChild(TwoLineList, name)
    return [found.item(row).text() for row in range(found.count())] if found.isVisible() else None


def test_what_comes_in_and_what_is_wrong_stand_below_each_other(page, path):
    problem = InvalidInputError("roster.csv, entry of row 3, field person: nobody is “Zoe”.")
    page.show_file(RosterFile((OFFICE, CLOSED), (problem,)), calendar_of(path))
    assert page.findChild(QLabel, "import_summary").text().startswith("2 entries")
    assert rows(page, "import_found") == ["Lena Brandt, Germany", "Nobody is there, France"]
    assert rows(page, "import_problems") == ["roster.csv, entry of row 3, field person"]


def test_without_problems_there_is_no_list_of_them(page, path):
    page.show_file(RosterFile((OFFICE,), ()), calendar_of(path))
    assert rows(page, "import_problems") is None
    page.show_file(RosterFile((), ()), calendar_of(path))
    assert rows(page, "import_found") is None
