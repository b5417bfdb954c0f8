import pytest
from PySide6.QtGui import QImage

from app.domain.channel import Channel
from app.domain.medium import Medium
from tests.ui.direct import a_picture
from ui.post.post_preview import PostPreview, Written
from ui.theme import DARK, LIGHT
from ui.widgets.labels import ElidedLabel

LINK = "https://www.solvane.de/brot"
LONG = "Frisch aus dem Ofen " * 40


@pytest.fixture
def preview(qtbot):
    made = PostPreview(LIGHT)
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    return made


def show(preview, network, **written):
    channel = Channel("c", "DE", network, "Solvane", "@solvane.de")
    preview.show_written(channel, Written(**{"text": LONG} | written))
    return {
        name: preview.findChild(object, f"preview_{name}").isVisibleTo(preview)
        for name in ("text", "picture", "card", "crop")
    }


@pytest.mark.parametrize(
    ("network", "text", "picture", "card"),
    [
        ("x", True, False, True),
        ("facebook", True, False, True),
        ("linkedin", True, False, True),
        ("instagram", True, True, False),
        ("tiktok", False, True, False),
        ("youtube", True, True, False),
        ("pinterest", False, True, False),
        ("push", True, False, False),
        ("google-business", True, True, False),
        ("bluesky", True, False, True),
        ("mastodon", True, False, True),
    ],
)
def test_each_network_shows_what_it_shows(preview, network, text, picture, card):
    seen = show(preview, network, link=LINK, title="Brot")
    assert (seen["text"], seen["picture"], seen["card"]) == (text, picture, card)


def test_a_picture_takes_the_place_of_the_card_and_its_crop_is_said(preview):
    seen = show(preview, "facebook", link=LINK, media=(Medium(digest="d"), Medium(digest="e")))
    assert seen["picture"]
    assert not seen["card"]
    assert not seen["crop"]
    preview.set_images({"d": QImage.fromData(a_picture(300, 900))})
    assert preview.findChild(object, "preview_crop").isVisibleTo(preview)


def test_a_screen_reader_hears_the_words_before_the_fold(preview):
    show(preview, "instagram")
    assert preview.findChild(object, "preview_text").accessibleName().endswith("more")
    show(preview, "tiktok")
    assert "Frisch" in preview.findChild(object, "preview_picture").accessibleName()


def test_it_follows_the_theme_and_claims_nothing_of_unknown_networks(preview):
    show(preview, "x")
    light = preview.grab().toImage()
    preview.set_theme(DARK)
    assert preview.grab().toImage() != light
    show(preview, "telegram")
    assert preview.preview is None
    assert not preview.findChild(object, "preview_text").isVisibleTo(preview)
    assert "Telegram" in preview.findChild(object, "preview_facts").text()
    preview.show_written(None, Written())
    assert preview.preview is None


def test_a_long_name_ends_with_an_ellipsis_and_is_told_whole(preview, qtbot):
    name = "Solvane Deutschland, Österreich und die ganze Schweiz mit allen Cafés"
    preview.show_written(Channel("c", "DE", "facebook", name, "@solvane.de"), Written(LONG))
    shown = preview.findChild(ElidedLabel, "preview_account")
    qtbot.waitUntil(lambda: 0 < shown.width() < 400)
    assert shown.shown.endswith("…")
    assert name in shown.toolTip()
