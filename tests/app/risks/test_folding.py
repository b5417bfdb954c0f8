"""Letters that people read alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.risks.folding import Folded, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Légende", "LEGENDE"),
        ("Straße", "STRASSE"),
        ("İSTANBUL", "istanbul"),
        ("ışık", "isik"),
        ("ＴＢＤ", "tbd"),
        ("t\u200bb\u00add", "tbd"),
        ("النَّصّ", "النص"),
        ("wstawić łódź", "WSTAWIC LODZ"),
        ("don’t", "don't"),
        ("キャプシｮン", "キャプション"),
        ("пост", "ПОСТ"),
        ("s\u034fa\ufe0fl\u3164e\U000e0101", "sale"),
        ("🅂🄰🄻🄴", "sale"),
    ],
)
def test_what_reads_alike_folds_alike(one, other):
    assert folded(one) == folded(other)


def test_half_a_character_can_be_searched():
    searched = Folded("\ud83d tbd")
    assert searched.text.encode("utf-8")
    assert [searched.written(*place) for place in searched.places("tbd")] == ["tbd"]


def test_a_vowel_sign_of_an_indian_script_goes_on_with_the_word():
    assert not Folded("गुड़िया").has(folded("गुड़"))
    assert Folded("गुड़ खाओ").has(folded("गुड़"))


def test_marks_that_make_another_letter_stay():
    assert folded("が") != folded("か")


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("A TBD date", "tbd", ["TBD"]),
        ("antbdx", "tbd", []),
        ("tbd", "tbd", ["tbd"]),
        ("tbd_2", "tbd", []),
        ("ＴＢＤ!", "tbd", ["ＴＢＤ"]),
        ("価格tbdです", "tbd", ["tbd"]),
        ("これはテスト投稿です", "テスト投稿", ["テスト投稿"]),
        ("Großes STRASSENFEST in der Straße", "strasse", ["Straße"]),
        ("tbd tbd", "tbd", ["tbd", "tbd"]),
    ],
)
def test_a_phrase_is_found_as_words_of_its_own_and_shown_as_written(text, phrase, found):
    searched = Folded(text)
    assert [searched.written(*place) for place in searched.places(phrase)] == found


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_piece_is_shown_as_it_was_written_wherever_it_stands(before, after):
    searched = Folded(f"{before} Lorem {after}")
    places = searched.places("lorem")
    assert any(searched.written(*place).strip() == "Lorem" for place in places)


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


def test_half_a_character_folds_to_the_sign_for_what_cannot_be_read():
    text = Folded("a \ud83d b")
    assert text.text == "a \ufffd b"
    assert text.written(4, 5) == "b"
