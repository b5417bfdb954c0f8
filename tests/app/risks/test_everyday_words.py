"""The little words of a text."""

import tomllib
from itertools import product

import pytest

from app.risks.everyday_words import EVERYDAY_WORDS, is_clearly_in
from app.risks.language import CANDIDATES
from tests.app.risks.builders import data

POSTS = data("language_posts", "post")


def test_several_little_words_tell_the_language():
    assert is_clearly_in("Das Brot ist noch warm, wir haben auf dich gewartet.", ["de"])
    assert is_clearly_in("Das Brot ist noch warm, wir haben auf dich gewartet.", ["en", "de"])
    assert not is_clearly_in("Das Brot ist noch warm, wir haben auf dich gewartet.", ["en"])


@pytest.mark.parametrize("text", ["", "Brot!", "de la que", "🎉 12,50 €"])
def test_few_words_or_words_of_many_languages_tell_nothing(text):
    assert not is_clearly_in(text, ["de", "es"])
    assert not is_clearly_in(text, [])


def test_no_text_is_taken_for_one_of_another_language():
    languages = {case["language"] for case in POSTS}
    mistaken = [
        (case["text"], language)
        for case, language in product(POSTS, languages)
        if language != case["language"] and is_clearly_in(case["text"], [language])
    ]
    assert not mistaken


def test_most_ordinary_texts_are_recognised():
    spaced = [case for case in data("ordinary", "post") if case["language"] not in "ja ko zh th"]
    known = [case for case in spaced if is_clearly_in(case["text"], [case["language"]])]
    assert len(known) > len(spaced) / 2


def test_every_language_that_a_text_may_be_taken_for_has_its_words():
    lists = tomllib.loads(EVERYDAY_WORDS.read_text("utf-8"))
    assert set(lists) >= CANDIDATES - {"ja", "ko", "zh"}
    assert all(len(words) >= 25 for words in lists.values())
    assert all(word == word.lower() for words in lists.values() for word in words)
