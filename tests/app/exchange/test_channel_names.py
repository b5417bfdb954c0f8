"""Channels by whatever they are called."""

from dataclasses import replace

import pytest

from app.domain.channel import Channel, ChannelId
from app.exchange.cells import UnreadableError
from app.exchange.channel_names import FoundChannel, find_channels, only_channel
from tests.app.exchange.builders import BRITAIN
from tests.app.exchange.sheet_builders import BRITISH_X, CHANNELS, GERMAN_FACEBOOK
from tests.builders.domain import GERMANY, INSTAGRAM

CAFE = replace(INSTAGRAM, id=ChannelId("c-de-ig2"), name="Café", handle="@solvane.cafe")
NEWSLETTER = Channel(ChannelId("c-de-nl"), GERMANY.id, "newsletter", "Newsletter")


def named(text, *more):
    found = find_channels(text, GERMANY, (*CHANNELS, *more))
    return [one.channel for one in found.channels]


@pytest.mark.parametrize(
    "text",
    ["Instagram", "IG", "insta", "@solvane.de", "Instagram @solvane.de", "Instagram DE", "c-de-ig"],
)
def test_a_channel_is_known_by_network_handle_and_name(text):
    assert named(text) == [INSTAGRAM]


@pytest.mark.parametrize(
    "text",
    ["IG, FB", "Instagram / Facebook", "IG + FB", "IG & FB", "IG and Facebook", "IG\nFB, IG"],
)
def test_one_cell_may_name_several_channels_each_counts_once(text):
    assert named(text) == [INSTAGRAM, GERMAN_FACEBOOK]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("IG Story", "Story"),
        ("Instagram (Reel)", "Reel"),
        ("Instagram Post", ""),
        ("Insta Karussell", "Carousel"),
    ],
)
def test_the_kind_of_post_is_kept(text, kind):
    assert find_channels(text, GERMANY, CHANNELS).channels == (FoundChannel(INSTAGRAM, kind),)


def test_a_name_with_a_separator_in_it_is_one_name():
    found = find_channels("X/Twitter", BRITAIN, CHANNELS)
    assert [one.channel for one in found.channels] == [BRITISH_X]


def test_places_that_are_no_channels_are_left_out_and_named():
    found = find_channels("Instagram, Blog, E-Mail", GERMANY, CHANNELS)
    assert [one.channel for one in found.channels] == [INSTAGRAM]
    assert found.elsewhere == ("Blog", "E-Mail")


def test_a_team_that_plans_its_newsletter_here_finds_it():
    assert named("Newsletter", NEWSLETTER) == [NEWSLETTER]


def test_a_channel_of_another_market_is_never_taken():
    with pytest.raises(UnreadableError, match="Germany has no channel on “Twitter”") as said:
        named("Twitter")
    assert "Instagram @solvane.de, Facebook Solvane DE" in str(said.value)


@pytest.mark.parametrize("text", ["Instergram", "Instagram Ads", "Instagram DE2", "IG, Instergram"])
def test_an_unknown_channel_is_answered_with_those_there_are(text):
    with pytest.raises(UnreadableError, match=r"is no channel of Germany \(Instagram @solvane.de"):
        named(text)


@pytest.mark.parametrize("text", ["Instagram", "IG DE", "IG Story"])
def test_of_several_accounts_on_a_network_one_must_be_named(text):
    with pytest.raises(UnreadableError, match=r"Instagram @solvane.de, Café @solvane.cafe"):
        named(text, CAFE)


@pytest.mark.parametrize("text", ["@solvane.cafe", "Café", "Instagram Café", "IG @solvane.cafe"])
def test_of_several_accounts_the_handle_or_the_name_says_which(text):
    assert named(text, CAFE) == [CAFE]


def test_the_only_channel_of_a_market_needs_no_name():
    assert only_channel(GERMANY, (INSTAGRAM, BRITISH_X)) == INSTAGRAM


@pytest.mark.parametrize(
    ("channels", "listed"),
    [(CHANNELS, "Instagram @solvane.de, Facebook"), ((BRITISH_X,), "it has none yet")],
)
def test_without_a_name_and_without_one_choice_it_must_be_said(channels, listed):
    with pytest.raises(UnreadableError, match=listed):
        only_channel(GERMANY, channels)
