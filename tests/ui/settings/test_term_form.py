"""The fields of one term of the team."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QRadioButton

from app.domain.flag import Severity
from app.domain.team_term import TeamTerm, TermKind
from tests.builders.calendars import GERMANY
from tests.builders.ui_c import calendar_of
from ui.settings.term_form import TermForm
from ui.widgets.check_list import CheckList

pytestmark = pytest.mark.in_english
CHEAP = TeamTerm("c", TermKind.AVOID, ("cheap", "billig*"), Severity.STOP, (GERMANY,), "de", "No.")


@pytest.fixture
def form(qtbot, path):
    made = TermForm()
    qtbot.addWidget(made)
    made.show_term(CHEAP, calendar_of(path).markets, is_new=False)
    made.show()
    return made


def test_a_term_is_shown_and_returned_as_it_was(form):
    assert form.term() == CHEAP
    assert not form.is_changed
    assert form.reason == ""


def test_a_form_without_a_term_has_none(qtbot):
    form = TermForm()
    qtbot.addWidget(form)
    assert not form.is_changed
    with pytest.raises(ValueError, match="no term"):
        form.term()


def test_each_field_changes_the_term_and_tells_so(form, qtbot):
    told = []
    form.edited.connect(lambda: told.append(form.term()))
    form.findChild(QRadioButton, "kind_spell").click()
    form.findChild(QPlainTextEdit, "term_words").setPlainText("  Solvane \n\nSolvane\nSummer  Drop")
    severity = form.findChild(QComboBox, "term_severity")
    severity.setCurrentIndex(severity.findData(int(Severity.NOTE)))
    form.findChild(QComboBox, "term_language").setCurrentIndex(0)
    form.findChild(CheckList, "term_markets").set_all_checked(False)
    qtbot.keyClicks(form.findChild(QLineEdit, "term_why"), " Never")
    qtbot.keyClicks(form.findChild(QLineEdit, "reason"), "New brand")
    assert form.term() == TeamTerm(
        "c", TermKind.SPELL, ("Solvane", "Summer Drop"), Severity.NOTE, (), "", "No. Never"
    )
    assert form.is_changed
    assert form.reason == "New brand"
    assert len(told) >= 6


def test_a_new_term_asks_for_no_reason(form, path):
    reason = form.findChild(QLineEdit, "reason")
    assert reason.isVisible()
    form.show_term(TeamTerm("n", TermKind.AVOID, ()), calendar_of(path).markets, is_new=True)
    assert not reason.isVisible()


def test_languages_of_the_markets_and_of_the_term_are_offered(form):
    box = form.findChild(QComboBox, "term_language")
    assert [box.itemText(number) for number in range(3)] == ["All languages", "German", "French"]
    assert box.currentText() == "German"
