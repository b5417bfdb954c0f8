"""Whom a post without a calendar reaches."""

import pytest

from app.commands.reaches import Reaches, writes_month_first
from app.exchange.cells import UnreadableError
from tests.builders.calendars import knowledge


@pytest.fixture(scope="module")
def reaches():
    return Reaches.of(knowledge().days)


def test_a_country_brings_its_languages_and_its_zone(reaches):
    home = reaches.find("Germany").home
    assert (home.country, home.languages, home.zone) == ("DE", ("de",), "Europe/Berlin")
    assert reaches.find("Germany").countries == ("DE",)
    assert reaches.find("XK").home.zone == "Europe/Belgrade"


def test_a_part_of_a_country_and_a_language_are_kept(reaches):
    bavaria = reaches.find("DE-BY").home
    assert (bavaria.subdivisions, bavaria.name) == (("DE-BY",), "Germany, DE-BY")
    assert reaches.find("de-CH").home.languages == ("de",)


def test_the_language_of_a_post_is_one_of_the_markets(reaches):
    assert reaches.find("DE", "en").home.languages == ("de", "en")
    assert reaches.find("DE", "de-AT").home.languages == ("de",)


def test_the_union_is_every_member_in_its_most_spoken_languages(reaches):
    union = reaches.find("EU", "nl")
    assert len(union.members) == 27
    assert union.home.languages == ("en", "de", "fr", "it", "es", "pl", "nl")
    assert (union.home.country, union.home.zone, union.is_wide) == ("", "Europe/Brussels", False)


def test_several_countries_are_a_group_of_their_own(reaches):
    both = reaches.find("DE/CH")
    assert both.countries == ("DE", "CH")
    assert both.home.languages[0] == "de"
    assert {"fr", "it"} < set(both.home.languages)
    assert both.home.zone == "Europe/Berlin"


def test_the_world_is_every_country_that_has_a_day(reaches):
    world = reaches.find("Global, UK")
    assert len(world.members) > 100
    assert len(set(world.countries)) == len(world.members)
    assert world.is_wide
    assert world.home.languages == ()


def test_an_unknown_market_is_told(reaches):
    with pytest.raises(UnreadableError, match="Atlantis"):
        reaches.find("Atlantis")


@pytest.mark.parametrize(
    ("markets", "expected"),
    [
        (["US", "USA", ""], True),
        (["US", "GB"], False),
        (["North America"], False),
        (["Atlantis"], False),
        ([], False),
    ],
)
def test_the_month_comes_first_where_all_markets_write_it_so(markets, expected):
    assert writes_month_first(markets) is expected
