"""The terms as the data has them, and what is said of a wrong one."""

from collections import Counter

import pytest

from app.risks.folding import UNSPACED, folded
from app.risks.meaning import ANY_LANGUAGE
from app.risks.sensitive_terms import (
    SOURCES_FILE,
    THEMES,
    read_terms,
    sensitive_words,
)

SOURCE = '[[source]]\nid = "s"\nname = "A source"\nurl = "https://source.example"\n'
GOOD = """
[[term]]
id = "good"
theme = "slur"
severity = "stop"
words.de = ["wort"]
why = "It hurts."
sources = ["s"]
"""
TERMS = read_terms().by_id.values()


def problems(tmp_path, term, source=SOURCE):
    (tmp_path / SOURCES_FILE).write_text(source, "utf-8")
    (tmp_path / "terms.toml").write_text(GOOD + term, "utf-8")
    found = read_terms(tmp_path)
    return [str(problem) for problem in found.problems], set(found.by_id)


def entry(**changes):
    fields = {
        "id": '"bad"',
        "theme": '"slur"',
        "severity": '"stop"',
        "words.de": '["x"]',
        "why": '"It hurts."',
        "sources": '["s"]',
        **changes,
    }
    return "[[term]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items())


def test_the_data_is_right():
    assert read_terms().problems == ()


def test_there_are_many_terms_of_every_theme_in_many_languages():
    assert len(TERMS) >= 250
    assert {term.theme for term in TERMS} == set(THEMES)
    languages = Counter(language for term in TERMS for language, _words in term.words)
    assert sum(count >= 15 for count in languages.values()) >= 16


def test_every_term_gives_one_sentence_as_its_reason():
    for term in TERMS:
        assert term.why.endswith("."), term.id
        assert ". " not in term.why.replace("St. ", ""), term.id


def test_short_words_of_scripts_without_spaces_stand_nowhere():
    """Such a word would be found in the middle of others."""
    for term in TERMS:
        for _language, words in term.words:
            for word in words:
                is_a_sign = word == "卐"
                assert len(word) > 1 or is_a_sign or not UNSPACED.search(word), (term.id, word)


def test_a_list_for_every_language_holds_no_very_short_words():
    for term in TERMS:
        for word in dict(term.words).get(ANY_LANGUAGE, ()):
            bare = folded(word.strip("*"))
            assert len(bare) >= 3 or UNSPACED.search(bare) or bare.isdigit(), (term.id, word)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"theme": '"rude"'}, "theme"),
        ({"severity": '"blocked"'}, "severity"),
        ({"words.de": "[3]"}, "de"),
        ({"words.de": '[" "]'}, "de"),
        ({"words.de": None, "words": "{}"}, "words"),
        ({"words.de": None, "words": '["x"]'}, "words"),
        ({"why": '""'}, "why"),
        ({"sources": '["t"]'}, "sources"),
        ({"sources": "[]"}, "sources"),
        ({"markets": '["Germany"]'}, "markets"),
        ({"with_tone": '["loud"]'}, "with_tone"),
        ({"otherwise": '"never"'}, "otherwise"),
        ({"langage": '"de"'}, "langage"),
    ],
)
def test_a_wrong_term_is_named_by_file_entry_and_field_and_the_rest_loads(tmp_path, changes, field):
    written = entry(**changes).replace("words.de = None\n", "")
    (problem,), loaded = problems(tmp_path, written)
    assert problem.startswith("terms.toml, entry bad")
    assert f"field {field}:" in problem
    assert loaded == {"good"}


def test_an_id_that_stands_twice_is_named(tmp_path):
    (problem,), loaded = problems(tmp_path, GOOD)
    assert problem.startswith("terms.toml, entry good, field id")
    assert loaded == {"good"}


def test_a_wrong_source_is_named(tmp_path):
    found, loaded = problems(tmp_path, "", SOURCE + '[[source]]\nid = "t"\n')
    assert found[0].startswith(f"{SOURCES_FILE}, entry t, field name")
    assert loaded == {"good"}


@pytest.mark.parametrize("text", ["[[term", 'term = "x"', "term = [1]"])
def test_a_file_that_is_no_list_is_named(tmp_path, text):
    (tmp_path / SOURCES_FILE).write_text(SOURCE, "utf-8")
    (tmp_path / "broken.toml").write_text(text, "utf-8")
    (problem,) = read_terms(tmp_path).problems
    assert str(problem).startswith("broken.toml")


def test_words_are_those_of_the_languages_that_are_asked_for():
    everywhere = {phrase for phrase, _meaning in sensitive_words(ANY_LANGUAGE)}
    norwegian = {phrase for phrase, _meaning in sensitive_words("no")}
    assert everywhere
    assert norwegian == {phrase for phrase, _meaning in sensitive_words("nb")}
    assert not norwegian <= everywhere
