import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from ui.talk.comment_input import CommentInput

NAMES = ("Marc Fournier", "Lena Brandt", "Nora Haddad")


@pytest.fixture
def field(qtbot):
    made = CommentInput()
    qtbot.addWidget(made)
    made.set_names(NAMES)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def names(field):
    return field.findChild(object, "comment_names") or field._popup  # noqa: SLF001


def test_a_sign_offers_the_names_and_return_takes_the_first(field, names, qtbot):
    qtbot.keyClicks(field, "Ask @le")
    assert names.isVisible()
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert field.toPlainText() == "Ask @Lena Brandt "
    assert not names.isVisible()


def test_a_name_is_found_by_any_part_of_it(field, names, qtbot):
    qtbot.keyClicks(field, "@had")
    qtbot.keyClick(names, Qt.Key.Key_Tab)
    assert field.toPlainText() == "@Nora Haddad "


def test_the_arrows_choose_another_name(field, names, qtbot):
    qtbot.keyClicks(field, "@r")
    qtbot.keyClick(names, Qt.Key.Key_Down)
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert field.toPlainText() == "@Marc Fournier "


def test_without_a_sign_or_with_a_whole_name_nothing_is_offered(field, names, qtbot):
    qtbot.keyClicks(field, "Lena")
    assert not names.isVisible()
    qtbot.keyClicks(field, " @lena brandt")
    assert not names.isVisible()
    qtbot.keyClicks(field, " @nobody")
    assert not names.isVisible()


def test_escape_puts_the_names_away_and_keeps_the_words(field, names, qtbot):
    qtbot.keyClicks(field, "@le")
    qtbot.keyClick(names, Qt.Key.Key_Escape)
    assert not names.isVisible()
    assert field.toPlainText() == "@le"


def test_control_return_sends_and_return_alone_is_a_line(field, qtbot):
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "b")
    assert field.toPlainText() == "a\nb"
    with qtbot.waitSignal(field.sent):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_name_that_is_taken_where_nobody_is_meant_changes_nothing(field):
    field.setPlainText("Lena")
    field._completer.activated.emit("Lena Brandt")  # noqa: SLF001 - a click that came late
    assert field.toPlainText() == "Lena"


def test_what_an_input_method_writes_is_completed_too(field, names):
    event = QInputMethodEvent()
    event.setCommitString("@nora")
    QCoreApplication.sendEvent(field, event)
    assert names.isVisible()
