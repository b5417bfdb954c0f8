import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.flag import Severity
from tests.builders import ui_b
from tests.ui.direct import a_picture
from ui.review.outgoing_text import OutgoingText
from ui.review.review_page import ReviewPage
from ui.theme import LIGHT
from ui.widgets.loaded_pictures import decoded


@pytest.fixture
def shown(qtbot):
    def show(view, width=1100, history=()):
        page = ReviewPage(view, history, ui_b.calendar(), LIGHT)
        qtbot.addWidget(page)
        page.resize(width, 900)
        page.show()
        return page

    return show


FULL = ui_b.a_post(
    "Frisch aus dem Ofen.",
    title="Brot",
    link="https://solvane.example",
    tags=("brot", "ofen"),
    first_comment="Rezept in der Bio",
    media=ui_b.with_pictures("d1", "d2"),
)


def test_all_that_goes_out_must_be_seen(shown):
    note = ui_b.a_flag(Severity.NOTE, "day.holiday")
    page = shown(ui_b.a_view(FULL, (note,)))
    assert {sight.name for sight in page.sights()} == {
        "text:title",
        "text:text",
        "text:link",
        "text:tags",
        "text:first_comment",
        "medium:0",
        "medium:1",
        f"flag:{note.key}",
    }


def test_the_text_stands_there_exactly_as_it_goes_out(shown):
    text = "Erste Zeile\n\n  eingerückt\tmit Tab\u00a0und 🎃"
    page = shown(ui_b.a_view(ui_b.a_post(text)))
    outgoing = page.findChild(OutgoingText, "outgoing_text")
    assert outgoing.document().toRawText().replace("\u2029", "\n") == text


@pytest.mark.left_to_right
def test_a_wide_page_puts_the_flags_beside_the_text_and_a_narrow_one_below(shown):
    view = ui_b.a_view(flags=(ui_b.SOLEMN,))
    for width, is_beside in ((1100, True), (600, False)):
        page = shown(view, width)
        sheet, answers = page.findChild(QWidget, "sheet"), page.answers
        sheet_right = sheet.mapTo(page, sheet.rect().topRight()).x()
        assert (answers.mapTo(page, answers.rect().topLeft()).x() > sheet_right) is is_beside


def test_the_language_and_its_length_are_named(shown):
    page = shown(ui_b.a_view())
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "German · 38 of 2,200" in words


def test_a_post_without_text_says_so(shown):
    page = shown(ui_b.a_view(ui_b.a_post("")))
    words = [label.text() for label in page.findChildren(QLabel)]
    assert "This post has no text." in words


def test_pictures_appear_where_they_belong(shown):
    view = ui_b.a_view(FULL)
    page = shown(view)
    page.set_images(view, {"d1": decoded(a_picture(), QSize(900, 900)), "d2": QImage()})
    assert [picture.is_there for picture in page.pictures] == [True, False]


def test_what_cannot_be_shown_asks_to_be_opened_by_its_number(shown, qtbot):
    view = ui_b.a_view(FULL)
    page = shown(view)
    page.set_images(view, {})
    with qtbot.waitSignal(page.open_wanted) as wanted:
        page.findChild(QWidget, "picture_1_open").click()
    assert wanted.args == [1]


def test_an_answer_is_told(shown, qtbot):
    caution = ui_b.a_flag()
    page = shown(ui_b.a_view(flags=(caution,)))
    with qtbot.waitSignal(page.answers_changed):
        page.answers.rows[0].tick.setChecked(True)


@pytest.mark.in_english
def test_whoever_does_not_read_the_language_finds_the_gloss_below_the_text(qtbot):
    glossed = ui_b.a_post().changed(gloss="Fresh rye bread.")
    for post, words in ((glossed, "Fresh rye bread."), (ui_b.a_post(), "There is no gloss")):
        page = ReviewPage(ui_b.a_view(post), (), ui_b.calendar(), LIGHT, is_foreign=True)
        qtbot.addWidget(page)
        (section,) = page.findChildren(QWidget, "section_gloss")
        assert page.findChild(QWidget, "sheet").isAncestorOf(section)
        assert words in " ".join(label.text() for label in section.findChildren(QLabel))
