from dataclasses import replace

import pytest

from tests.builders.ui import FRANCE, GERMANY, channel
from ui.settings.market_words import channel_entry, market_entry, what_is_missing

pytestmark = pytest.mark.in_english


def test_a_market_says_code_zone_and_languages():
    assert market_entry(GERMANY).detail == "DE · Europe/Berlin · German"


def test_a_channel_stands_below_its_market_with_network_and_handle():
    entry = channel_entry(channel(FRANCE))
    assert entry.level == 1
    assert entry.detail == "Instagram · fennel.fr"


def test_what_is_not_named_yet_is_called_new():
    assert market_entry(replace(GERMANY, name="")).name == "New market"
    assert channel_entry(replace(channel(FRANCE), name="", network="")).name == "New channel"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"country": ""}, "Choose the country."),
        ({"name": ""}, "Give the market a name."),
        ({"code": ""}, "Give the market a short code."),
        ({"zone": ""}, "Choose a time zone."),
        ({"languages": ()}, "Give the market at least one language."),
        ({}, ""),
    ],
)
def test_what_a_market_lacks_is_said(change, sentence):
    assert what_is_missing(replace(GERMANY, **change)) == sentence


def test_what_a_channel_lacks_is_said():
    good = channel(FRANCE)
    assert what_is_missing(good) == ""
    assert what_is_missing(replace(good, network="")) == "Choose the network."
    assert what_is_missing(replace(good, name="")) == "Give the channel a name."
