import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from app.commands.posts import edit_post
from app.commands.suggestions import suggest_edit
from app.domain.suggestion import Answer
from tests.builders.calendars import BREAD, LENA, MARC, act_as
from ui.theme import DARK
from ui.widgets.diff_label import DiffLabel

BETTER = BREAD.replace("heute", "jeden Morgen")


def button(table, name):
    found = [one for one in table.panel.findChildren(QPushButton, name) if one.isVisible()]
    return found[-1] if found else None


def rows(table):
    found = table.panel.findChildren(QWidget, "suggestion")
    return [one for one in found if not one.isHidden()]


@pytest.fixture
def suggested(table):
    act_as(table.session, MARC)
    suggest_edit(
        table.session,
        post_id=table.post_id,
        base_revision=table.view.post.revision,
        fields={"text": BETTER},
        note="Not only today",
    )
    act_as(table.session, LENA)
    table.show()
    return table


def test_without_suggestions_there_is_no_heading(table):
    assert table.panel.suggestions.isHidden()


@pytest.mark.in_english
def test_the_planner_sees_what_would_change_and_why(suggested):
    (row,) = rows(suggested)
    said = [label.text() for label in row.findChildren(QLabel)]
    assert "“Not only today”" in said
    difference = row.findChild(DiffLabel)
    assert "[removed: heute]" in difference.accessibleName()
    suggested.panel.set_theme(DARK)
    assert len(rows(suggested)) == 1


@pytest.mark.in_english
def test_accepting_makes_the_planner_the_author(suggested):
    button(suggested, "suggestion_accept").click()
    assert suggested.view.post.content.text == BETTER
    assert suggested.view.post.editor == LENA
    assert rows(suggested) == []
    button(suggested, "show_answered").click()
    said = [label.text() for label in rows(suggested)[0].findChildren(QLabel)]
    assert any(words.startswith("Accepted by Lena Brandt") for words in said)


@pytest.mark.in_english
def test_declining_asks_for_a_word_in_place(suggested):
    button(suggested, "suggestion_decline").click()
    line = rows(suggested)[0].findChild(QLineEdit, "reason_words")
    line.setText("It is only today")
    rows(suggested)[0].findChild(QPushButton, "reason_send").click()
    assert suggested.view.post.content.text == BREAD
    assert suggested.talk.suggestions[0].reply.note == "It is only today"
    button(suggested, "show_answered").click()
    said = [label.text() for label in rows(suggested)[0].findChildren(QLabel)]
    assert any("“It is only today”" in words for words in said)


def test_who_suggested_can_only_take_it_back(suggested):
    suggested.sit_down(MARC)
    assert button(suggested, "suggestion_accept") is None
    button(suggested, "suggestion_take_back").click()
    assert suggested.talk.suggestions[0].reply.answer is Answer.WITHDRAW


def test_what_fits_no_longer_cannot_be_accepted_and_says_why(suggested):
    edit_post(
        suggested.session, post_id=suggested.post_id, base_revision=2, changes={"text": "Anders."}
    )
    suggested.show()
    assert not button(suggested, "suggestion_accept").isEnabled()
    assert button(suggested, "suggestion_accept").toolTip()


def test_nobody_accepts_before_they_have_said_who_they_are(suggested):
    suggested.operations.become(None)
    assert not button(suggested, "suggestion_accept").isEnabled()
