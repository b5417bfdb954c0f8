"""What a team has decided about risks."""

from app.domain.market import MarketId
from app.domain.team import NO_TEAM, Team


def test_the_home_of_the_brand_concerns_every_market():
    team = Team(home="DE")
    assert team.of(MarketId("m-fr")) == team != NO_TEAM
