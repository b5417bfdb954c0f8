"""What is almost spelt like a name of a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.team_term import TeamTerm, TeamTerms, TermKind
from app.risks.near_spellings import near_spellings


def near(text, *names, language="en", of=""):
    terms = TeamTerms((TeamTerm("t", TermKind.SPELL, names, language=of),))
    return [(name, written) for _term, name, written in near_spellings(text, terms, language)]


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("New: Solvanne bread", "Solvane", "Solvanne"),
        ("New: Sovlane bread", "Solvane", "Sovlane"),
        ("New: solvane bread", "Solvane", "solvane"),
        ("The Berlin Pur card", "BerlinPur", "Berlin Pur"),
        ("The Berlin-Pur card", "BerlinPur", "Berlin-Pur"),
        ("The BerlinPur card", "Berlin Pur", "BerlinPur"),
        ("Our Sumer Drop is here", "Summer Drop", "Sumer Drop"),
        ("Our summer drop is Here", "Summer Drop", "summer drop"),
        ("Léa Brancard sings", "Léa Broncard", "Léa Brancard"),
        ("Lea Broncard sings", "Léa Broncard", "Lea Broncard"),
        ("Lénu Hanačikovou znáte", "Hanáčiková", "Hanačikovou"),
        ("See #berlinpurr tonight", "#BerlinPur", "#berlinpurr"),
        ("Ask @solvanne today", "@solvane", "@solvanne"),
        ("Now 19.99 €", "19,99 €", "19.99"),
        ("Now 19,89 €", "19,99 €", "19,89"),
        ("Call 040 1234 567", "040 1234 568", "040 1234 567"),
    ],
)
def test_what_is_almost_the_name_is_found(text, name, written):
    language = "cs" if "znáte" in text else "en"
    assert near(text, name, language=language) == [(name, written)]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("New: Solvane bread", "Solvane", "en"),
        ("SOLVANE IS OPEN", "Solvane", "en"),
        ("Solvane's bread, the Solvanes", "Solvane", "en"),
        ("Solvanes Brot, mit den Solvanen", "Solvane", "de"),
        ("Chleb od Solvany, w Solvanie", "Solvana", "pl"),
        ("Solvane'nin ekmeği", "Solvane", "tr"),
        ("Krejčíkovou potkáte v pátek", "Krejčíková", "cs"),
        ("It is time for a ride", "Tide", "en"),
        ("a mango and an apple", "Mangi", "en"),
        ("all lower: solvane", "Solvane", "en"),
        ("https://solvanne.example me@solvanne.example", "Solvane", "en"),
        ("Now 19,99 € and 24,90 €", "19,99 €", "en"),
        ("At 10:30 on 5 May, 12 pieces", "19,99 €", "en"),
        ("Solvane is unlike Solventis", "Solvane", "en"),
        ("See #BerlinPur", "#BerlinPur", "en"),
        ("", "Solvane", "en"),
        ("Salvation", "Solvane", "en"),
        ("Summer\ndrop", "Summer Drop", "en"),
        ("See #summerdrop", "Summer Drop", "en"),
        ("_ and # and @", "Solvane", "en"),
    ],
)
def test_the_name_itself_its_endings_and_other_words_are_left_alone(text, name, language):
    assert near(text, name, language=language) == []


def test_the_longer_name_wins():
    assert near("The Solvane Summer Bread", "Solvane", "Solvane Summer Bread") == []


def test_two_names_that_are_alike_do_not_accuse_each_other():
    assert near("Meet Solvane and Solvano", "Solvane", "Solvano") == []


def test_a_name_of_another_language_does_not_count():
    assert near("New: Solvanne", "Solvane", of="de") == []
    assert near("New: Solvanne", "Solvane", of="en")


def test_each_misspelling_is_told_once():
    assert len(near("Solvanne, Solvanne", "Solvane")) == 2
    assert len(near("Sumer Drop", "Summer Drop", "Drop")) == 1


@given(st.text(max_size=200))
def test_any_text_can_be_compared(text):
    assert near(text, "Solvane", "#BerlinPur", "19,99 €", "Summer Drop") is not None


@given(st.text(max_size=20))
def test_any_name_can_be_looked_for(name):
    assert near("Some words, 10:30 and #more of them", name) is not None
