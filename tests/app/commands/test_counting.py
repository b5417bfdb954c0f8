import pytest

from app.commands.counting import count_text, networks, takes_titles


@pytest.mark.parametrize(
    ("text", "network", "used", "limit"),
    [
        ("Guten Morgen", "instagram", 12, 2200),
        ("Guten Morgen 👩‍👩‍👧", "x", 15, 280),
        ("今日は", "x", 6, 280),
        ("See https://example.org/a/very/long/address/indeed", "x", 27, 280),
        ("👩‍👩‍👧", "bluesky", 1, 300),
    ],
)
def test_a_text_is_counted_as_its_network_counts(text, network, used, limit):
    count = count_text(text, network)
    assert (count.used, count.limit) == (used, limit)


def test_a_text_says_by_how_much_it_is_too_long():
    assert count_text("a" * 285, "x").over == 5
    assert count_text("a" * 280, "x").over == 0


def test_a_first_comment_has_a_limit_of_its_own():
    assert count_text("a", "linkedin", "first_comment").limit == 1250


def test_an_unknown_network_counts_characters_without_a_limit():
    count = count_text("a" * 9000, "carrier pigeon")
    assert (count.used, count.limit, count.unit, count.over) == (9000, None, "characters", 0)


def test_every_network_says_what_it_counts():
    units = {count_text("a", network.key).unit for network in networks().all}
    assert all(unit.startswith(("characters", "bytes")) for unit in units)


def test_a_title_is_asked_for_where_one_goes_out():
    assert takes_titles("youtube")
    assert takes_titles("an unknown one")
    assert not takes_titles("instagram")
