from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from app.commands.views import Stage
from tests.builders import ui_b
from tests.builders.domain import hand_over
from ui.post.post_head import PostHead, place, queued_words
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
QUEUED = hand_over(datetime(2027, 11, 9, 9, 0, tzinfo=UTC))


@pytest.fixture
def head(qtbot):
    made = PostHead(LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 110)
    made.show_post(ui_b.a_view(), ui_b.calendar())
    made.show()
    return made


def part(head, name):
    return head.findChild(object, name)


def test_number_stage_and_place_are_named(head):
    assert part(head, "post_number").text() == "DE-0142"
    assert part(head, "post_stage").accessibleName() == "Waiting for review"
    where = part(head, "post_place")
    assert where.text() == where.toolTip() == "Germany · Instagram · @solvane.de"


def test_a_channel_with_a_name_of_its_own_says_its_network_too():
    channel = replace(ui_b.FACEBOOK, name="Solvane Brot", handle="solvane")
    view = ui_b.a_view(channel=channel)
    assert place(view.card, view.market) == "Germany · Facebook · Solvane Brot · solvane"


@pytest.mark.parametrize(
    ("is_ready", "shown", "signal"),
    [(True, "post_draft", "draft_wanted"), (False, "post_ready", "ready_wanted")],
)
def test_a_post_goes_to_review_and_back(head, qtbot, is_ready, shown, signal):
    head.show_post(
        ui_b.a_view(ui_b.a_post().changed(ready=is_ready), stage=Stage.DRAFT), ui_b.calendar()
    )
    assert part(head, "post_ready").isVisible() is not is_ready
    assert part(head, "post_draft").isVisible() is is_ready
    with qtbot.waitSignal(getattr(head, signal)):
        qtbot.mouseClick(part(head, shown), LEFT)


@pytest.mark.parametrize(
    ("action", "signal"),
    [
        ("post_duplicate", "duplicate_wanted"),
        ("post_to_tray", "tray_wanted"),
        ("post_cancel", "cancel_wanted"),
    ],
)
def test_the_rest_is_in_the_menu(head, qtbot, action, signal):
    with qtbot.waitSignal(getattr(head, signal)):
        head.findChild(QAction, action).trigger()


def test_a_post_in_the_tray_cannot_be_put_there_again(head):
    head.show_post(ui_b.a_view(ui_b.a_post(local=None)), ui_b.calendar())
    assert not head.findChild(QAction, "post_to_tray").isEnabled()


def test_a_new_post_has_no_number_yet(head):
    head.show_new(ui_b.GERMANY)
    head.set_theme(DARK)
    assert part(head, "post_number").text() == "New post"
    assert not part(head, "post_stage").isVisible()
    head.show_post(ui_b.a_view(), ui_b.calendar())
    assert part(head, "post_stage").isVisible()


@pytest.mark.in_english
def test_what_lies_at_the_scheduler_is_told():
    card = ui_b.a_view().card
    assert queued_words(card) == ""
    queued = replace(card, hand_over=QUEUED)
    assert queued_words(queued) == "Queued at the scheduler for Tue 9 Nov, 10:00."
    changed = replace(queued, hand_over_differs=True)
    assert "as it was, for Tue 9 Nov, 10:00: take it out there" in queued_words(changed)


def test_close_and_review_are_asked_for(head, qtbot):
    with qtbot.waitSignal(head.close_wanted):
        qtbot.mouseClick(part(head, "post_close"), LEFT)
    with qtbot.waitSignal(head.review_wanted):
        qtbot.mouseClick(part(head, "post_review"), LEFT)


def test_what_is_queued_can_be_confirmed_as_taken_out(head, qtbot):
    action = part(head, "post_taken_out")
    assert isinstance(action, QAction)
    assert not action.isVisible()
    view = ui_b.a_view()
    head.show_post(replace(view, card=replace(view.card, hand_over=QUEUED)), ui_b.calendar())
    assert action.isVisible()
    with qtbot.waitSignal(head.taken_out_wanted):
        action.trigger()


def test_a_cancelled_post_says_so_and_can_only_be_duplicated(head):
    head.show_post(ui_b.a_view(ui_b.a_post(cancelled=True)), ui_b.calendar())
    assert part(head, "post_number").text() == "DE-0142 · cancelled"
    assert not part(head, "post_stage").isVisible()
    shown = {action.objectName() for action in head.findChildren(QAction) if action.isVisible()}
    assert "post_duplicate" in shown
    assert not {"post_to_tray", "post_cancel", "post_taken_out"} & shown


@pytest.mark.in_english
def test_what_a_move_or_a_step_back_does_to_the_approval_is_said_before(head):
    def words():
        tray = head.findChild(QAction, "post_to_tray").text()
        return tray, head.findChild(object, "post_draft").toolTip()

    head.show_post(ui_b.a_view(), ui_b.calendar())
    assert words() == ("Put in the tray", "Take it back from the reviewers")
    head.show_post(ui_b.approved(ui_b.a_view()), ui_b.calendar())
    tray, draft = words()
    assert tray == "Put in the tray (ends the approval by Marc Fournier)"
    assert "the approval stays" in draft
