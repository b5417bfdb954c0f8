"""Groups of countries: the data is whole, and every name means one group."""

from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from babel import Locale

from app.errors import InvalidInputError
from app.exchange.cells import folded
from app.exchange.regions import REGIONS, read_regions, region_named

ALL = read_regions(REGIONS)


@pytest.mark.parametrize("region", ALL, ids=lambda region: region.key)
def test_members_languages_and_zone_exist(region):
    english = Locale("en")
    assert set(region.countries) <= set(english.territories)
    assert len(set(region.countries)) == len(region.countries)
    assert set(region.languages) <= set(english.languages)
    assert ZoneInfo(region.zone)


def test_no_name_means_two_groups():
    names = [{folded(name) for name in (region.name, *region.names)} for region in ALL]
    assert max(Counter(name for each in names for name in each).values()) == 1


def test_the_union_has_27_members_and_the_world_has_no_list():
    assert len(region_named("EU").countries) == 27
    assert region_named("worldwide").countries == ()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("eu-27", "eu"),
        ("Union européenne", "eu"),
        ("D-A-CH", "dach"),
        ("nordics", "nordics"),
        ("GLOBAL", "world"),
    ],
)
def test_a_group_goes_by_any_spelling(name, key):
    assert region_named(name).key == key


def test_what_is_no_group_is_none():
    assert region_named("Atlantis") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no toml", "regions.toml cannot be read"),
        ("eu = 'EU'", "eu"),
        ("[eu]\nname = 'EU'\nzone = 'UTC'\ncountries = ['Germany']", "countries"),
        ("[eu]\nname = ''\nzone = 'UTC'", "name"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(text, named, tmp_path):
    path = tmp_path / "regions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInputError, match=named):
        read_regions(path)
