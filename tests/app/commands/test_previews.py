"""What a network shows of a post before a tap."""

import pytest

from app.commands.previews import Layout, before_the_fold, preview_of

LONG = "Frisch aus dem Ofen " * 40


@pytest.mark.parametrize(
    ("network", "layout"),
    [
        ("instagram", Layout.PICTURE_FIRST),
        ("facebook", Layout.TEXT_FIRST),
        ("x", Layout.TEXT_FIRST),
        ("linkedin", Layout.TEXT_FIRST),
        ("tiktok", Layout.FULL_SCREEN),
        ("youtube", Layout.VIDEO),
        ("threads", Layout.TEXT_FIRST),
        ("bluesky", Layout.TEXT_FIRST),
        ("mastodon", Layout.TEXT_FIRST),
        ("push", Layout.NOTICE),
        ("google-business", Layout.PICTURE_FIRST),
    ],
)
def test_what_is_seen_on_each_network_is_known_with_its_source(network, layout):
    found = preview_of(network, LONG, "")
    assert found.layout is layout
    assert found.source
    assert found.source_url.startswith("https://")
    assert found.is_folded == bool(found.fold)
    assert len(found.seen) <= (found.fold or len(LONG))


def test_a_pin_shows_the_beginning_of_its_title_and_no_words():
    title = "Forty letters of a title are seen, and then no more"
    found = preview_of("pinterest", LONG, "", title)
    assert (found.layout, found.seen, found.is_folded) == (Layout.PIN, "", False)
    assert found.title == "Forty letters of a title are seen, and…"
    assert preview_of("pinterest", LONG, "", "Brot").title == "Brot"
    assert preview_of("facebook", LONG, "", "Brot").title == ""


def test_of_other_networks_nothing_is_claimed():
    assert preview_of("telegram", LONG, "") is None
    assert preview_of("an unknown one", LONG, "") is None


def test_a_text_folds_between_words_and_never_within_what_people_see_as_one_sign():
    assert before_the_fold("one two three", 9, 0) == "one two"
    assert before_the_fold("one two three", 7, 0) == "one two"
    assert before_the_fold("onetwothree", 6, 0) == "onetwo"
    assert before_the_fold("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, 0) == "👩‍👩‍👧👩‍👩‍👧"


def test_lines_fold_too():
    assert before_the_fold("a\nb\nc\nd", 125, 3) == "a\nb\nc"
    assert preview_of("instagram", "a\nb\nc\nd", "").is_folded
    assert not preview_of("instagram", " a\nb ", "").is_folded


@pytest.mark.parametrize(
    ("link", "text", "site"),
    [
        ("https://www.solvane.de/brot", "", "solvane.de"),
        ("", "Mehr: https://solvane.de/brot", "solvane.de"),
        ("", "Mehr im Laden", ""),
        ("mailto:brot@solvane.de", "", ""),
    ],
)
def test_a_link_gets_a_card_where_the_network_makes_one(link, text, site):
    found = preview_of("facebook", text, link)
    assert found.site == site
    assert bool(found.card) == bool(site)
    assert preview_of("instagram", text, link).site == ""


def test_a_picture_is_cropped_to_what_the_feed_shows():
    found = preview_of("instagram", "", "")
    assert found.shape(1080, 1350) == pytest.approx(0.8)
    assert found.shape(1080, 1920) == pytest.approx(0.8)
    assert found.shape(3000, 1000) == pytest.approx(1.91)
