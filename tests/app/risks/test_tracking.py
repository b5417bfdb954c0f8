"""Tracking in links."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.place import Place
from app.domain.team import Team
from app.risks.tracking import clicks, tracking
from tests.app.risks.builders import GERMANY, facts, post

TEAM = Team(
    places=(
        Place(GERMANY.id, "Germany", "DE", "DE"),
        Place(MarketId("m-fr"), "France", "FR", "FR"),
        Place(MarketId("m-es"), "Spain", "ES", "ES"),
    )
)


def where(network="facebook"):
    return replace(facts(network=network), team=TEAM)


def faults(query, network="facebook", **content):
    here = where(network)
    tracked = post(here, link=f"https://solvane.de/?{query}", **content)
    return [flag.key.removeprefix("channel.link:") for flag in tracking(tracked, here)]


@pytest.mark.parametrize(
    ("query", "campaign", "is_other"),
    [
        ("utm_campaign=sommerfest", "Herbstmarkt", True),
        ("utm_campaign=herbstmarkt_2026", "Herbstmarkt 2026", False),
        ("utm_campaign=herbstmarkt", "Herbstmarkt 2026 DE", False),
        ("utm_campaign=2026_herbst_de", "Herbst", False),
        ("utm_campaign=q3-herbst", "Herbst & Winter", False),
        ("utm_campaign=sommerfest", "", False),
        ("utm_campaign=", "Herbstmarkt", False),
    ],
)
def test_tracking_of_another_campaign_is_seen(query, campaign, is_other):
    assert faults(query, campaign=campaign) == ["other-campaign"] * is_other


@pytest.mark.parametrize(
    ("campaign", "local", "is_other"),
    [
        ("xmas2024", datetime(2026, 12, 1, 12), True),
        ("xmas2026", datetime(2026, 12, 1, 12), False),
        ("newyear2027", datetime(2026, 12, 1, 12), False),
        ("xmas2026", datetime(2027, 1, 3, 12), False),
        ("xmas2026", datetime(2027, 2, 3, 12), True),
        ("id120244", datetime(2026, 12, 1, 12), False),
        ("xmas2024", None, False),
    ],
)
def test_tracking_of_another_year_is_seen(campaign, local, is_other):
    assert faults(f"utm_campaign={campaign}", local=local) == ["other-year"] * is_other


@pytest.mark.parametrize(
    ("source", "network", "is_other"),
    [
        ("facebook", "x", True),
        ("Newsletter", "x", True),
        ("instagram", "facebook", True),
        ("twitter", "x", False),
        ("facebook.com", "facebook", False),
        ("FB", "facebook", False),
        ("social", "x", False),
        ("facebook", "friendster", False),
    ],
)
def test_tracking_of_another_network_is_seen(source, network, is_other):
    assert faults(f"utm_source={source}", network) == ["other-network"] * is_other


@pytest.mark.parametrize(
    ("campaign", "is_other"),
    [
        ("herbst-fr", True),
        ("FR_herbst", True),
        ("herbst-fr-de", False),
        ("dia-es", False),
        ("fr", False),
        ("herbst-de", False),
    ],
)
def test_tracking_of_another_market_is_seen(campaign, is_other):
    assert faults(f"utm_campaign={campaign}") == ["other-market"] * is_other


def test_links_without_tracking_are_left_alone():
    assert not faults("id=7")


@pytest.mark.parametrize(
    ("network", "text", "found"),
    [
        ("instagram", "Mehr: https://solvane.de", ["not-clickable"]),
        ("instagram", "Ohne", []),
        ("facebook", "https://solvane.de/a https://solvane.de/b", ["one-preview"]),
        ("facebook", "https://solvane.de/a www.solvane.de/a/", []),
        ("youtube", "https://solvane.de/a https://solvane.de/b", []),
        ("friendster", "https://solvane.de/a https://solvane.de/b", []),
    ],
)
def test_what_becomes_of_links_on_a_network_is_a_note(network, text, found):
    here = where(network)
    flags = list(clicks(post(here, text=text), here))
    assert [flag.key.removeprefix("channel.link:") for flag in flags] == found
    assert all(flag.severity is Severity.NOTE for flag in flags)
