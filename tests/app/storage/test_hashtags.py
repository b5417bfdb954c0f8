"""Which hashtags people have looked at."""

from datetime import UTC, datetime

import pytest

from app.domain.hashtag import EVERY_MARKET
from app.domain.market import MarketId
from app.errors import MissingError, RefusedError
from app.storage.hashtags import confirm, confirmations, withdraw
from tests.app.storage.ground import GERMANY


def looked(desk, *tags, who="ben", market=GERMANY.id, day=1):
    stamp = desk.stamp(who, datetime(2026, 11, day, 12, tzinfo=UTC))
    confirm(desk.engine, stamp, tags, market, "")


def test_the_newest_confirmation_of_each_market_counts(desk):
    looked(desk, "brot", "ofen")
    looked(desk, "brot", day=3)
    looked(desk, "brot", market=EVERY_MARKET, day=2)
    found = confirmations(desk.engine, ["brot", "other"])
    assert list(found) == ["brot"]
    days = {one.market: one.day.day for one in found["brot"]}
    assert days == {GERMANY.id: 3, EVERY_MARKET: 2}


def test_a_hashtag_named_twice_is_one_row(desk):
    looked(desk, "brot", "brot")
    assert desk.engine.read("SELECT count(*) AS n FROM hashtag_confirmation") == [{"n": 1}]


def test_only_reviewers_and_owners_confirm(desk):
    with pytest.raises(RefusedError):
        looked(desk, "brot", who="ana", market=MarketId("de"))
    assert confirmations(desk.engine, ["brot"]) == {}


def test_a_confirmation_that_was_withdrawn_leaves_the_one_before_it(desk):
    looked(desk, "brot")
    looked(desk, "brot", day=3)
    (newest,) = desk.engine.read("SELECT max(seq) AS seq FROM hashtag_confirmation")
    withdraw(desk.engine, desk.stamp("ben"), [newest["seq"]], are_withdrawn=True)
    assert [one.day.day for one in confirmations(desk.engine, ["brot"])["brot"]] == [1]
    withdraw(desk.engine, desk.stamp("ben"), [newest["seq"]], are_withdrawn=False)
    assert [one.day.day for one in confirmations(desk.engine, ["brot"])["brot"]] == [3]


def test_only_reviewers_withdraw_and_only_what_is_there(desk):
    looked(desk, "brot")
    (row,) = desk.engine.read("SELECT seq FROM hashtag_confirmation")
    with pytest.raises(RefusedError):
        withdraw(desk.engine, desk.stamp("ana"), [row["seq"]], are_withdrawn=True)
    with pytest.raises(MissingError):
        withdraw(desk.engine, desk.stamp("ben"), [1], are_withdrawn=True)
