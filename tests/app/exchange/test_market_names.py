"""Markets by whatever they are called."""

from dataclasses import replace

import pytest

from app.domain.market import MarketId
from app.exchange.cells import UnreadableError
from app.exchange.market_names import MarketNames
from tests.app.exchange.builders import BRITAIN
from tests.builders.domain import GERMANY

FRENCH_SWISS = replace(GERMANY, id=MarketId("m-chf"), code="CHF", name="Romandie", country="CH")
GERMAN_SWISS = replace(
    GERMANY, id=MarketId("m-chd"), code="CHD", name="Deutschschweiz", country="CH"
)
BOSNIA = replace(GERMANY, id=MarketId("m-ba"), code="BA", name="Bosnia & Herzegovina", country="BA")
NAMES = MarketNames.of((GERMANY, BRITAIN, FRENCH_SWISS, GERMAN_SWISS, BOSNIA))


@pytest.mark.parametrize(
    ("text", "market"),
    [
        *((name, GERMANY) for name in ("DE", "de", "Germany", "Deutschland", "Allemagne", "m-de")),
        *(
            (name, GERMANY)
            for name in ("Alemania", "Germania", "DEU", "🇩🇪", "🇩🇪 DE", "Germany (DE)")
        ),
        *((name, BRITAIN) for name in ("GB", "UK", "U.K.", "United Kingdom", "Großbritannien")),
        *((name, BRITAIN) for name in ("England", "Royaume-Uni", "Reino Unido", "GB – UK")),
        *((name, BRITAIN) for name in ("Grande-Bretagne", "en-GB", "en_GB")),
        *((name, GERMANY) for name in ("GER", "de-DE")),
        ("romandie", FRENCH_SWISS),
        ("CHD", GERMAN_SWISS),
        ("Bosnia & Herzegovina", BOSNIA),
        ("Bosnien und Herzegowina", BOSNIA),
    ],
)
def test_a_market_is_known_by_code_name_country_and_flag(text, market):
    assert NAMES.find(text) == (market,)


@pytest.mark.parametrize(
    "text",
    ["DE, UK", "DE/UK", "Germany & UK", "DE + GB", "Germany and England", "DE\nUK", "DE;UK;DE"],
)
def test_one_cell_may_name_several_markets(text):
    assert NAMES.find(text) == (GERMANY, BRITAIN)


@pytest.mark.parametrize(
    ("text", "markets"),
    [
        ("All", NAMES.markets),
        ("Alle Märkte", NAMES.markets),
        ("tous les marchés", NAMES.markets),
        ("DACH", (GERMANY, FRENCH_SWISS, GERMAN_SWISS)),
        ("DACH, UK", (GERMANY, FRENCH_SWISS, GERMAN_SWISS, BRITAIN)),
        ("UKI", (BRITAIN,)),
    ],
)
def test_a_group_stands_for_the_markets_of_it_that_there_are(text, markets):
    assert NAMES.find(text) == markets


def test_the_region_of_a_market_is_a_group_too():
    europe = MarketNames.of((GERMANY, replace(BRITAIN, region="Islands")))
    assert europe.find("Europe") == (GERMANY,)
    assert europe.group("Germany") == ()
    with pytest.raises(UnreadableError, match="none of the calendar's markets"):
        europe.find("Benelux")


def test_an_unknown_market_is_answered_with_those_there_are():
    with pytest.raises(UnreadableError, match="“Narnia” is none of the calendar's markets") as said:
        NAMES.find("DE, Narnia")
    assert "Germany, United Kingdom" in str(said.value)


def test_a_calendar_without_markets_asks_for_them():
    with pytest.raises(UnreadableError, match=r"no markets yet. Add them at the window"):
        MarketNames.of(()).find("Deutschland")


@pytest.mark.parametrize("text", ["DE - UK", "Germany (formerly)", "-", "🇫🇷", "🇩🇪🇬🇧"])
def test_what_is_no_market_is_not_guessed(text):
    with pytest.raises(UnreadableError, match="is none of the calendar's markets"):
        NAMES.find(text)


def test_a_country_with_several_markets_must_be_said_more_exactly():
    with pytest.raises(UnreadableError, match=r"“Schweiz” can be Romandie \(CHF\), Deutsch"):
        NAMES.find("Schweiz")
