"""Markets and their channels."""

from dataclasses import replace
from datetime import time

import pytest

from app.domain.channel import Channel, ChannelId
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
