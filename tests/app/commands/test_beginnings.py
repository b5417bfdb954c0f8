"""What is typed is meant as the beginning of a word before it is meant as a piece of one."""

import pytest

from app.commands.beginnings import begins_in, best_place


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ember teaser", "ember"),
        ("the #ember loaf", "ember"),
        ("in november an ember", "ember"),
        ("0142\nember", "ember"),
        ("今日新春セール", "新春"),
        ("*100 guests", "100"),
    ],
)
def test_a_word_begins_after_whatever_is_no_letter(text, wanted):
    assert begins_in(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), [("on 24 november", "ember"), ("loaf", "ember")])
def test_inside_a_word_is_no_beginning(text, wanted):
    assert not begins_in(text, wanted)


def test_the_beginning_of_a_word_is_the_better_place():
    assert best_place("november, ember", "ember") == 10
    assert best_place("24 november", "ember") == 6
    assert best_place("loaf", "ember") == -1
