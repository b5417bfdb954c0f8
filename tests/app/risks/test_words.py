"""Word lists from data files."""

import pytest

from app.errors import InvalidInputError
from app.risks.meaning import ANY_LANGUAGE, Meaning
from app.risks.words import (
    WORDS,
    placeholder_words,
    read_placeholder_words,
    unfinished_words,
)

LANGUAGES = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr", "ar", "ja", "ko", "zh"}


def test_there_are_words_for_the_languages_of_most_markets():
    assert {path.stem for path in WORDS.glob("*.toml")} >= LANGUAGES


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_can_be_read(path):
    assert read_placeholder_words(path).phrases


def test_a_language_adds_its_words_to_those_of_any():
    german = placeholder_words(frozenset({"de"}))
    assert ("lorem ipsum", "filler") in german.phrases
    assert ("platzhaltertext", "filler") in german.phrases
    assert ("platzhaltertext", "filler") not in placeholder_words(frozenset({"fr"})).phrases


def test_an_unknown_language_adds_nothing():
    assert placeholder_words(frozenset({"xx"})) == placeholder_words(frozenset())


@pytest.mark.parametrize("language", ["es", "it", "pt"])
def test_an_ordinary_word_of_a_language_gives_nothing_away(language):
    words = placeholder_words(frozenset({language}))
    assert "todo" not in {phrase for phrase, _kind in words.phrases}
    assert "todo" not in words.inserts + words.asks + words.lacks


def test_elsewhere_the_same_word_marks_what_is_undecided():
    assert ("todo", "marker") in placeholder_words(frozenset({"de"})).phrases
    spanish = placeholder_words(frozenset({"en", "es"})).phrases
    assert "todo" not in {phrase for phrase, _kind in spanish}


def test_each_phrase_says_what_it_gives_away():
    found = dict(unfinished_words(ANY_LANGUAGE))
    assert found["lorem ipsum"].kind == "placeholder.filler"
    assert found["pellentesque"] == Meaning("placeholder.latin", "pellentesque")
    found = dict(unfinished_words("de"))
    assert found["platzhaltertext"].kind == "placeholder.filler"
    assert found["textvorschlag"] == Meaning("placeholder.label", "textvorschlag")
    assert found["entwurf"] == Meaning("placeholder.version", "entwurf")


def test_pairs_stand_for_every_combination(tmp_path):
    path = tmp_path / "xx.toml"
    path.write_text(
        '[[placeholder.phrases]]\nkind = "note"\nfirst = ["A", "B"]\nthen = ["x", "y"]\n', "utf-8"
    )
    assert {phrase for phrase, _kind in read_placeholder_words(path).phrases} == {
        *("a x", "a y", "b x", "b y")
    }


def test_a_file_for_other_rules_only_is_no_mistake(tmp_path):
    path = tmp_path / "xx.toml"
    path.write_text('[selling]\nwords = ["sale"]\n', "utf-8")
    assert read_placeholder_words(path) == read_placeholder_words(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[placeholder", "xx.toml cannot be read"),
        ("placeholder = 5", "xx.toml, entry placeholder"),
        ("[placeholder]\nalone = 5", "field alone"),
        ("[placeholder]\nalon = []", "field alon"),
        ("[placeholder]\nphrases = 5", "field phrases"),
        ('[[placeholder.phrases]]\nkind = "joke"', "phrases #1, field kind"),
        ('[[placeholder.phrases]]\nkind = "note"\nword = []', "phrases #1, field word"),
    ],
)
def test_a_wrong_list_is_named(tmp_path, text, named):
    path = tmp_path / "xx.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidInputError, match=named):
        read_placeholder_words(path)
