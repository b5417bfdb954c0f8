"""Accounts that a post names."""

from dataclasses import replace

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.place import Place
from app.domain.team import Team
from app.risks.accounts import accounts, misspelt, other_market, stem_of
from tests.app.risks.builders import GERMANY, facts, market, post

FRANCE = Place(MarketId("m-fr"), "France", "FR", "FR", ("@nordlicht_fr", "@ateliersud"))
HERE = Place(GERMANY.id, "Germany", "DE", "DE", ("@nordlicht_de", "@nordlicht"))


def where(handle="@nordlicht_de", *places, country=GERMANY):
    usual = facts(country, "instagram")
    team = Team(places=places or (HERE, FRANCE))
    return replace(usual, channel=replace(usual.channel, handle=handle), team=team)


def raised(rule, here, **content):
    return [flag.key for flag in rule(post(here, **content), here)]


@pytest.mark.parametrize(
    ("content", "handle"),
    [
        ({"text": "Folgt @Nordlicht_FR!"}, "nordlicht_fr"),
        ({"text": "Mehr bei ＠ateliersud."}, "ateliersud"),
        ({"text": "Brot", "first_comment": "@ateliersud"}, "ateliersud"),
        ({"text": "Brot", "link": "https://www.instagram.com/nordlicht_fr/?hl=de"}, "nordlicht_fr"),
        ({"text": "https://www.tiktok.com/@ateliersud/video/1"}, "ateliersud"),
        ({"text": "Bei linkedin.com/company/ateliersud gibt es Arbeit"}, "ateliersud"),
        ({"text": "Brot von @nordlicht.at"}, "nordlicht.at"),
        ({"text": "Brot von @nordlichtfr.bsky.social"}, "nordlichtfr"),
    ],
)
def test_the_account_of_another_market_is_a_caution(content, handle):
    here = where()
    (flag,) = other_market(post(here, **content), here)
    assert flag.severity is Severity.CAUTION
    assert flag.key == f"channel.handle-of-other-market:{handle}"
    assert flag.evidence == (f"@{handle}",)


def test_letters_at_the_end_of_a_short_name_are_no_country():
    assert not raised(other_market, where("@grande"), text="@granat und @grandeat")
    assert raised(other_market, where("@nordlichtde"), text="@nordlichtat")
    assert not raised(other_market, where("@brot_de"), text="@brotat")


@pytest.mark.parametrize(
    "text",
    [
        "Folgt @nordlicht_de und @Nordlicht.",
        "Danke, @baeckerei.mueller und @lichtblick_fr!",
        "Schreibt an brot@nordlicht.fr",
        "Ohne Konto",
        "https://x.com/",
        "#nordlicht",
    ],
)
def test_own_accounts_and_those_of_partners_are_left_alone(text):
    assert not raised(other_market, where(), text=text)


def test_an_account_that_two_markets_share_belongs_to_both():
    shared = replace(FRANCE, handles=("@nordlicht",))
    assert not raised(other_market, where("@nordlicht_de", HERE, shared), text="@nordlicht")


def test_without_a_handle_of_its_own_a_market_still_knows_those_of_others():
    assert raised(other_market, where(""), text="@ateliersud und @nordlicht_es")


def test_the_flag_says_whose_account_it_is():
    here = where()
    (flag,) = other_market(post(here, text="@ateliersud"), here)
    assert flag.headline == "Account of France: @ateliersud"
    assert "Germany" in flag.why


@pytest.mark.parametrize(
    ("handle", "country", "stem"),
    [
        ("@brand.de", "DE", "brand"),
        ("@brand_uk", "GB", "brand"),
        ("@brandnamegb", "GB", "brandname"),
        ("@grande", "DE", "grande"),
        ("@brand_fr", "DE", "brand"),
        ("@brand", "DE", "brand"),
        ("@de", "DE", "de"),
    ],
)
def test_a_handle_is_known_without_its_country(handle, country, stem):
    assert stem_of(handle, country) == stem


def test_a_short_stem_is_no_name():
    here = where("@abc_de", country=market("DE", "de"))
    assert not raised(other_market, here, text="@abc_fr")


@pytest.mark.parametrize(
    "text",
    ["Folgt @nordlich_de", "@nordlicth_de", "@nordlichtt_de", "@nordlikht_de", "#nordlicth_de"],
)
def test_one_wrong_letter_in_the_own_handle_is_a_caution(text):
    here = where()
    (flag,) = misspelt(post(here, text=text), here)
    assert flag.severity is Severity.CAUTION
    assert flag.evidence[1] == "@nordlicht_de"


@pytest.mark.parametrize(
    "text",
    [
        "@nordlicht_de @nordlicht @nordlicht_fr",
        "#nordlichter und #nordlicht und #nordlichtde",
        "@nordlicht_d3 ist ein anderer Laden",
        "@suedlicht_de",
        "Ohne alles",
    ],
)
def test_other_words_are_no_misspelt_handles(text):
    assert not raised(misspelt, where(), text=text)


def test_too_short_a_handle_is_like_many():
    assert not raised(misspelt, where("@abde"), text="@abte")


def test_each_account_is_named_once():
    here = where()
    both = post(here, title="@Eins", text="@eins und @zwei.drei. https://instagram.com/zwei.drei")
    assert accounts(both.content) == ("eins", "zwei.drei")


def test_the_same_account_keeps_its_flag_through_other_edits():
    here = where()
    (one,) = other_market(post(here, text="Folgt @ateliersud"), here)
    (other,) = other_market(post(here, text="Und jetzt: @ateliersud!"), here)
    assert (one.key, one.mark) == (other.key, other.mark)
