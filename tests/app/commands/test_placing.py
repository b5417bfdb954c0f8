"""A post on another day or channel, before anything is saved."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.commands.placing import first_language, on_channel, on_day, usual_time
from app.commands.setting import Setting
from app.domain.channel import ChannelId
from app.domain.market import MarketId, PublishingHours
from app.domain.policy import Policy
from tests.builders.domain import GERMANY, INSTAGRAM, post

SETTING = Setting({GERMANY.id: GERMANY}, {INSTAGRAM.id: INSTAGRAM}, (), Policy())
FRANCE = replace(GERMANY, id=MarketId("m-fr"), code="FR", languages=("fr",), zone="Europe/Paris")
DAY = date(2027, 11, 20)


def test_a_dated_post_keeps_its_time_and_one_from_the_tray_gets_the_usual():
    assert on_day(SETTING, post(), DAY).content.local == datetime(2027, 11, 20, 10, 30)
    assert on_day(SETTING, post(local=None), DAY).content.local == datetime(2027, 11, 20, 10)


@pytest.mark.parametrize(
    ("hours", "usual"),
    [
        (None, time(10)),
        (PublishingHours(time(8), time(20)), time(10)),
        (PublishingHours(time(8), time(0)), time(10)),
        (PublishingHours(time(11), time(20)), time(11)),
        (PublishingHours(time(6), time(9)), time(6)),
    ],
)
def test_the_usual_hour_lies_within_the_publishing_hours(hours, usual):
    assert usual_time(replace(GERMANY, hours=hours)) == usual


def test_another_market_brings_its_zone_and_its_language():
    channel = replace(INSTAGRAM, id=ChannelId("c-fr"), market=FRANCE.id)
    there = on_channel(post(), FRANCE, channel).content
    assert (there.market, there.channel, there.zone, there.language) == (
        FRANCE.id,
        channel.id,
        "Europe/Paris",
        "fr",
    )
    assert there.local == post().content.local


def test_another_channel_of_the_market_keeps_the_language_and_the_same_one_everything():
    facebook = replace(INSTAGRAM, id=ChannelId("c-de-fb"), network="facebook")
    assert on_channel(post(language="en"), GERMANY, facebook).content.language == "en"
    assert on_channel(post(), GERMANY, INSTAGRAM) == post()


def test_a_market_without_languages_says_that_the_language_is_unknown():
    assert first_language(replace(GERMANY, languages=())) == "und"
