"""Markets, channels and facts for the tests of the rules."""

import tomllib
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from app.days.daybook import DayBook
from app.domain.channel import Channel, ChannelId
from app.domain.flag import Flag
from app.domain.hold import Hold
from app.domain.market import Market, MarketId
from app.domain.post import Content, Post, PostId
from app.risks.facts import Facts
from app.risks.networks import Networks

DATA = Path(__file__).resolve().parents[2] / "data"
GERMANY = Market(MarketId("m-de"), "DE", "Germany", "DE", ("de",), "Europe/Berlin")
NOON = datetime(2026, 6, 10, 12)
"""A Wednesday without a meaning in Germany."""


@cache
def books() -> tuple[DayBook, Networks]:
    """Return what the program knows, loaded once for all tests: it is only read."""
    return DayBook.load(), Networks.load()


def market(country: str, *languages: str, **changes: object) -> Market:
    """Return a market of a country."""
    usual = Market(MarketId(f"m-{country.lower()}"), country, country, country, languages, "UTC")
    return replace(usual, **changes)


def facts(
    where: Market = GERMANY, network: str = "facebook", holds: tuple[Hold, ...] = ()
) -> Facts:
    """Return the facts for a market and a network."""
    days, networks = books()
    channel = Channel(ChannelId(f"c-{network}"), where.id, network, network)
    return Facts(where, channel, days, holds, networks)


def post(where: Facts, **changes: object) -> Post:
    """Return a post on the channel of these facts."""
    content = Content(
        where.market.id,
        where.channel.id,
        where.market.languages[0],
        where.market.zone,
        local=NOON,
        text="Zimtschnecken, frisch aus dem Ofen.",
    )
    return Post(PostId("p1"), number=1, content=replace(content, **changes))


def data(name: str, heading: str) -> list[dict[str, object]]:
    """Return the entries of a file of cases."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))[heading]


def by_key(flags: tuple[Flag, ...]) -> dict[str, Flag]:
    """Return flags by their keys; each key stands once."""
    found = {flag.key: flag for flag in flags}
    assert len(found) == len(flags)
    return found
