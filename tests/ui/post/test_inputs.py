import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from ui.post.inputs import Choice, DayInput, Field, Line, TimeInput, WordsLine


def turn_wheel(widget):
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_line_gives_back_exactly_what_it_was_given(qtbot):
    line = Line("post_title", "Title")
    qtbot.addWidget(line)
    line.give("Zeile\neins")
    assert line.value == "Zeile\neins"
    line.setText("Neu")
    assert line.value == "Neu"


def test_words_are_parted_by_commas_and_odd_ones_survive_untouched(qtbot):
    line = WordsLine("post_tags", "Tags")
    qtbot.addWidget(line)
    line.give(("a, b", " c "))
    assert line.value == ("a, b", " c ")
    line.setText("brot,  ofen ,, frisch")
    assert line.value == ("brot", "ofen", "frisch")


def test_a_choice_is_made_by_key(qtbot):
    choice = Choice("post_channel", "Channel")
    qtbot.addWidget(choice)
    choice.offer([("a", "Instagram"), ("b", "Facebook")])
    choice.give("b")
    assert choice.value == "b"
    assert choice.currentText() == choice.toolTip() == "Facebook"


@pytest.fixture
def filled(qtbot):
    choice, day, time = Choice("c", "C"), DayInput(), TimeInput()
    choice.offer([("a", "A"), ("b", "B")])
    day.setDate(QDate(2027, 11, 9))
    time.setTime(QTime(10, 0))
    for widget in (choice, day, time):
        qtbot.addWidget(widget)
        widget.show()
    return choice, day, time


def test_the_wheel_scrolls_the_panel_and_never_changes_a_value(filled):
    choice, day, time = filled
    for widget in filled:
        widget.setFocus()
        turn_wheel(widget)
    assert choice.value == "a"
    assert day.date() == QDate(2027, 11, 9)
    assert time.time() == QTime(10, 0)


def test_a_label_belongs_to_its_field(qtbot):
    line = Line("post_title", "Title")
    field = Field("Title", line, QLabel("hint"))
    qtbot.addWidget(field)
    title = field.findChildren(QLabel)[0]
    assert title.buddy() is line
    assert line.accessibleName() == "Title"
