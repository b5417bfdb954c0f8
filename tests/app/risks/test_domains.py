"""Links that lead to another market."""

from dataclasses import replace

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.place import Place
from app.domain.team import NO_TEAM, Team
from app.risks.domains import other_market
from tests.app.risks.builders import GERMANY, facts, market, post

FRANCE = Place(
    MarketId("m-fr"), "France", "FR", "FR", addresses=("nordlicht.fr", "https://nordlicht.com/fr/")
)
HERE = Place(GERMANY.id, "Germany", "DE", "DE", addresses=("www.nordlicht.de", "nordlicht.com/de"))
BOTH = Team(places=(HERE, FRANCE))


def where(team=BOTH, handle="", country=GERMANY):
    usual = facts(country)
    return replace(usual, team=team, channel=replace(usual.channel, handle=handle))


def raised(here, **content):
    return [(flag.severity, flag.key) for flag in other_market(post(here, **content), here)]


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://www.nordlicht.fr/pain", "www.nordlicht.fr"),
        ("https://boutique.nordlicht.fr", "boutique.nordlicht.fr"),
        ("https://nordlicht.com/FR/pain", "nordlicht.com"),
        ("https://nordlicht.com/fr", "nordlicht.com"),
    ],
)
def test_the_address_of_another_market_is_a_caution(link, host):
    here = where()
    (flag,) = other_market(post(here, link=link), here)
    assert (flag.severity, flag.key) == (Severity.CAUTION, f"channel.domain:{host}")
    assert flag.headline.startswith("Link to France")
    assert flag.evidence == (link,)


@pytest.mark.parametrize(
    "link",
    [
        "https://nordlicht.de/brot",
        "https://shop.nordlicht.de/fr/sonderfall",
        "https://nordlicht.com/de/brot",
        "https://nordlicht.com/presse",
        "https://nordlicht.com/frisch",
        "https://nordlicht.io",
        "https://zeitung.fr/nachrichten",
        "https://zeitung.example/it-jobs",
        "keine adresse",
        "",
    ],
)
def test_own_addresses_and_those_of_others_are_left_alone(link):
    assert not raised(where(), link=link)


def test_an_address_that_two_markets_share_belongs_to_both():
    shared = Team(places=(HERE, replace(FRANCE, addresses=("nordlicht.de",))))
    assert not raised(where(shared), link="https://nordlicht.de")


def test_an_address_within_that_of_another_market_can_be_the_own_one():
    team = Team(
        places=(
            replace(HERE, addresses=("de.nordlicht.eu",)),
            replace(FRANCE, addresses=("nordlicht.eu",)),
        )
    )
    assert not raised(where(team), link="https://de.nordlicht.eu/x")
    assert raised(where(team), link="https://nordlicht.eu/x")


@pytest.mark.parametrize(("team", "handle"), [(BOTH, ""), (NO_TEAM, "@nordlicht_de")])
def test_the_brand_s_name_with_the_ending_of_another_country_is_a_caution(team, handle):
    (flag,) = other_market(post(where(), text="Mehr auf nordlicht.at"), where(team, handle))
    assert flag.severity is Severity.CAUTION
    assert flag.headline == "Link to AT: nordlicht.at"


@pytest.mark.parametrize(
    ("country", "languages", "link", "severity"),
    [
        ("DE", ("de",), "https://laden.example/fr/pain", Severity.CAUTION),
        ("DE", ("de",), "https://fr.laden.example/pain", Severity.CAUTION),
        ("DE", ("de",), "https://laden.example/fr-FR/pain", Severity.CAUTION),
        ("DE", ("de",), "https://laden.example/us/", Severity.CAUTION),
        ("AT", ("de",), "https://laden.example/de-de/", Severity.CAUTION),
        ("BR", ("pt",), "https://laden.example/pt-pt/", Severity.CAUTION),
        ("DE", ("de",), "https://laden.example/en/bread", Severity.NOTE),
        ("DE", ("de",), "https://laden.example/en_us/bread", Severity.NOTE),
    ],
)
def test_a_page_in_another_language_is_seen_by_its_address(country, languages, link, severity):
    here = where(NO_TEAM, country=market(country, *languages))
    assert [one for one, _key in raised(here, link=link)] == [severity]


@pytest.mark.parametrize(
    ("country", "languages", "link"),
    [
        ("AT", ("de",), "https://laden.example/de-at/"),
        ("AT", ("de",), "https://laden.example/at-de/"),
        ("AT", ("de",), "https://laden.example/at/"),
        ("GB", ("en",), "https://laden.example/uk/bread"),
        ("GB", ("en",), "https://laden.example/en-gb/"),
        ("UA", ("uk",), "https://laden.example/uk/"),
        ("CH", ("de", "fr"), "https://laden.example/fr/"),
        ("DE", ("de",), "https://laden.example/my/id/12"),
        ("DE", ("de",), "https://laden.example/brot/fr/x"),
    ],
)
def test_a_page_in_the_market_s_own_language_is_fine(country, languages, link):
    assert not raised(where(NO_TEAM, country=market(country, *languages)), link=link)


def test_a_post_in_another_language_may_link_to_pages_in_it():
    assert not raised(where(NO_TEAM), link="https://laden.example/fr/", language="fr-FR")


def test_on_the_brand_s_own_site_english_is_another_language_too():
    (one,) = raised(where(), link="https://nordlicht.com/en/bread")
    assert one[0] is Severity.CAUTION


def test_where_the_brand_is_known_pages_of_others_are_a_note():
    (one,) = raised(where(), link="https://zeitung.example/fr/article")
    assert one[0] is Severity.NOTE


def test_each_host_is_flagged_once():
    text = "https://nordlicht.fr/a https://nordlicht.fr/b"
    assert len(raised(where(), text=text)) == 1
