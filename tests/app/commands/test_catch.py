"""How much a hold stops."""

from dataclasses import replace

import pytest

from app.commands.catch import Catch, Ground, Lies
from app.domain.channel import Channel, ChannelId
from app.domain.hold import Scope
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from tests.builders.domain import GERMANY, INSTAGRAM, hold

FRANCE = Market(MarketId("m-fr"), "FR", "France", "FR", ("fr",), "Europe/Paris", "Europe")
FACEBOOK = Channel(ChannelId("c-fr-fb"), FRANCE.id, "facebook", "Facebook", reach=("BE",))
DE, FR = INSTAGRAM.id, FACEBOOK.id

GROUND = Ground(
    places={DE: (GERMANY, INSTAGRAM), FR: (FRANCE, FACEBOOK)},
    planned={(DE, ""): 4, (DE, "Late Loaf"): 2, (FR, "late  loaf"): 3},
    approved={(DE, ""): 1, (FR, "late  loaf"): 2},
    lies=(
        Lies("Buffer", there=(DE, "Late Loaf"), here=(DE, "Late Loaf"), post=PostId("lies")),
        Lies("Buffer", there=(FR, "Summer"), here=(FR, "late  loaf")),
        Lies("Hootsuite", there=(FR, ""), here=(FR, "")),
    ),
    alone={PostId("waits"): False, PostId("lies"): True},
)


@pytest.mark.parametrize(
    ("scope", "target", "catch"),
    [
        (Scope.EVERYTHING, "", Catch(9, 3, 3, ("Buffer", "Hootsuite"))),
        (Scope.REGION, "Europe", Catch(9, 3, 3, ("Buffer", "Hootsuite"))),
        (Scope.REGION, "Asia", Catch(0, 0)),
        (Scope.MARKET, GERMANY.id, Catch(6, 1, 1, ("Buffer",))),
        (Scope.NETWORK, "facebook", Catch(3, 2, 2, ("Buffer", "Hootsuite"))),
        (Scope.CHANNEL, DE, Catch(6, 1, 1, ("Buffer",))),
        (Scope.CAMPAIGN, "LATE LOAF", Catch(5, 2, 2, ("Buffer",))),
        (Scope.CAMPAIGN, "Summer", Catch(0, 0, 1, ("Buffer",))),
        (Scope.POST, "waits", Catch(1, 0)),
        (Scope.POST, "lies", Catch(1, 1, 1, ("Buffer",))),
        (Scope.POST, "went out long ago", Catch(0, 0)),
    ],
)
def test_it_counts_what_the_gate_would_stop(scope, target, catch):
    assert GROUND.under(hold(scope, target)) == catch


def test_what_nobody_has_placed_yet_is_counted_the_same_way():
    assert GROUND.if_placed(Scope.CHANNEL, DE) == GROUND.under(hold(Scope.CHANNEL, DE))
    reaching = (GERMANY, replace(INSTAGRAM, reach=("FR",)))
    reached = replace(GROUND, places={**GROUND.places, DE: reaching})
    assert reached.if_placed(Scope.MARKET, FRANCE.id).posts == 9


def test_what_was_not_counted_is_not_said_to_be_none():
    assert replace(GROUND, approved=None).under(hold()).approved is None


def test_a_market_counts_channels_of_others_that_reach_it():
    belgium = replace(hold(Scope.MARKET, "m-be"), country="BE")
    assert GROUND.under(belgium).posts == 3


def test_the_campaigns_of_posts_to_come_are_named_once():
    assert GROUND.campaigns == ("Late Loaf", "late  loaf")
