"""Words with which texts say when."""

import pytest

from app.errors import InvalidInputError
from app.risks.date_words import (
    DATES,
    MONTH,
    RELATIVE,
    WEEKDAY,
    DateWords,
    cues,
    date_words,
    phrases,
    read_date_words,
    short_weekdays,
)
from app.risks.folding import Folded, folded
from app.risks.meaning import Meaning

LANGUAGES = sorted(path.stem for path in DATES.glob("*.toml"))


def said(language):
    return {(folded(word), meaning) for word, meaning in phrases(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_of_words_can_be_read_and_says_today_and_tomorrow(language):
    kinds = {meaning for _word, meaning in said(language)}
    assert {Meaning(RELATIVE, "today"), Meaning(RELATIVE, "yesterday")} <= kinds or language == "hi"
    weekdays = {int(meaning.of) for meaning in kinds if meaning.kind == WEEKDAY}
    weekdays |= {n for numbers in short_weekdays(frozenset({language})).values() for n in numbers}
    assert weekdays == set(range(7))


def test_names_of_days_and_months_come_from_the_language_in_their_cases():
    assert ("среду", Meaning(WEEKDAY, "2")) in said("ru")
    assert ("listopada", Meaning(MONTH, "11")) in said("pl")
    assert ("quarta", Meaning(WEEKDAY, "2")) in said("pt")
    assert ("janner", Meaning(MONTH, "1")) in said("de")


def test_a_short_weekday_is_not_looked_for_in_every_text():
    assert not [word for word, meaning in said("de") if meaning.kind == WEEKDAY and word == "so"]
    assert short_weekdays(frozenset({"de"}))["so"] == {6}
    assert short_weekdays(frozenset({"it", "es"}))["mar"] == {1}
    assert short_weekdays(frozenset({"de", "fr"}))["di"] == {1}


def test_a_language_that_nobody_knows_has_no_words():
    assert date_words("xx") == date_words("not a language") == DateWords()


def test_a_language_without_a_file_still_has_its_weekdays():
    assert not (DATES / "lt.toml").exists()
    assert ("lapkricio", Meaning(MONTH, "11")) in said("lt")


def test_words_around_a_date_are_found_in_its_sentence():
    kinds = {hit.meaning.kind for hit in cues(frozenset({"de"})).hits(Folded("nur noch bis zum"))}
    assert kinds == {"until"}


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("today = 3", "entry bad, field today: a list of texts"),
        ("todey = []", "field todey: this field is not known"),
        ("months = { 13 = [] }", "field months: a list of names for each month"),
        ("months = 3", "field months: a list of names for each month"),
        ("months = { 3 = 4 }", "entry bad, months, field 3"),
        ("today = [", "bad.toml cannot be read"),
    ],
)
def test_a_wrong_file_is_named_with_its_field(tmp_path, written, problem):
    path = tmp_path / "bad.toml"
    path.write_text(written, "utf-8")
    with pytest.raises(InvalidInputError, match=problem):
        read_date_words("xx", path)
