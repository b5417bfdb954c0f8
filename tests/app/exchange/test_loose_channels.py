"""Networks in free words."""

import pytest

from app.exchange.loose_channels import LooseChannel, loose_channels


@pytest.mark.parametrize(
    ("text", "networks"),
    [
        ("X + Facebook", ["x", "facebook"]),
        ("Twitter/X & LinkedIn", ["x", "linkedin"]),
        ("X/Twitter", ["x"]),
        ("X (scripted)", ["x"]),
        ("Meta (FB/IG)", ["facebook", "instagram"]),
        ("Company LinkedIn page", ["linkedin"]),
        ("@solvane on X", ["x"]),
        ("e-mail", ["e-mail"]),
        ("app + social", ["app", "social"]),
        ("Hotel sign", ["hotel sign"]),
        ("story line", ["story line"]),
        ("(sign)", ["(sign)"]),
        ("", [""]),
    ],
)
def test_every_network_is_named_once(text, networks):
    assert [channel.network for channel in loose_channels(text)] == networks


def test_the_kind_of_post_is_kept():
    assert loose_channels("IG Story, YouTube Shorts") == (
        LooseChannel("instagram", "Story"),
        LooseChannel("youtube", "Short"),
    )
    assert loose_channels("IG Story")[0].is_known
    assert not loose_channels("Tumblr")[0].is_known
