"""Markets and their channels."""

from dataclasses import replace
from datetime import time

import pytest

from app.domain.channel import Channel, ChannelId
from app.domain.hold import Scope
from app.domain.market import Market, MarketId, PublishingHours
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import markets
from tests.app.storage.ground import CHANNELS, FRANCE, GERMANY


def test_markets_and_channels_come_back_in_their_order(engine):
    assert markets.all_markets(engine) == (GERMANY, FRANCE)
    assert markets.all_channels(engine) == CHANNELS


def test_a_market_comes_back_with_all_its_facts(desk, engine):
    hours = PublishingHours(time(7, 30), time(0), frozenset({0, 1, 2, 3, 4}))
    swiss = Market(
        MarketId("ch"),
        "CH",
        "Suisse",
        "CH",
        ("de", "fr"),
        "Europe/Zurich",
        "EMEA",
        ("CH-ZH",),
        hours,
    )
    markets.save_market(engine, desk.stamp("olga"), swiss)
    moved = replace(GERMANY, zone="Europe/Busingen", hours=hours)
    markets.save_market(engine, desk.stamp("olga"), moved)
    assert markets.all_markets(engine) == (moved, FRANCE, swiss)


def test_a_code_never_means_two_markets(desk, engine):
    markets.save_market(engine, desk.stamp("olga"), replace(GERMANY, code="DACH"))
    for code in ("DE", "DACH", "FR"):
        new = Market(MarketId("it"), code, "Italy", "IT", ("it",), "Europe/Rome")
        with pytest.raises(InvalidInputError, match="code"):
            markets.save_market(engine, desk.stamp("olga"), new)


def test_a_channel_gets_another_name_and_reach_only(desk, engine):
    first = CHANNELS[0]
    wider = replace(first, name="Instagram DACH", reach=("AT", "CH"))
    markets.save_channel(engine, desk.stamp("olga"), wider)
    assert markets.all_channels(engine) == (wider, *CHANNELS[1:])
    for change in (
        {"market": FRANCE.id},
        {"network": "x"},
        {"handle": "@other"},
        {"account_id": "7"},
        {"account_zone": "Europe/Paris"},
    ):
        with pytest.raises(RefusedError, match="never change"):
            markets.save_channel(engine, desk.stamp("olga"), replace(wider, **change))


def test_a_channel_belongs_to_a_market(desk, engine):
    lost = Channel(ChannelId("it-ig"), MarketId("it"), "instagram", "IT Instagram")
    with pytest.raises(MissingError, match="market"):
        markets.save_channel(engine, desk.stamp("olga"), lost)


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_only_an_owner_changes_markets_and_channels(desk, engine, who):
    with pytest.raises(RefusedError, match="Only an owner"):
        markets.save_market(engine, desk.stamp(who), GERMANY)
    with pytest.raises(RefusedError, match="Only an owner"):
        markets.save_channel(engine, desk.stamp(who), CHANNELS[0])


ITALY = Market(MarketId("it"), "IT", "Italy", "IT", ("it",), "Europe/Rome")
OF_ITALY = Channel(ChannelId("it-ig"), ITALY.id, "instagram", "IT Instagram")


def withdraw(desk, *, who="olga", market=ITALY, is_withdrawn=True):
    stamp = desk.stamp(who)
    markets.withdraw_market(desk.engine, stamp, market.id, is_withdrawn=is_withdrawn)


@pytest.fixture
def italy(desk, engine):
    markets.save_market(engine, desk.stamp("olga"), ITALY)


@pytest.mark.usefixtures("italy")
def test_a_market_that_was_withdrawn_is_none_until_it_comes_back(desk, engine):
    withdraw(desk)
    assert markets.all_markets(engine) == (GERMANY, FRANCE)
    assert markets.is_withdrawn(engine, ITALY.id)
    assert markets.withdrawn_names(engine) == {ITALY.id: "Italy"}
    withdraw(desk, is_withdrawn=False)
    assert markets.all_markets(engine) == (GERMANY, FRANCE, ITALY)
    assert not markets.is_withdrawn(engine, ITALY.id)


@pytest.mark.usefixtures("italy")
@pytest.mark.parametrize("who", ["ana", "ben"])
def test_only_owners_withdraw_a_market(desk, who):
    with pytest.raises(RefusedError):
        withdraw(desk, who=who)


def test_a_market_with_posts_channels_or_holds_is_not_withdrawn(desk, engine):
    with pytest.raises(RefusedError, match="in use"):
        withdraw(desk, market=FRANCE)
    markets.save_market(engine, desk.stamp("olga"), ITALY)
    desk.hold(scope=Scope.MARKET, target=ITALY.id)
    with pytest.raises(RefusedError, match="in use"):
        withdraw(desk)
    with pytest.raises(MissingError):
        withdraw(desk, market=replace(ITALY, id=MarketId("none")))


@pytest.mark.usefixtures("italy")
def test_nothing_comes_to_stand_in_a_market_that_was_withdrawn(desk, engine):
    stamp = desk.stamp("olga")
    markets.save_channel(engine, stamp, OF_ITALY)
    markets.retire_channel(engine, stamp, OF_ITALY.id, is_retired=True)
    withdraw(desk)
    assert markets.all_channels(engine) == CHANNELS
    with pytest.raises(MissingError):
        markets.save_channel(engine, stamp, replace(OF_ITALY, name="Other"))
    with pytest.raises(MissingError):
        markets.retire_channel(engine, stamp, OF_ITALY.id, is_retired=False)
    with pytest.raises(MissingError):
        desk.create(market=ITALY.id, channel=OF_ITALY.id)
    with pytest.raises(MissingError):
        desk.hold(scope=Scope.MARKET, target=ITALY.id)


@pytest.mark.usefixtures("italy")
def test_the_code_of_a_withdrawn_market_is_free_and_then_taken(desk, engine):
    withdraw(desk)
    markets.save_market(engine, desk.stamp("olga"), replace(ITALY, id=MarketId("italia")))
    with pytest.raises(InvalidInputError, match="code"):
        withdraw(desk, is_withdrawn=False)
