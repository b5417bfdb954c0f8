from zoneinfo import ZoneInfo

import pytest

from app.commands.places import countries, country_name, languages, languages_of, zones, zones_of


def test_the_countries_are_those_of_iso_3166_and_no_unions():
    codes = {code for code, _name in countries()}
    assert {"DE", "FR", "GB", "US", "JP", "BR", "SA", "DZ", "XK"} <= codes
    assert not {"EU", "UN", "ZZ"} & codes
    assert 245 <= len(codes) <= 252


def test_countries_stand_in_the_order_of_their_names_whatever_their_accents():
    names = [name for _code, name in countries()]
    assert names[0] == "Afghanistan"
    assert names.index("Åland Islands") < names.index("Albania")


def test_countries_are_named_in_the_readers_language():
    assert country_name("DE", "fr") == "Allemagne"
    assert ("DE", "Deutschland") in countries("de")


def test_an_unknown_country_keeps_its_code():
    assert country_name("Q9") == "Q9"


def test_every_zone_offered_can_be_used():
    assert "UTC" in zones()
    assert not [zone for zone in zones() if zone.startswith("Etc/")]
    assert all(ZoneInfo(zone).key == zone for zone in zones())


@pytest.mark.parametrize(
    ("country", "first"),
    [
        ("DE", "Europe/Berlin"),
        ("BR", "America/Sao_Paulo"),
        ("US", "America/New_York"),
        ("JP", "Asia/Tokyo"),
        ("DZ", "Africa/Algiers"),
    ],
)
def test_the_zone_of_most_people_comes_first(country, first):
    assert zones_of(country)[0] == first


def test_a_country_with_many_zones_offers_them_all():
    assert {"America/Chicago", "America/Los_Angeles", "Pacific/Honolulu"} <= set(zones_of("US"))


def test_an_unknown_country_has_no_zone():
    assert zones_of("Q9") == ()


@pytest.mark.parametrize(
    ("country", "languages"),
    [
        ("DE", ("de",)),
        ("DZ", ("ar", "fr")),
        ("US", ("en",)),
        ("CH", ("de", "fr", "it")),
        ("Q9", ()),
    ],
)
def test_a_country_offers_its_official_languages(country, languages):
    assert languages_of(country) == languages


def test_languages_can_be_chosen_by_name_with_their_regional_forms():
    names = dict(languages())
    assert names["pt-BR"] == "Portuguese (Brazil)"
    assert {"de", "ar", "ja", "zh-Hans", "en-GB"} <= set(names)
    assert list(names).index("ar") < list(names).index("de")
