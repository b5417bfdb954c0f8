"""The words as the data has them, and what is said of a wrong list."""

from collections import Counter

import pytest

from app.risks.meaning import ANY_LANGUAGE
from app.risks.outcome_words import CLAIM, OPEN, SOLD, outcome_words, read_outcomes


def test_the_data_is_right_and_speaks_many_languages():
    found = read_outcomes()
    assert found.problems == ()
    assert len(found.by_language) >= 25
    for phrases in found.by_language.values():
        counted = Counter(meaning.kind for _phrase, meaning in phrases)
        assert set(counted) >= {CLAIM, SOLD, OPEN}
        assert counted[CLAIM] >= 10


def test_only_the_words_of_the_languages_that_are_asked_for_are_given():
    assert not outcome_words(ANY_LANGUAGE)
    assert not outcome_words("xx")
    assert outcome_words("no") == outcome_words("nb")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('xx = "won"', "outcomes.toml, entry xx, field xx"),
        ("[xx]\nclaims = [1]", "outcomes.toml, entry xx, field claims"),
        ("[xx]\nclaim = []", "outcomes.toml, entry xx, field claim"),
    ],
)
def test_a_wrong_language_is_named_and_the_rest_loads(tmp_path, text, problem):
    path = tmp_path / "outcomes.toml"
    path.write_text(text + '\n[de]\nclaims = ["gewonnen"]\n', "utf-8")
    found = read_outcomes(path)
    assert [str(one).startswith(problem) for one in found.problems] == [True]
    assert set(found.by_language) == {"de"}


def test_a_file_that_is_no_list_is_named(tmp_path):
    path = tmp_path / "outcomes.toml"
    path.write_text("[de", "utf-8")
    (problem,) = read_outcomes(path).problems
    assert str(problem).startswith("outcomes.toml cannot be read")
