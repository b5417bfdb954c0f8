"""The names of networks as data."""

import tomllib
from pathlib import Path

import pytest

from app.exchange.network_names import ELSEWHERE, FORMATS, NETWORKS, network_of

KNOWN = Path(__file__).parents[3] / "resources" / "networks.toml"


def test_every_network_of_the_calendar_is_known_by_its_name():
    for key, facts in tomllib.loads(KNOWN.read_text(encoding="utf-8")).items():
        assert network_of(facts["name"]) == network_of(key) == key


@pytest.mark.parametrize(
    ("name", "network"),
    [
        ("IG", "instagram"),
        ("Insta", "instagram"),
        ("FB", "facebook"),
        ("Twitter", "x"),
        ("X (formerly Twitter)", "x"),
        ("Twitter/X", "x"),
        ("Linked-In", "linkedin"),
        ("Tik Tok", "tiktok"),
        ("YT", "youtube"),
        ("Our own app", "our own app"),
    ],
)
def test_short_and_old_names_mean_the_same_network(name, network):
    assert network_of(name) == network


def test_no_name_is_a_network_and_something_else():
    assert not set(NETWORKS) & (ELSEWHERE | set(FORMATS))
    assert not ELSEWHERE & set(FORMATS)
