"""The facts of each feed, and what a wrong entry says."""

from datetime import date

import pytest

from app.days.fields import Fields
from app.errors import InvalidInputError
from app.risks.feeds import Layout, feed_of
from app.risks.networks import Networks

RIGHT = {
    "layout": "text-first",
    "source": "A page",
    "source_url": "https://example.org",
    "as_of": date(2026, 11, 29),
}


def read(feed):
    return feed_of(Fields("networks.toml", "net", {"feed": feed}))


def test_every_feed_has_its_sources_and_possible_shapes():
    feeds = [network.feed for network in Networks.load().all if network.feed]
    assert len(feeds) >= 6
    for feed in feeds:
        assert feed.tallest <= feed.widest
        assert feed.source_url.startswith("https://")
        assert feed.as_of >= date(2026, 11, 1)


def test_a_network_without_a_feed_has_none():
    assert feed_of(Fields("networks.toml", "net", {})) is None


def test_what_is_left_out_folds_nothing_and_makes_no_card():
    feed = read(RIGHT)
    assert (feed.layout, feed.fold, feed.lines, feed.card) == (Layout.TEXT_FIRST, 0, 0, 0)


@pytest.mark.parametrize(
    ("feed", "field"),
    [
        ("text-first", "feed"),
        (RIGHT | {"as_of": "today"}, "as_of"),
        (RIGHT | {"layout": "odd"}, "layout"),
        (RIGHT | {"mood": 1}, "mood"),
        (RIGHT | {"tallest": 5}, "tallest"),
    ],
)
def test_a_wrong_entry_is_named(feed, field):
    with pytest.raises(InvalidInputError, match=field):
        read(feed)
