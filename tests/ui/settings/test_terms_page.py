"""The window of the team's own list."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from app.commands.terms import retire_term, save_terms
from app.domain.team_term import TeamTerm, TeamTerms, TermKind
from tests.builders.calendars import LENA
from tests.builders.ui_c import become, calendar_of, meanwhile, settle
from tests.ui.direct import DirectJobs
from ui.settings.terms_page import TermsPage
from ui.theme import DARK, LIGHT
from ui.widgets.two_line_list import TwoLineList

pytestmark = pytest.mark.in_english
CHEAP = TeamTerm("c", TermKind.AVOID, ("cheap",))
NAME = TeamTerm("n", TermKind.SPELL, ("Solvane",))


@pytest.fixture
def opened(qtbot, path, operations):
    def opening(*terms):
        if terms:
            operations.run(lambda session: save_terms(session, terms=terms))
            settle(operations, qtbot)
        made = TermsPage(calendar_of(path), operations, DirectJobs(), LIGHT)
        qtbot.addWidget(made)
        made.show()
        return made

    return opening


@pytest.fixture
def dialog(opened):
    return opened(CHEAP, NAME)


def child(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def button(dialog, name):
    return child(dialog, QPushButton, name)


def press(qtbot, operations, dialog, name):
    qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
    settle(operations, qtbot)


def rows(dialog):
    found = child(dialog, TwoLineList, "terms_list")
    return [found.item(row).data(Qt.ItemDataRole.UserRole) for row in range(found.count())]


def choose(dialog, key):
    child(dialog, TwoLineList, "terms_list").setCurrentRow(rows(dialog).index(key))


def write(dialog, *lines):
    child(dialog, QPlainTextEdit, "term_words").setPlainText("\n".join(lines))


def kept(path):
    return calendar_of(path).terms.all


def test_an_empty_list_says_what_it_is_for(opened):
    dialog = opened()
    assert rows(dialog) == []
    assert any("bucket list" in label.text() for label in dialog.findChildren(QLabel))
    assert not button(dialog, "save").isEnabled()
    assert not button(dialog, "retire").isVisible()


def test_a_new_term_is_written_and_saved_without_a_reason(opened, qtbot, operations, path):
    dialog = opened()
    press(qtbot, operations, dialog, "add_term")
    assert child(dialog, QPlainTextEdit, "term_words").hasFocus() or not dialog.isActiveWindow()
    assert button(dialog, "save").toolTip() == "Write the words of the term."
    write(dialog, "bucket list", "last trip")
    press(qtbot, operations, dialog, "save")
    (term,) = kept(path)
    assert term.words == ("bucket list", "last trip")
    assert rows(dialog) == [term.id]


def test_a_change_needs_a_reason_that_the_button_asks_for(dialog, qtbot, operations, path):
    write(dialog, "cheap", "budget")
    assert not button(dialog, "save").isEnabled()
    assert button(dialog, "save").toolTip() == "Write why it changes."
    qtbot.keyClicks(child(dialog, QLineEdit, "reason"), "Also this")
    press(qtbot, operations, dialog, "save")
    assert kept(path)[0].words == ("cheap", "budget")


def test_a_term_is_retired_with_a_reason(dialog, qtbot, operations, path):
    assert button(dialog, "retire").toolTip() == "Write why first, at the end of the form."
    qtbot.keyClicks(child(dialog, QLineEdit, "reason"), "No longer ours")
    press(qtbot, operations, dialog, "retire")
    assert kept(path) == (NAME,)
    assert rows(dialog) == ["n"]


def test_beside_a_term_that_is_gone_the_next_is_chosen_and_one_that_is_back_itself(
    opened, path, operations
):
    last = TeamTerm("z", TermKind.AVOID, ("zero",))
    dialog = opened(CHEAP, NAME, last)
    whole = calendar_of(path)
    choose(dialog, "n")
    dialog.set_calendar(replace(whole, terms=TeamTerms((CHEAP, last))))
    assert child(dialog, TwoLineList, "terms_list").key == "z", "not back to the first"
    dialog.set_calendar(whole)
    assert child(dialog, TwoLineList, "terms_list").key == "n"
    choose(dialog, "c")
    more = TeamTerm("m", TermKind.AVOID, ("more",))
    dialog.set_calendar(replace(whole, terms=TeamTerms((*whole.terms.all, more))))
    assert child(dialog, TwoLineList, "terms_list").key == "c", "a colleague's leaves it alone"


def test_what_is_not_saved_is_not_lost(dialog, qtbot):
    write(dialog, "cheap", "budget")
    choose(dialog, "n")
    assert "not saved yet" in child(dialog, QLabel, "message").text()
    assert not dialog.may_leave()
    button(dialog, "add_term").click()
    button(dialog, "import_terms").click()
    assert rows(dialog) == ["c", "n"]
    button(dialog, "discard").click()
    choose(dialog, "n")
    assert child(dialog, QLabel, "heading").text() == "Solvane"
    assert dialog.may_leave()


def test_another_term_takes_the_place_of_an_empty_new_one(dialog):
    button(dialog, "add_term").click()
    assert len(rows(dialog)) == 3
    choose(dialog, "n")
    assert rows(dialog) == ["c", "n"]


def test_a_file_is_shown_before_its_terms_are_saved(dialog, qtbot, operations, path, monkeypatch):
    sheet = path.with_name("terms.csv")
    sheet.write_text("words,kind\nbudget,avoid\nBerlinPur,spell\nx,sell\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_facts: (str(sheet), ""))
    button(dialog, "import_terms").click()
    assert child(dialog, QLabel, "heading").text() == "terms.csv"
    assert child(dialog, QLabel, "import_summary").text() == "2 terms can be saved."
    assert len(kept(path)) == 2
    press(qtbot, operations, dialog, "save")
    assert [term.words for term in kept(path)][2:] == [("budget",), ("BerlinPur",)]


def test_a_file_without_a_term_cannot_be_saved(dialog, tmp_path, monkeypatch):
    sheet = tmp_path / "terms.csv"
    sheet.write_text("words,kind\nx,sell\n", "utf-8")
    dialog.read_file(sheet)
    assert button(dialog, "save").toolTip() == "Nothing in this file can be saved."
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_facts: ("", ""))
    button(dialog, "discard").click()
    button(dialog, "import_terms").click()
    assert child(dialog, QLabel, "heading").text() == "cheap"


def test_a_planner_sees_the_list_and_why_it_is_shut(dialog, operations, qtbot):
    become(operations, qtbot, LENA)
    assert not button(dialog, "add_term").isEnabled()
    assert "you are Lena Brandt" in button(dialog, "add_term").toolTip()
    assert rows(dialog) == ["c", "n"]


def test_what_others_have_saved_comes_in_and_the_theme_changes(dialog, operations, qtbot, path):
    more = TeamTerm("m", TermKind.AVOID, ("budget",))
    operations.run(lambda session: save_terms(session, terms=[more]))
    settle(operations, qtbot)
    dialog.set_calendar(calendar_of(path))
    assert rows(dialog) == ["c", "n", "m"]
    dialog.set_theme(DARK)


WHY = "We have talked about it"
DEAR = replace(CHEAP, words=("dear",))


def test_words_that_were_typed_stay_where_somebody_else_was_first(dialog, qtbot, operations, path):
    choose(dialog, "c")
    write(dialog, "cheap", "very cheap")
    qtbot.keyClicks(child(dialog, QLineEdit, "reason"), "Both")
    meanwhile(path, partial(save_terms, terms=[DEAR], reason=WHY))
    press(qtbot, operations, dialog, "save")
    dialog.set_calendar(calendar_of(path))
    assert "Nora Haddad has changed “cheap”" in child(dialog, QLabel, "message").text()
    assert child(dialog, QPlainTextEdit, "term_words").toPlainText() == "cheap\nvery cheap"
    assert child(dialog, QLineEdit, "reason").text() == "Both"
    press(qtbot, operations, dialog, "message_action")
    assert child(dialog, QPlainTextEdit, "term_words").toPlainText() == "dear"


def test_a_term_that_was_retired_meanwhile_takes_no_other_with_it(dialog, qtbot, operations, path):
    choose(dialog, "n")
    write(dialog, "Solvane Air")
    qtbot.keyClicks(child(dialog, QLineEdit, "reason"), "Its name")
    meanwhile(path, partial(retire_term, term_id="n", reason=WHY))
    dialog.set_calendar(calendar_of(path))
    press(qtbot, operations, dialog, "retire")
    assert [term.id for term in kept(path)] == ["c"]
    press(qtbot, operations, dialog, "save")
    assert "counts no more" in child(dialog, QLabel, "message").text()
    assert child(dialog, QPlainTextEdit, "term_words").toPlainText() == "Solvane Air"


def test_a_file_overwrites_nothing_that_was_saved_since_it_was_shown(
    opened, qtbot, operations, path, tmp_path
):
    sheet = tmp_path / "terms.csv"
    sheet.write_text("id,kind,words\nc,avoid,cheap\n", "utf-8")
    dialog = opened()
    dialog.read_file(sheet)
    press(qtbot, operations, dialog, "save")
    (term,) = kept(path)
    dialog.set_calendar(calendar_of(path))
    sheet.write_text("id,kind,words\nc,avoid,cheap|bargain\n", "utf-8")
    dialog.read_file(sheet)
    meanwhile(path, partial(save_terms, terms=[replace(term, words=("dear",))], reason=WHY))
    press(qtbot, operations, dialog, "save")
    assert "Nora Haddad has changed" in child(dialog, QLabel, "message").text()
    assert [term.words for term in kept(path)] == [("dear",)]
