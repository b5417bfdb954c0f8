"""What the name of a web address says."""

import pytest

from app.risks.web_names import COUNTRIES, LOCALES, country_of, plain, web_name


@pytest.mark.parametrize(
    ("host", "name", "ending", "country"),
    [
        ("solvane.de", "solvane", "de", "DE"),
        ("www.shop.solvane.co.uk", "solvane", "co.uk", "GB"),
        ("solvane.com.br", "solvane", "com.br", "BR"),
        ("com.de", "com", "de", "DE"),
        ("solvane.com", "solvane", "com", ""),
        ("solvane.io", "solvane", "io", ""),
        ("solvane.museum", "solvane", "museum", ""),
    ],
)
def test_a_host_tells_name_ending_and_country(host, name, ending, country):
    found = web_name(host)
    assert found is not None
    assert (found.name, found.ending, found.country) == (name, ending, country)
    assert host.endswith(found.domain)


@pytest.mark.parametrize("host", ["", "localhost", ".de", "a..de"])
def test_what_is_no_name_has_none(host):
    assert web_name(host) is None


def test_codes_are_those_of_pages():
    assert country_of("uk") == "GB"
    assert country_of("fr") == "FR"
    assert {"de", "fr", "uk", "us"} <= COUNTRIES
    assert {"de", "ja", "us"} <= LOCALES
    assert LOCALES.isdisjoint({"id", "my", "in"})


def test_names_are_compared_by_letters_and_digits():
    assert plain("@Kasvel_Home.be") == "kasvelhomebe"
