import pytest
from PySide6.QtWidgets import QLabel

from tests.builders import ui_b
from ui.post.post_pages import PostPages
from ui.theme import DARK, LIGHT


@pytest.fixture
def pages(qtbot):
    made = PostPages(ui_b.calendar(), LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    return made


def words_of(pages, section):
    labels = pages.findChild(object, section).findChildren(QLabel)
    return " ".join(label.text() for label in labels)


def test_the_flags_stand_below_the_text(pages):
    view = ui_b.a_view(flags=(ui_b.SOLEMN,))
    pages.show_post(view, view.post, ui_b.some_history())
    assert "Remembrance of the pogroms" in words_of(pages, "section_flags")
    text = pages.findChild(object, "post_text")
    flags = pages.findChild(object, "section_flags")
    link = pages.findChild(object, "post_link")
    tops = [part.mapTo(pages.widget(), part.rect().topLeft()).y() for part in (text, flags, link)]
    assert tops == sorted(tops)


def test_while_something_is_unsaved_the_flags_say_what_they_belong_to(pages):
    view = ui_b.a_view(flags=(ui_b.SOLEMN,))
    pages.show_post(view, view.post, ())
    pages.set_dirty(True)
    assert "Flags of the saved version" in words_of(pages, "section_flags")
    pages.set_dirty(False)
    assert "saved version" not in words_of(pages, "section_flags")


def test_without_flags_it_says_so(pages):
    view = ui_b.a_view()
    pages.show_post(view, view.post, ())
    assert pages.findChild(object, "no_flags").isVisible()
    assert not pages.findChild(object, "section_history").isVisible()


def test_a_new_post_has_neither_flags_nor_history(pages):
    view = ui_b.a_view(flags=(ui_b.SOLEMN,))
    pages.show_post(view, view.post, ui_b.some_history())
    pages.show_new(ui_b.a_post(""))
    pages.set_theme(DARK)
    assert "Flags appear once the post is saved." in words_of(pages, "section_flags")
    assert not pages.findChild(object, "section_history").isVisible()


def test_nothing_is_wider_than_the_panel(pages):
    view = ui_b.a_view(flags=(ui_b.SOLEMN,))
    pages.show_post(view, view.post, ui_b.some_history())
    assert pages.widget().minimumSizeHint().width() <= 400


def test_a_form_wider_than_the_panel_is_scrolled_sideways(pages, qtbot):
    view = ui_b.a_view()
    pages.show_post(view, view.post, ())
    assert not pages.horizontalScrollBar().isVisible()
    pages.resize(200, 700)
    qtbot.waitUntil(pages.horizontalScrollBar().isVisible)
