"""Rules for dates in the reader's words."""

import pytest

from app.days.rule_words import meant, said
from app.days.rules import WEEKDAYS, parse_rule

TOLD = {
    "nth -1 mon 5": "last Monday of May",
    "nth 2 sun 5": "second Sunday of May",
    "easter 0": "Easter Sunday",
    "easter -2": "2 days before Easter Sunday",
    "easter 1": "1 day after Easter Sunday",
    "pascha -1": "1 day before Orthodox Easter Sunday",
    "hebrew 9 Av": "9 Av",
    "islamic 10 1": "10 Muharram",
    "fixed 03-03": "3 March",
    "fixed 02-29": "29 February",
    "before 1 mon 12-24": "Monday before 24 December",
    "before 6 sun 12-25": "sixth Sunday before 25 December",
    "onafter sun 11-29": "first Sunday on or after 29 November",
}


@pytest.mark.in_english
@pytest.mark.parametrize(("rule", "words"), TOLD.items())
def test_a_rule_is_told_in_words(rule, words):
    assert said(rule) == words


@pytest.mark.parametrize("rule", TOLD)
def test_what_is_told_can_be_typed_whatever_the_case(rule):
    words = said(rule)
    assert meant(f" {words.upper()}  ") == rule
    assert parse_rule(meant(words)) == parse_rule(rule)


def test_what_has_no_words_stays_as_it_is():
    for rule in ("solar qingming", "before 1 mon 13-24", "before 1 mon", "hebrew 9 Av sunday"):
        assert said(rule) == rule
    for words in ("soon", "Monday before", "Monday before 31 June", "tenth Monday before 1 May"):
        assert meant(words) == ""


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("last Monday before December 24", "before 1 mon 12-24"),
        ("Sunday on or after 29 November", "onafter sun 11-29"),
        ("March 3", "fixed 03-03"),
    ],
)
def test_it_is_also_understood_as_others_write_it(words, rule):
    assert meant(words) == rule


def test_all_weekdays_before_and_after_a_date_are_told_and_read_again():
    for weekday in WEEKDAYS:
        for kind in [*(f"before {n}" for n in range(1, 10)), "onafter"]:
            rule = f"{kind} {weekday} 02-29"
            assert said(rule) != rule
            assert meant(said(rule)) == rule
