import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.review.checklist import Checklist
from ui.review.decision_bar import DecisionBar, No
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    made = DecisionBar(LIGHT)
    qtbot.addWidget(made)
    made.set_post("DE-0142")
    made.set_ways(frozenset({No.CHANGES, No.REFUSE}), "")
    made.show()
    return made


def test_while_something_is_missing_the_box_is_shut_and_says_what(bar, qtbot):
    bar.set_checklist(Checklist(lines=3))
    assert not bar.box.isEnabled()
    assert bar.to_do == "3 lines not yet seen."
    assert bar.box.toolTip() == bar.box.accessibleDescription() == bar.to_do
    with qtbot.assertNotEmitted(bar.approved):
        qtbot.mouseClick(bar.box, LEFT)
    assert not bar.box.isChecked()


def test_a_tick_in_the_open_box_approves(bar, qtbot):
    bar.set_checklist(Checklist())
    with qtbot.waitSignal(bar.approved):
        bar.box.setFocus()
        qtbot.keyClick(bar.box, Qt.Key.Key_Space)


def test_an_approval_that_was_refused_leaves_no_tick(bar):
    bar.set_checklist(Checklist())
    bar.box.setChecked(True)
    bar.untick()
    assert not bar.box.isChecked()


def test_what_is_approved_shows_its_tick_and_by_whom(bar):
    bar.set_approved("Approved by Marc Fournier, Mon 1 Nov, 12:00.")
    assert bar.box.isChecked()
    assert not bar.box.isEnabled()
    assert "Marc Fournier" in bar.to_do


def test_how_many_have_approved_is_said_beside_what_is_missing(bar):
    bar.set_checklist(Checklist(reasons=1), "1 of 2 approvals given: a stop stands on it.")
    assert bar.to_do.endswith("1 of 2 approvals given: a stop stands on it.")
    assert "1 stop needs a reason." in bar.to_do


@pytest.mark.parametrize("way", [No.CHANGES, No.REFUSE, No.WITHDRAW])
def test_a_no_is_sent_only_with_a_word_on_why(bar, qtbot, way):
    bar.set_ways(frozenset(No), "")
    qtbot.mouseClick(bar.buttons[way], LEFT)
    assert bar.why.isVisible()
    assert not bar.why.send.isEnabled()
    with qtbot.assertNotEmitted(bar.said_no):
        qtbot.keyClicks(bar.why.line, "  ")
        qtbot.keyClick(bar.why.line, Qt.Key.Key_Return)
    qtbot.keyClicks(bar.why.line, "Another picture")
    with qtbot.waitSignal(bar.said_no) as said:
        qtbot.mouseClick(bar.why.send, LEFT)
    assert said.args == [way, "Another picture"]


def test_esc_puts_the_note_away(bar, qtbot):
    qtbot.mouseClick(bar.buttons[No.CHANGES], LEFT)
    qtbot.keyClick(bar.why.line, Qt.Key.Key_Escape)
    assert not bar.why.isVisible()


def test_whoever_may_not_decide_finds_the_buttons_shut_with_the_reason(bar):
    bar.set_ways(frozenset({No.CHANGES}), "Only reviewers and owners decide on posts.")
    assert not bar.buttons[No.CHANGES].isEnabled()
    assert "Only reviewers" in bar.buttons[No.CHANGES].toolTip()
    assert not bar.buttons[No.WITHDRAW].isVisible()


def test_a_note_is_asked_for_only_where_it_is_needed(bar, qtbot):
    bar.ask_for_note("How do you know what it says?")
    assert bar.note.isVisible()
    with qtbot.waitSignal(bar.note_changed):
        qtbot.keyClicks(bar.note, "x")
    bar.ask_for_note("")
    assert not bar.note.isVisible()


def test_another_post_starts_anew(bar, qtbot):
    bar.note.setText("old")
    qtbot.mouseClick(bar.buttons[No.CHANGES], LEFT)
    bar.set_post("FR-0001")
    assert "FR-0001" in bar.box.text()
    assert bar.note.text() == ""
    assert not bar.why.isVisible()


def test_every_target_is_large_enough(bar):
    bar.set_theme(DARK)
    for widget in (bar.box, *bar.buttons.values()):
        assert widget.sizeHint().height() >= 24 or widget.height() >= 24


def test_a_second_press_while_the_approval_is_saved_takes_nothing_back(bar, qtbot):
    bar.set_checklist(Checklist())
    bar.box.click()
    with qtbot.assertNotEmitted(bar.approved):
        bar.box.click()
    assert bar.box.isChecked()
    bar.untick()
    with qtbot.waitSignal(bar.approved):
        bar.box.click()


def test_buttons_that_come_later_go_below_the_box_where_they_have_no_room(bar, qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    bar.setParent(place)
    bar.resize(600, 120)
    place.resize(600, 120)
    place.show()
    bar.show()
    bar.set_ways(frozenset(), "")
    bar.layout().activate()
    bar.set_ways(frozenset({No.CHANGES, No.REFUSE}), "")
    bar.set_post("DE-0142 with a longer name than usual")
    shown = [bar.suggest, bar.buttons[No.CHANGES], bar.buttons[No.REFUSE]]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown))
    assert all(one.y() > bar.box.geometry().bottom() for one in shown)
    bar.setParent(None)
