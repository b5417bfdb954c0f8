import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from app.commands.counting import Count
from app.domain.flag import Severity
from ui.post.counted_text import LINES_AT_MOST, CountedText, PlainText, count_words
from ui.theme import DARK, LIGHT


@pytest.fixture
def field(qtbot):
    made = CountedText(LIGHT)
    qtbot.addWidget(made)
    made.resize(360, 200)
    made.count_for("instagram")
    made.show()
    return made


def told(field):
    return field.findChild(object, "text_count").text()


def test_the_count_follows_the_keys(field, qtbot):
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.editor, "Brot")
    assert told(field).startswith("4 of 2,200")


def test_each_network_counts_in_its_own_way(field):
    field.give("👩‍👩‍👧")
    on_instagram = told(field)
    field.count_for("x")
    assert told(field) != on_instagram
    field.count_for("an unknown one")
    assert " of " not in told(field)


def test_too_long_is_said_in_words_and_colour(field):
    field.give("x" * 2210)
    assert told(field).startswith("10 too long: 2,210 of 2,200")
    label = field.findChild(object, "text_count")
    colour = label.palette().color(QPalette.ColorRole.PlaceholderText)
    assert colour == LIGHT.severity(Severity.STOP).stripe
    field.set_theme(DARK)
    colour = label.palette().color(QPalette.ColorRole.PlaceholderText)
    assert colour == DARK.severity(Severity.STOP).stripe


@pytest.mark.in_english
def test_a_count_without_a_limit_is_a_count():
    assert count_words(Count(1200, None, "characters")) == "1,200 characters"


@pytest.mark.parametrize("text", ["Prix :\u00a05\u202f€", "eins\r\nzwei", "a\u2028b", "\ttab  "])
def test_a_text_that_nobody_touches_stays_as_it_is(qtbot, text):
    field = PlainText("post_text", "Text")
    qtbot.addWidget(field)
    field.give(text)
    assert field.value == text


def test_a_no_break_space_survives_writing(qtbot):
    field = PlainText("post_text", "Text")
    qtbot.addWidget(field)
    field.give("Prix :\u00a05\u00a0€")
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, "!")
    assert field.value == "Prix :\u00a05\u00a0€!"


def test_a_text_field_grows_with_what_is_written_up_to_a_point(qtbot):
    field = PlainText("post_text", "Text", lines=2)
    qtbot.addWidget(field)
    field.resize(300, 60)
    field.show()
    small = field.height()
    field.setPlainText("\n" * 8)
    grown = field.height()
    field.setPlainText("\n" * 80)
    assert small < grown < field.height()
    assert field.height() <= (LINES_AT_MOST + 2) * field.fontMetrics().lineSpacing()


def test_giving_the_same_text_again_leaves_the_cursor_where_it_is(qtbot):
    field = PlainText("post_text", "Text")
    qtbot.addWidget(field)
    field.give("Brot ist da")
    field.moveCursor(field.textCursor().MoveOperation.End)
    field.give("Brot ist da")
    assert field.textCursor().position() == len("Brot ist da")


def test_tab_leads_out_of_the_text(qtbot):
    field = PlainText("post_text", "Text")
    qtbot.addWidget(field)
    assert field.tabChangesFocus()


def test_arabic_is_written_from_the_right(qtbot):
    field = PlainText("post_text", "Text")
    qtbot.addWidget(field)
    option = field.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.LayoutDirectionAuto


def test_beside_a_picture_a_network_may_take_less(field):
    field.count_for("telegram", with_pictures=True)
    assert "1,024" in told(field)
