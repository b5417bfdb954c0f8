from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.builders import ui_b
from ui.review.review_head import ReviewHead, when, where
from ui.theme import DARK, LIGHT
from ui.widgets.chips import StageBadge

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def head(qtbot):
    made = ReviewHead(LIGHT)
    qtbot.addWidget(made)
    made.show_post(ui_b.a_view())
    made.show()
    return made


@pytest.mark.in_english
def test_the_time_is_told_in_the_zone_of_the_market_and_in_mine():
    assert (
        when(ui_b.a_view().card, "Asia/Tokyo")
        == "Tuesday, 9 November 2027, 10:00 CET, UTC+1 · 18:00 your time"
    )


def test_where_both_clocks_agree_the_time_is_told_once():
    assert "your time" not in when(ui_b.a_view().card, "Europe/Paris")


@pytest.mark.in_english
def test_a_post_without_a_date_says_where_it_waits():
    view = ui_b.a_view(ui_b.a_post(local=None))
    assert when(view.card) == "No date yet: it waits in the tray"


@pytest.mark.in_english
def test_the_place_names_account_and_the_countries_that_it_also_reaches():
    channel = replace(ui_b.INSTAGRAM, reach=("AT", "CH", "ZZ"))
    assert (
        where(ui_b.a_view(channel=channel))
        == "Germany · Instagram · @solvane.de · also reaches Austria, Switzerland, ZZ"
    )


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("next", "next_wanted"),
        ("previous", "previous_wanted"),
        ("panel", "panel_wanted"),
        ("close_button", "close_wanted"),
        ("queue", "queue_wanted"),
    ],
)
def test_every_button_says_what_it_is_for_and_does_it(head, qtbot, button, signal):
    widget = getattr(head, button)
    assert widget.toolTip()
    assert widget.accessibleName()
    assert min(widget.width(), widget.height()) >= 24
    with qtbot.waitSignal(getattr(head, signal)):
        qtbot.mouseClick(widget, LEFT)


def test_it_names_the_post(head):
    assert head.findChild(object, "review_name").text() == "DE-0142"
    head.set_theme(DARK)
    head.set_filled(False)
    assert not head.findChild(object, "review_when").isVisible()


@pytest.mark.in_english
def test_a_cancelled_post_is_named_so_and_waits_for_nobody(head):
    badge = head.findChild(StageBadge)
    assert badge.isVisible()
    head.show_post(ui_b.a_view(replace(ui_b.a_post(), cancelled=True)))
    head.set_filled(True)
    assert head.findChild(object, "review_name").text() == "DE-0142 · cancelled"
    assert not badge.isVisible()
    head.show_post(ui_b.a_view())
    assert badge.isVisible()


def test_in_a_low_window_time_and_place_share_their_lines_and_none_is_lost(head):
    head.resize(600, 80)
    time, place = (head.findChild(object, f"review_{name}") for name in ("when", "where"))
    said, tall = f"{time.text()} · {place.text()}", head.heightForWidth(600)
    head.set_low(is_low=True)
    assert time.text() == said
    assert not place.isVisible()
    assert head.heightForWidth(600) < tall
    head.set_filled(False)
    head.set_filled(True)
    assert not place.isVisible()
    head.set_low(is_low=False)
    assert place.isVisible()
    assert f"{time.text()} · {place.text()}" == said


def test_at_600_pixels_nothing_is_cut(head):
    head.resize(600, 80)
    wanted = head.minimumSizeHint().width()
    head.set_counter("23 of 123, of which a hold had caught some that wait longer than others")
    assert head.minimumSizeHint().width() <= wanted + 10 <= 600
    assert "23 of 123" in head.findChild(QLabel, "review_counter").toolTip()


def test_the_state_of_the_queue_is_shown_without_asking_for_it_again(head, qtbot):
    with qtbot.assertNotEmitted(head.queue_wanted):
        head.show_queue_state(True)
    assert head.queue.isChecked()


def test_where_there_is_no_next_post_its_button_is_shut(head):
    head.set_ways(has_previous=True, has_next=False)
    assert head.previous.isEnabled()
    assert not head.next.isEnabled()
