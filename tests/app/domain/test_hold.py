"""How far a hold reaches."""

from dataclasses import replace

import pytest

from app.domain.hold import Scope
from tests.builders.domain import GERMANY, INSTAGRAM, content, hold

CAMPAIGN = content(campaign="Herbst")


@pytest.mark.parametrize(
    ("scope", "target", "matches"),
    [
        (Scope.EVERYTHING, "", True),
        (Scope.REGION, "Europe", True),
        (Scope.REGION, "Asia", False),
        (Scope.MARKET, GERMANY.id, True),
        (Scope.MARKET, "m-fr", False),
        (Scope.NETWORK, "instagram", True),
        (Scope.NETWORK, "x", False),
        (Scope.CHANNEL, INSTAGRAM.id, True),
        (Scope.CHANNEL, "c-fr", False),
        (Scope.CAMPAIGN, "Herbst", True),
        (Scope.CAMPAIGN, " herbst ", True),
        (Scope.CAMPAIGN, "Winter", False),
    ],
)
def test_a_hold_covers_its_scope_and_nothing_else(scope, target, matches):
    assert hold(scope, target).matches(CAMPAIGN, GERMANY, INSTAGRAM) is matches


def test_a_market_is_held_together_with_the_channels_that_reach_it():
    french = replace(hold(Scope.MARKET, "m-fr"), country="FR")
    reaching = replace(INSTAGRAM, reach=("AT", "FR"))
    assert french.matches(CAMPAIGN, GERMANY, reaching)
    assert not french.matches(CAMPAIGN, GERMANY, INSTAGRAM)


def test_a_hold_stands_until_it_is_lifted():
    assert hold().is_active
    assert not hold(lifted=31).is_active
