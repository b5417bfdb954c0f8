from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.commands.views import Sibling
from app.domain.post import PostId
from tests.builders import ui_b
from ui.review.context import context_sections
from ui.theme import LIGHT


@pytest.fixture
def shown(qtbot):
    def show(view, history=(), open_sibling=lambda _post: None, **more):
        found = context_sections(view, history, ui_b.calendar(), LIGHT, open_sibling, **more)
        sections = list(found)
        for section in sections:
            qtbot.addWidget(section)
        return {section.objectName(): section for section in sections}

    return show


def words_of(section):
    return " ".join(label.text() for label in section.findChildren(QLabel))


def sibling(is_older=True):
    post = ui_b.a_post("Il est de retour. " * 20, language="fr")
    view = ui_b.a_view(
        replace(post.changed(market=ui_b.FRANCE.id), id=PostId("p9"), number=88),
        market=ui_b.FRANCE,
        channel=ui_b.FRENCH_FACEBOOK,
    )
    return Sibling(view.card, is_older)


def test_what_is_not_there_takes_no_room(shown):
    assert shown(ui_b.a_view()) == {}


def test_the_gloss_tells_what_the_text_says(shown):
    sections = shown(ui_b.a_view(ui_b.a_post().changed(gloss="Fresh rye bread.")))
    assert "Fresh rye bread." in words_of(sections["section_gloss"])


def test_what_changed_since_the_approval_is_shown(shown):
    approved = ui_b.a_post()
    view = ui_b.a_view(approved.changed(local=datetime(2027, 11, 10, 10, 0)))
    sections = shown(replace(view, approved_version=approved))
    assert "section_diff" in sections


def test_what_was_said_is_shown_with_note_and_name(shown):
    sections = shown(ui_b.approved(ui_b.a_view()))
    words = words_of(sections["section_decisions"])
    assert "Approved · Marc Fournier" in words
    assert "“Read twice.”" in words


def test_a_sibling_that_was_left_behind_says_so_and_opens(shown, qtbot):
    opened = []
    view = ui_b.a_view()
    versions = (view.post.changed(text="Vorher"), view.post)
    view = replace(view, siblings=(sibling(),), versions=versions)
    sections = shown(view, open_sibling=opened.append)
    words = words_of(sections["section_siblings"])
    assert "not updated since this one was changed" in words
    assert "Waiting for review" in words
    button = sections["section_siblings"].findChild(QPushButton, "open_FR-0088")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == ["p9"]


@pytest.mark.parametrize("is_older", [True, False])
def test_a_sibling_is_not_blamed_where_nothing_has_changed_or_both_have(shown, is_older):
    sections = shown(replace(ui_b.a_view(), siblings=(sibling(is_older=is_older),)))
    assert "not updated" not in words_of(sections["section_siblings"])


def test_history_and_notes_are_there(shown):
    view = ui_b.a_view(ui_b.a_post().changed(notes="Ask the shop first"))
    sections = shown(view, ui_b.some_history())
    assert "Ask the shop first" in words_of(sections["section_notes"])
    assert "Marked ready" in words_of(sections["section_history"])


def test_a_sibling_that_stands_on_the_page_already_is_not_told_again(shown):
    view = replace(ui_b.a_view(), siblings=(sibling(),))
    assert "section_siblings" not in shown(view, shown=[PostId("p9")])
