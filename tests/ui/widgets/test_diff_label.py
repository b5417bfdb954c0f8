import pytest

from ui.theme import DARK, LIGHT
from ui.widgets.diff_label import DiffLabel, diff_html, diff_words
from ui.widgets.word_diff import word_diff


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


@pytest.mark.in_english
def test_the_label_is_heard_as_it_is_seen(qtbot):
    label = DiffLabel(word_diff("altes", "neues"), LIGHT)
    qtbot.addWidget(label)
    assert label.accessibleName() == "[removed: altes][added: neues]"
