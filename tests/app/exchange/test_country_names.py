"""Countries by whatever a plan calls them."""

import pytest

from app.exchange.country_names import country_called, country_named, names_of_country


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("DE", "DE"),
        ("de", "DE"),
        ("DEU", "DE"),
        ("Allemagne", "DE"),
        ("🇫🇷", "FR"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("Côte d’Ivoire", "CI"),
        ("Trinidad and Tobago", "TT"),
        ("Bosnia & Herzegovina", "BA"),
        ("Hong Kong", "HK"),
        ("Greece", "GR"),
        ("EL", "GR"),
        ("VAE", "AE"),
        ("EAU", "AE"),
        ("EU", ""),
        ("XX", ""),
        ("XXX", ""),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_a_country_goes_by_code_and_name(text, code):
    assert country_named(text) == code


@pytest.mark.parametrize(("text", "code"), [("日本", "JP"), ("Ελλάδα", "GR"), ("Tyskland", "DE")])
def test_other_languages_are_asked_when_it_is_wanted(text, code):
    assert country_named(text, in_any_language=True) == code


def test_a_country_is_called_by_its_english_name():
    assert country_called("DE") == "Germany"
    assert country_called("ZZZ") == "ZZZ"


def test_the_names_of_a_country_hold_those_of_plans():
    assert {"uk", "gb", "royaume uni", "great britain"} <= names_of_country("GB")
