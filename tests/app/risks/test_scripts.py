"""The letters of a text."""

import pytest

from app.risks.scripts import HAN, KANA, LATIN, languages_of, letters_by_script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Brot", LATIN),
        ("Хлеб", "CYRILLIC"),
        ("خبز", "ARABIC"),
        ("パンの日", KANA),
        ("送料無料", HAN),
        ("빵", "HANGUL"),
        ("ψωμί", "GREEK"),
        ("לחם", "HEBREW"),
        ("रोटी", "DEVANAGARI"),
    ],
)
def test_letters_tell_their_script(text, script):
    assert letters_by_script(text).most_common(1)[0][0] == script


def test_one_kana_in_a_long_chinese_text_does_not_make_it_japanese():
    assert letters_by_script("鲜の味" + "面包新鲜出炉欢迎品尝" * 2)[HAN] > 10


def test_signs_digits_and_emoji_are_no_letters():
    assert not letters_by_script("12 % 🎉 …")


def test_scripts_name_the_languages_that_use_them():
    assert languages_of("HANGUL") == ("ko",)
    assert languages_of(LATIN) == ()
