from dataclasses import replace

import pytest

from tests.builders.ui import FRANCE, GERMANY, JAPAN, MARKETS, SAUDI_ARABIA
from ui.plan.folding import ALL_OPEN, Folding

BY_REGION = Folding(by_region=True)


def test_markets_stand_below_their_regions_in_the_order_in_which_they_are_met():
    parts = [(region, [one.id for one in inside]) for region, inside in BY_REGION.parts_of(MARKETS)]
    assert parts == [("EMEA", [GERMANY.id, FRANCE.id, SAUDI_ARABIA.id]), ("APAC", [JAPAN.id])]


@pytest.mark.parametrize("markets", [(GERMANY, FRANCE), (replace(GERMANY, region=""),), ()])
def test_where_there_is_one_region_nothing_is_parted(markets):
    assert list(BY_REGION.parts_of(markets)) == [(None, list(markets))]
    assert list(ALL_OPEN.parts_of(MARKETS)) == [(None, list(MARKETS))]


def test_what_is_turned_twice_is_as_before():
    once = BY_REGION.turned(region="EMEA", market=JAPAN.id)
    assert (once.regions, once.markets) == ({"EMEA"}, {JAPAN.id})
    assert once.turned(region="EMEA", market=JAPAN.id) == BY_REGION


def test_to_see_a_market_its_region_and_itself_are_opened():
    folded = Folding(True, frozenset({"EMEA", "APAC"}), frozenset({GERMANY.id, JAPAN.id}))
    opened = folded.opened_for(GERMANY)
    assert (opened.regions, opened.markets) == ({"APAC"}, {JAPAN.id})


def test_all_means_regions_where_they_are_told_apart_else_markets():
    assert BY_REGION.with_all(MARKETS).regions == {"EMEA", "APAC"}
    assert ALL_OPEN.with_all(MARKETS).markets == {market.id for market in MARKETS}
    assert BY_REGION.with_all(MARKETS).with_none() == BY_REGION
    assert BY_REGION.parted(False) == ALL_OPEN


def test_what_is_kept_comes_back():
    folding = Folding(True, frozenset({"EMEA", ""}), frozenset({GERMANY.id}))
    assert Folding.of_text(folding.as_text()) == folding


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"by_region": true, "regions": 3, "markets": []}']
)
def test_nonsense_is_no_folding(text):
    assert Folding.of_text(text) is None
