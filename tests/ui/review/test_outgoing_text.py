import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.review.outgoing_text import OutgoingText, TextSight

FIVE_LINES = "eins\nzwei\n\nvier\nfünf"


@pytest.fixture
def shown(qtbot):
    def show(text, width=400):
        widget = OutgoingText(text)
        qtbot.addWidget(widget)
        widget.resize(width, widget.height())
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


def test_every_line_break_is_a_line_of_its_own_even_an_empty_one(shown):
    assert len(list(shown(FIVE_LINES).lines())) == 5


def test_a_narrow_page_wraps_into_more_lines_and_a_taller_text(shown):
    text = "Außen kräftig, innen saftig, mit steirischen Kernen und Teigruhe. " * 4
    wide, narrow = shown(text, 800), shown(text, 200)
    assert len(list(narrow.lines())) > len(list(wide.lines()))
    assert narrow.height() > wide.height()


def test_all_lines_lie_within_the_text(shown):
    widget = shown(FIVE_LINES)
    for _characters, rect in widget.lines():
        assert widget.viewport().rect().contains(rect)


def test_the_lines_cover_every_character(shown):
    widget = shown("Außen kräftig. 🎃 Innen saftig. " * 10, 200)
    covered = [place for characters, _rect in widget.lines() for place in characters]
    assert covered == list(range(widget.document().characterCount()))


def test_arabic_runs_from_the_right_without_being_told(shown):
    widget = shown("خبزنا الطازج يعود")
    ((_characters, rect),) = widget.lines()
    assert rect.right() > widget.viewport().width() - 10
    option = widget.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.LayoutDirectionAuto
    assert option.wrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_a_word_without_end_never_leaves_the_page(shown):
    widget = shown("https://solvane.example/" + "a" * 300, 200)
    assert all(rect.right() <= widget.viewport().width() for _c, rect in widget.lines())


def test_only_lines_that_are_wholly_on_screen_count_as_seen(qtbot):
    area = QScrollArea()
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    text = OutgoingText("\n".join(f"Zeile {number}" for number in range(40)))
    column.addWidget(text)
    area.setWidget(page)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    line_height = text.fontMetrics().height()
    area.resize(300, line_height * 10 + line_height // 2)
    with qtbot.waitExposed(area):
        area.show()
    sight = TextSight("text:text", text)
    assert sight.unseen == 40
    sight.look()
    first = 40 - sight.unseen
    assert 9 <= first <= 10
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    sight.look()
    assert 40 - sight.unseen <= 2 * first
    widget, rect = sight.rest()
    assert widget is text.viewport()
    assert rect.top() == list(text.lines())[first][1].top()


@pytest.fixture
def wide(qtbot):
    """A line that is wider than the area in which its text stands."""
    area = QScrollArea()
    text = OutgoingText("Außen kräftig, innen saftig, mit steirischen Kernen und Teigruhe. " * 2)
    text.setFixedWidth(1000)
    area.setWidget(text)
    area.resize(300, 100)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    area.aside = area.horizontalScrollBar()
    return area


def test_a_line_wider_than_the_page_is_seen_when_all_of_its_parts_were(wide):
    sight = TextSight("text:text", wide.widget())
    for value in (0, 250, 500, 750):
        assert sight.unseen == 1
        wide.aside.setValue(value)
        sight.look()
    assert sight.unseen == 0


def test_parts_of_a_line_that_was_wrapped_anew_meanwhile_are_no_line(wide):
    sight = TextSight("text:text", wide.widget())
    sight.look()
    wide.widget().setFixedWidth(1200)
    for value in (250, 500, 750):
        wide.aside.setValue(value)
        sight.look()
    assert sight.unseen == 1


def test_upper_and_lower_halves_of_a_line_are_no_line(wide):
    text = wide.widget()
    text.setFixedWidth(200)
    sight = TextSight("text:text", text)
    tall = next(iter(text.lines()))[1].height()
    wide.resize(300, tall * 3 // 4)
    wide.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    before = sight.unseen
    for value in (0, tall // 2):
        wide.verticalScrollBar().setValue(value)
        sight.look()
    assert sight.unseen == before


def test_what_was_seen_stays_seen_when_the_text_is_wrapped_anew(shown):
    widget = shown("Außen kräftig, innen saftig. " * 10, 500)
    sight = TextSight("text:text", widget)
    sight.look()
    widget.resize(200, widget.height())
    assert sight.unseen == 0


def test_a_text_that_is_not_shown_has_not_been_seen(qtbot):
    widget = OutgoingText("Brot")
    qtbot.addWidget(widget)
    sight = TextSight("text:text", widget)
    sight.look()
    assert sight.unseen == 1
    sight.take_as_seen()
    assert sight.unseen == 0


def test_a_text_that_is_not_laid_out_yet_has_lines_that_nobody_has_seen(qtbot):
    widget = OutgoingText("eins\nzwei")
    qtbot.addWidget(widget)
    assert TextSight("text:text", widget).unseen >= 1
