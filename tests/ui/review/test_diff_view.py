import pytest
from PySide6.QtWidgets import QLabel

from ui.review.diff_view import DiffView, diff_html, diff_words
from ui.review.since_approval import Difference
from ui.review.word_diff import word_diff
from ui.theme import DARK, LIGHT


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_removals_and_additions_differ_by_sign_and_stroke_not_by_colour_alone(theme):
    html = diff_html(word_diff("altes Brot", "neues Brot"), theme)
    assert '−<span style="text-decoration:line-through">altes' in html
    assert '+<span style="text-decoration:underline">neues' in html


def test_what_looks_like_markup_is_shown_as_it_stands():
    assert "&lt;b&gt;" in diff_html(word_diff("", "<b>fett</b>"), LIGHT)


def test_an_added_line_break_can_be_seen():
    assert "↵<br>" in diff_html(word_diff("one two", "one two\nthree"), LIGHT)


@pytest.mark.in_english
def test_screen_readers_hear_what_was_removed_and_added():
    assert diff_words(word_diff("altes", "neues")) == "[removed: altes][added: neues]"


def test_each_field_has_a_paragraph(qtbot):
    view = DiffView(
        [Difference("text", word_diff("a", "b")), Difference("link", word_diff("", "x"))], LIGHT
    )
    qtbot.addWidget(view)
    assert len(view.findChildren(QLabel, "difference")) == 2
