"""What a file would bring into the list of terms."""

import pytest
from PySide6.QtWidgets import QLabel

from app.commands.terms import TermsFile
from app.domain.team_term import TeamTerm, TermKind
from app.errors import InvalidInputError
from tests.builders.ui_c import calendar_of
from ui.settings.import_terms_page import ImportTermsPage
from ui.widgets.two_line_list import TwoLineList

pytestmark = pytest.mark.in_english


@pytest.fixture
def page(qtbot):
    made = ImportTermsPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_terms_and_problems_stand_in_lists_of_their_own(page, path):
    term = TeamTerm("c", TermKind.AVOID, ("cheap",))
    wrong = InvalidInputError("terms.csv, entry of row 3, field kind: “sell” is none of avoid")
    page.show_file(TermsFile((term,), (wrong,)), calendar_of(path))
    assert page.findChild(QLabel, "import_summary").text() == "1 term can be saved."
    assert page.findChild(TwoLineList, "import_found").count() == 1
    problems = page.findChild(TwoLineList, "import_problems")
    assert problems.count() == 1
    assert problems.isVisible()


def test_without_problems_none_are_shown(page, path):
    page.show_file(TermsFile((), ()), calendar_of(path))
    assert not page.findChild(TwoLineList, "import_problems").isVisible()
    assert not page.findChild(TwoLineList, "import_found").isVisible()
