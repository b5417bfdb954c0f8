"""The dated facts about networks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInputError
from app.risks.counting import Unit
from app.risks.networks import (
    CAPTION,
    FIRST_COMMENT,
    MEDIA,
    TITLE,
    Links,
    Needs,
    Networks,
    length_of,
)

RIGHT = {
    "name": '"Net"',
    "unit": '"utf-16"',
    "limits": "{ text = 500 }",
    "source": '"A page"',
    "source_url": '"https://example.org"',
    "as_of": "2026-11-01",
}


@pytest.fixture(scope="module")
def networks():
    return Networks.load()


def written(path, **changes):
    lines = [f"{key} = {value}" for key, value in (RIGHT | changes).items()]
    path.write_text("\n".join(["[net]", *lines]) + "\n", "utf-8")
    return path


def test_every_network_that_teams_plan_for_is_known(networks):
    assert {network.key for network in networks.all} >= {
        *("instagram", "facebook", "x", "linkedin", "tiktok", "threads", "bluesky", "mastodon"),
        *("youtube", "pinterest", "telegram", "push", "google-business"),
    }


def test_every_fact_has_a_source_and_a_date(networks):
    for network in networks.all:
        assert network.source
        assert network.source_url.startswith("https://")
        assert network.as_of >= date(2026, 11, 1)


@pytest.mark.parametrize(
    ("key", "field", "limit"),
    [
        ("x", "text", 280),
        ("x", CAPTION, 280),
        ("instagram", "text", 2200),
        ("linkedin", FIRST_COMMENT, 1250),
        ("youtube", TITLE, 100),
        ("telegram", "text", 4096),
        ("telegram", CAPTION, 1024),
        ("mastodon", "text", 500),
        ("tiktok", "text", 4000),
        ("x", TITLE, None),
    ],
)
def test_each_field_has_its_limit(networks, key, field, limit):
    assert length_of("", networks.find(key), field).limit == limit


def test_a_length_tells_by_how_much_a_text_is_too_long(networks):
    length = length_of("ä" * 290, networks.find("x"))
    assert (length.used, length.limit, length.unit, length.over) == (290, 280, Unit.WEIGHTED, 10)
    assert length_of("short", networks.find("x")).over == 0
    assert length_of("any", networks.find("x"), TITLE).over == 0


def test_what_a_network_takes_beside_texts(networks):
    instagram, x = networks.find("instagram"), networks.find("x")
    assert (instagram.media, instagram.careful_limit(MEDIA).limit) == (20, 10)
    assert (instagram.needs, instagram.links, instagram.mentions) == (
        Needs.PICTURE,
        Links.NONE,
        3,
    )
    assert (x.media, x.needs, x.links, x.alt_texts) == (4, Needs.NOTHING, Links.ONE_PREVIEW, True)
    assert networks.find("youtube").needs is Needs.VIDEO
    assert not networks.find("push").alt_texts


@given(st.text(max_size=300), st.integers(1, 500))
def test_what_surely_fits_does_fit(networks, text, limit):
    for network in networks.all:
        for written in (text, f"{text} a.co b.tv http://c"):
            assert not network.surely_takes(written, limit) or network.count(written) <= limit


def test_an_unknown_network_is_not_found(networks):
    assert networks.find("friendster") is None


def test_another_file_has_another_digest(networks, tmp_path):
    assert Networks.load(written(tmp_path / "n.toml")).digest != networks.digest


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("name", "5", "field name"),
        ("unit", '"bits"', "field unit"),
        ("limits", "5", "field limits"),
        ("limits", "{ text = 0 }", "field text"),
        ("limits", "{ tekst = 5 }", "field tekst"),
        ("careful", "5", "field careful"),
        ("careful", '[{ field = "text", limit = 5 }]', "field why"),
        ("careful", '[{ field = "body", limit = 5, why = "so" }]', "field field"),
        ("folds", "[1]", "field folds"),
        ("hashtags", "0", "field hashtags"),
        ("as_of", '"today"', "field as_of"),
        ("lenght", "5", "field lenght"),
        ("bare_domains", '["C O M"]', "field bare_domains"),
        ("mentions", "0", "field mentions"),
        ("media", "-1", "field media"),
        ("needs", '"a song"', "field needs"),
        ("links", '""', "field links"),
        ("alt_texts", '"yes"', "field alt_texts"),
    ],
)
def test_a_wrong_fact_is_named(tmp_path, field, value, named):
    with pytest.raises(InvalidInputError, match=rf"n\.toml, entry net.*{named}:"):
        Networks.load(written(tmp_path / "n.toml", **{field: value}))


@pytest.mark.parametrize("text", ["[net", "net = 5\n"])
def test_a_file_that_is_no_list_of_networks_is_refused(tmp_path, text):
    path = tmp_path / "n.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidInputError, match=r"n\.toml"):
        Networks.load(path)
