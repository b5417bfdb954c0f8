"""How far a hold reaches."""

from dataclasses import replace

import pytest

from app.domain.hold import Scope
from app.domain.post import NO_POST, PostId
from tests.builders.domain import GERMANY, INSTAGRAM, content, hold

POST = PostId("p1")
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
        (Scope.POST, "p1", True),
        (Scope.POST, "p2", False),
    ],
)
def test_a_hold_covers_its_scope_and_nothing_else(scope, target, matches):
    assert hold(scope, target).matches(POST, CAMPAIGN, GERMANY, INSTAGRAM) is matches


def test_a_market_is_held_together_with_the_channels_that_reach_it():
    french = replace(hold(Scope.MARKET, "m-fr"), country="FR")
    reaching = replace(INSTAGRAM, reach=("AT", "FR"))
    assert french.matches(POST, CAMPAIGN, GERMANY, reaching)
    assert not french.matches(POST, CAMPAIGN, GERMANY, INSTAGRAM)


def test_a_hold_stands_until_it_is_lifted():
    assert hold().is_active
    assert not hold(lifted=31).is_active


def test_a_hold_is_of_the_one_post_that_it_names():
    assert hold(Scope.POST, "p1").is_of(POST)
    assert not hold(Scope.POST, "p1").is_of(NO_POST)
    assert not hold().is_of(POST), "everything is more than one post"
