from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.recall import Cause, Why
from tests.builders.ui import MONDAY, calendar, card, on, recall
from ui.recall.recall_page import RecallPage

LEFT = Qt.MouseButton.LeftButton
FIRST = recall(
    card(142), on(MONDAY, 9), causes=(Cause(Why.HELD, "Fire in Hamburg"), Cause(Why.DRAFT))
)
NOW = FIRST.hand_over.instant - timedelta(hours=3)


@pytest.fixture
def page(qtbot):
    made = RecallPage()
    qtbot.addWidget(made)
    made.show_recall(FIRST, calendar(), NOW)
    made.resize(560, 480)
    made.show()
    qtbot.waitExposed(made)
    made.said = []
    made.confirmed.connect(made.said.append)
    return made


def part(page, name):
    return page.findChild(object, name)


@pytest.mark.in_english
def test_it_tells_what_lies_there_why_and_how(page):
    assert part(page, "recall_name").text() == "DE-0142 · Treat yourself with tender chicken"
    assert part(page, "recall_when").text() == "Mon 2 Nov, 09:00 CET, UTC+1"
    assert part(page, "recall_text").toPlainText() == FIRST.text
    assert part(page, "recall_why").text().splitlines() == [
        "A hold stops it: Fire in Hamburg",
        "It was put back to draft.",
    ]
    assert part(page, "recall_how").text() == FIRST.way_out
    assert part(page, "recall_export").toolTip() == FIRST.folder


def test_only_written_words_confirm(page, qtbot):
    assert not part(page, "recall_confirm").isEnabled()
    assert part(page, "recall_confirm").toolTip() == "Write first where and how."
    qtbot.keyClicks(part(page, "recall_note"), "   ")
    qtbot.keyClick(part(page, "recall_note"), Qt.Key.Key_Return)
    assert page.said == []
    qtbot.keyClicks(part(page, "recall_note"), "Deleted in Buffer ")
    qtbot.mouseClick(part(page, "recall_confirm"), LEFT)
    assert page.said == ["Deleted in Buffer"]


def test_one_word_is_given_once(page, qtbot):
    note = part(page, "recall_note")
    qtbot.keyClicks(note, "Deleted")
    for _press in range(3):
        qtbot.keyClick(note, Qt.Key.Key_Return)
    assert page.said == ["Deleted"]
    page.set_waiting(False)
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert page.said == ["Deleted", "Deleted"]


def test_the_last_words_come_back_by_one_key_and_never_by_themselves(page, qtbot):
    note = part(page, "recall_note")
    qtbot.keyClick(note, Qt.Key.Key_Up)
    assert note.text() == ""
    qtbot.keyClicks(note, "Deleted in Buffer")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    page.show_recall(FIRST, calendar(), NOW)
    assert note.text() == ""
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClick(note, Qt.Key.Key_Up)
    assert note.text() == "Deleted in Buffer"
    qtbot.keyClicks(note, "!")
    qtbot.keyClick(note, Qt.Key.Key_Up)
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert page.said == ["Deleted in Buffer", "Deleted in Buffer!"]


def test_what_is_being_written_stays_when_the_facts_change(page, qtbot):
    qtbot.keyClicks(part(page, "recall_note"), "Dele")
    page.show_facts(FIRST, calendar(), NOW + timedelta(hours=1))
    assert part(page, "recall_note").text() == "Dele"
    assert "2 hours" in part(page, "recall_soon").text()


def test_the_post_is_asked_for_by_its_button(page, qtbot):
    with qtbot.waitSignal(page.post_asked):
        qtbot.mouseClick(part(page, "recall_post"), LEFT)
    page.take_focus()
    qtbot.waitUntil(part(page, "recall_note").hasFocus)
