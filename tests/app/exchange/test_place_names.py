"""Where a post lands, by whatever a plan calls it."""

import pytest

from app.exchange.cells import UnreadableError
from app.exchange.place_names import Land, find_place


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("DE", [Land("DE")]),
        ("Germany (DE)", [Land("DE")]),
        ("DE – Germany", [Land("DE")]),
        ("DE, AT", [Land("DE"), Land("AT")]),
        ("Germany & Austria, Germany", [Land("DE"), Land("AT")]),
        ("DE-BY", [Land("DE", ("DE-BY",))]),
        ("Bayern", [Land("DE", ("DE-BY",))]),
        ("Bavaria", [Land("DE", ("DE-BY",))]),
        ("Scotland", [Land("GB", ("GB-SCT",))]),
        ("en-US", [Land("US", language="en")]),
        ("de_CH", [Land("CH", language="de")]),
        ("PT-BR", [Land("BR", language="pt")]),
        ("it-CH", [Land("CH", language="it")]),
        ("IT-CH", [Land("IT", ("IT-CH",))]),
        ("日本", [Land("JP")]),
    ],
)
def test_countries_and_their_parts(text, lands):
    place = find_place(text)
    assert place.region is None
    assert list(place.lands) == lands


def test_groups_stand_alone_or_with_others():
    assert find_place("D/A/CH").region.key == "dach"
    both = find_place("EU + UK")
    assert (len(both.region.countries), both.lands) == (27, (Land("GB"),))
    assert both.region.name == "EU + UK"
    wide = find_place("Nordics, Worldwide")
    assert (wide.region.countries, wide.region.languages, wide.region.is_wide) == ((), (), True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Atlantis", "“Atlantis” is no country and no group"),
        ("DE, Atlantis", "“Atlantis” is no country"),
        ("DE-ZZ", "“DE-ZZ” is no country"),
        ("", "“” is no country"),
        ("/", "“/” is no country"),
        ("NA", "“NA” can be North America or Namibia"),
    ],
)
def test_nothing_is_guessed(text, said):
    with pytest.raises(UnreadableError, match=said):
        find_place(text)
