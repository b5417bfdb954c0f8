"""People and markets by what somebody types."""

import pytest

from app.commands.finding import find_market, find_person, find_post
from app.domain.market import Market, MarketId
from app.domain.person import Person, PersonId, Role
from app.errors import MissingError
from tests.builders.calendars import ready_post


def person(key, name, *, is_active=True):
    return Person(PersonId(key), name, Role.PLANNER, is_active=is_active)


TEAM = (
    person("p1", "Mia"),
    person("p2", "Mia Sato"),
    person("p3", "Lena Brandt"),
    person("p4", "Lea Brandt"),
    person("p5", "Bo Lind", is_active=False),
)
MARKETS = tuple(
    Market(MarketId(code), code, name, code, (), "UTC")
    for code, name in (("DE", "Germany"), ("AT", "Austria"), ("AU", "Australia"))
)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("p3", "p3"),
        ("MIA", "p1"),
        ("Mia  sato", "p2"),
        ("Sato", "p2"),
        ("len", "p3"),
        ("lea b", "p4"),
    ],
)
def test_an_id_a_name_a_word_of_it_or_its_beginning_is_enough(words, key):
    assert find_person(TEAM, words).id == key


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Brandt", "“Brandt” can be Lena Brandt, Lea Brandt: write the whole name."),
        ("Le", "“Le” can be Lena Brandt, Lea Brandt"),
        ("Zoe", "Nobody in this calendar is called “Zoe”; there are Mia, Mia Sato, Lena Brandt"),
        ("", "Nobody in this calendar is called “”; there are Mia"),
        ("Bo", "Bo Lind is no longer part of this calendar; there are Mia, Mia Sato"),
    ],
)
def test_nobody_is_guessed_and_the_sentence_says_who_there_is(words, said):
    with pytest.raises(MissingError) as problem:
        find_person(TEAM, words)
    assert str(problem.value).startswith(said)


@pytest.mark.parametrize("words", ["de", "DE", "germany", "Ger"])
def test_a_market_goes_by_code_and_name(words):
    assert find_market(MARKETS, words).code == "DE"


def test_an_unknown_market_is_told_with_those_that_there_are():
    with pytest.raises(MissingError, match=r"no market “XX” .* Germany \(DE\), Austria \(AT\)"):
        find_market(MARKETS, "XX")
    with pytest.raises(MissingError, match=r"can be Austria \(AT\), Australia \(AU\)"):
        find_market(MARKETS, "Au s".replace(" ", ""))
    with pytest.raises(MissingError, match="no market yet"):
        find_market((), "DE")


def test_a_post_goes_by_its_short_name(session, reader):
    post = ready_post(session)
    assert find_post(reader, " de-0001 ") == post
    with pytest.raises(MissingError, match="no post “DE-0002”"):
        find_post(reader, "DE-0002")
