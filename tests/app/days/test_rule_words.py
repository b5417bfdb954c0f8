"""Rules for dates in the reader's words."""

import pytest

from app.days.rule_words import meant, said
from app.days.rules import parse_rule

TOLD = {
    "nth -1 mon 5": "last Monday of May",
    "nth 2 sun 5": "second Sunday of May",
    "easter 0": "Easter Sunday",
    "easter -2": "2 days before Easter Sunday",
    "easter 1": "1 day after Easter Sunday",
    "pascha -1": "1 day before Orthodox Easter Sunday",
    "hebrew 9 Av": "9 Av",
    "islamic 10 1": "10 Muharram",
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
    assert said("before 1 mon 12-24") == "before 1 mon 12-24"
    assert meant("soon") == ""
