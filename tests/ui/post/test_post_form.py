from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.builders import ui_b
from ui.post.post_form import PostForm
from ui.theme import DARK, LIGHT

FULL = ui_b.a_post(
    "Frisch\u00a0aus dem Ofen.",
    title="Brot",
    link="https://solvane.example",
    tags=("brot", "ofen"),
    first_comment="Rezept in der Bio",
    media=ui_b.with_pictures("d1"),
    campaign="Late loaf",
    gloss="Fresh from the oven",
    labels=("café",),
    notes="Ask the shop",
)


@pytest.fixture
def form(qtbot):
    made = PostForm(ui_b.calendar(), LIGHT)
    qtbot.addWidget(made)
    made.resize(380, 900)
    made.show_post(FULL)
    made.show()
    return made


def test_what_is_shown_is_what_stands_in_the_post(form):
    assert {name: FULL.value(name) for name in form.values()} == form.values()


def test_showing_a_post_is_no_edit(form, qtbot):
    with qtbot.assertNotEmitted(form.edited):
        form.show_post(ui_b.a_post("Anderes", language="en"))


@pytest.mark.parametrize(
    "name",
    ["post_name", "post_title", "post_link", "post_campaign", "post_tags", "post_labels"],
)
def test_an_edit_in_any_line_is_told(form, qtbot, name):
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(form.findChild(object, name), "x")


@pytest.mark.parametrize("name", ["post_text", "post_first_comment", "post_gloss", "post_notes"])
def test_an_edit_in_any_text_is_told(form, qtbot, name):
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(form.findChild(object, name), "x")


def test_only_channels_of_the_market_are_offered(form):
    channel = form.findChild(object, "post_channel")
    assert [channel.itemData(row) for row in range(channel.count())] == ["c-de-ig", "c-de-fb"]


def test_another_channel_counts_the_text_in_its_own_way(form, qtbot):
    count = form.findChild(object, "text_count")
    before = count.text()
    with qtbot.waitSignal(form.edited):
        form.findChild(object, "post_channel").give("c-de-fb")
    assert count.text() != before
    assert form.values()["channel"] == "c-de-fb"


def test_a_channel_and_a_language_that_are_gone_stay_as_they_are(form):
    odd = FULL.changed(channel="gone", language="sv")
    form.show_post(odd)
    assert form.values()["channel"] == "gone"
    assert form.values()["language"] == "sv"


def test_the_languages_of_the_market_come_first(form):
    language = form.findChild(object, "post_language")
    assert [language.itemText(row) for row in range(language.count())] == ["German", "French"]


def test_a_new_channel_is_offered_as_soon_as_the_calendar_has_it(form):
    own = replace(ui_b.FACEBOOK, id="c-de-x", network="x", name="X")
    calendar = ui_b.calendar()
    form.set_calendar(replace(calendar, channels=(*calendar.channels, own)))
    form.set_theme(DARK)
    form.show_post(FULL)
    assert form.findChild(object, "post_channel").count() == 3


def test_every_field_has_a_name_for_screen_readers(form):
    for name in ("post_name", "post_channel", "post_text", "post_day", "post_time", "post_link"):
        assert form.findChild(object, name).accessibleName()


def test_what_is_used_rarely_is_folded_away_and_stays_as_it_was_left(form, qtbot):
    assert not form.findChild(object, "post_notes").isVisibleTo(form)
    qtbot.mouseClick(form.team.head, Qt.MouseButton.LeftButton)
    assert form.findChild(object, "post_notes").isVisibleTo(form)
    another = PostForm(ui_b.calendar(), DARK)
    qtbot.addWidget(another)
    assert another.team.is_unfolded
    assert not another.more.is_unfolded


@pytest.mark.in_english
def test_a_folded_part_says_which_fields_are_filled(form):
    form.show_post(ui_b.a_post(campaign="Spring", tags=("bread",), name="", notes="Ask the shop"))
    assert form.more.head.accessibleDescription() == "tags, campaign"
    assert form.team.head.accessibleDescription() == "notes"


def test_a_title_is_asked_for_only_where_one_goes_out_or_stands(form):
    title = form.findChild(object, "post_title")
    form.show_post(ui_b.a_post())
    assert not title.isVisibleTo(form)
    form.show_post(ui_b.a_post(title="Brot"))
    assert title.isVisibleTo(form)


def test_the_preview_follows_the_keys_and_is_gone_where_nothing_is_known(form, qtbot):
    form.preview.head.click()
    words = form.findChild(object, "preview_text")
    assert "Frisch" in words.text()
    qtbot.keyClicks(form.text.editor, "Neu! ")
    assert "Neu! Frisch" in words.text()
    form.show_post(FULL.changed(channel="gone"))
    assert not form.preview.isVisibleTo(form)
