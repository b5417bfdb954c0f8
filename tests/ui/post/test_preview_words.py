import pytest
from PySide6.QtCore import QSize, Qt

from app.commands.previews import preview_of
from app.domain.channel import Channel
from ui.post.preview_words import (
    account_handle,
    account_name,
    crop_words,
    direction_of,
    facts_of,
    folded_html,
    no_preview_words,
    spoken,
)

LONG = "Frisch aus dem Ofen " * 20

pytestmark = pytest.mark.in_english


def on(network, text="", link=""):
    return preview_of(network, text, link)


def test_an_account_goes_by_its_name_or_else_by_its_handle():
    own = Channel("c", "DE", "facebook", "Solvane Berlin", "@solvane.de")
    assert (account_name(own), account_handle(own)) == ("Solvane Berlin", "@solvane.de")
    bare = Channel("c", "DE", "x", "X", "@solvane.de")
    assert (account_name(bare), account_handle(bare)) == ("solvane.de", "")
    nameless = Channel("c", "DE", "instagram", "Instagram")
    assert (account_name(nameless), account_handle(nameless)) == ("Instagram", "")


@pytest.mark.parametrize("network", ["instagram", "threads", "tiktok"])
def test_where_the_feed_shows_handles_an_account_goes_by_its_own(network):
    own = Channel("c", "DE", network, "Solvane Berlin", "@solvane.de")
    assert (account_name(own), account_handle(own)) == ("solvane.de", "")
    assert account_name(Channel("c", "DE", network, "Solvane Berlin")) == "Solvane Berlin"


def test_a_notice_only_ends_where_it_is_cut():
    notice = on("push", LONG)
    assert folded_html(notice, "#555").endswith("…</span>")
    assert spoken(notice).endswith(" …")


def test_what_is_folded_ends_with_more_for_eyes_and_ears():
    folded = on("instagram", LONG)
    assert "… more" in folded_html(folded, "#555")
    assert spoken(folded).endswith("… more")
    whole = on("instagram", "Brot")
    assert folded_html(whole, "#555", "solvane") == "<b>solvane</b> Brot"
    assert spoken(whole) == "Brot"


def test_what_looks_like_markup_is_shown_as_it_stands():
    assert folded_html(on("x", "<b>fett</b>\nneu"), "#555") == "&lt;b&gt;fett&lt;/b&gt;<br>neu"


def test_it_says_how_sure_it_is():
    assert facts_of(on("instagram")).startswith(
        "Roughly like this. It folds after about 125 characters. Source: Instagram Help"
    )
    assert "Nothing folds" in facts_of(on("x"))
    assert "It folds after 25 lines." in facts_of(on("bluesky"))
    assert "The text is seen after a tap." in facts_of(on("pinterest"))


def test_where_nothing_is_known_one_sentence_says_so():
    assert no_preview_words("telegram").startswith("There is no preview for Telegram: how much")


def test_where_a_picture_is_cropped_is_said():
    found = on("instagram")
    assert "above and below" in crop_words(found, QSize(1080, 1920))
    assert "both sides" in crop_words(found, QSize(3000, 1000))
    assert crop_words(found, QSize(1080, 1350)) == ""
    assert crop_words(found, QSize()) == ""


def test_a_text_is_read_in_its_own_direction():
    assert direction_of("🍎 تفاح") is Qt.LayoutDirection.RightToLeft
    assert direction_of("1. Brot تفاح") is Qt.LayoutDirection.LeftToRight
    assert direction_of("") is Qt.LayoutDirection.LeftToRight
