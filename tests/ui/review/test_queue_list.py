from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.flag import Severity
from app.domain.post import PostId
from tests.builders import ui_b
from ui.review.queue_list import QueueList
from ui.theme import DARK, LIGHT


def card(number, *flags):
    return ui_b.a_view(replace(ui_b.a_post(), id=PostId(f"p{number}"), number=number), flags).card


CARDS = (card(1, ui_b.a_flag(Severity.STOP)), card(2, ui_b.a_flag()), card(3))


@pytest.fixture
def queue(qtbot):
    made = QueueList(LIGHT)
    qtbot.addWidget(made)
    made.resize(264, 300)
    made.set_cards(CARDS, ui_b.MARC_PERSON.id)
    made.show()
    return made


def test_the_posts_stand_in_the_order_in_which_they_were_given(queue):
    assert queue.count() == 3
    spoken = queue.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("DE-0001, Stop, Tue 9 Nov, 10:00")


def test_a_click_chooses_a_post(queue, qtbot):
    with qtbot.waitSignal(queue.post_chosen) as chosen:
        qtbot.mouseClick(
            queue.viewport(),
            Qt.MouseButton.LeftButton,
            pos=queue.visualItemRect(queue.item(1)).center(),
        )
    assert chosen.args == ["p2"]


def test_marking_the_shown_post_does_not_choose_it_again(queue, qtbot):
    with qtbot.assertNotEmitted(queue.post_chosen):
        queue.set_current(PostId("p3"))
    assert queue.currentRow() == 2
    queue.set_current(PostId("elsewhere"))
    assert queue.currentRow() == -1


def test_arrows_walk_through_the_posts_and_letters_are_left_to_the_screen(queue, qtbot):
    queue.set_current(PostId("p1"))
    with qtbot.waitSignal(queue.post_chosen):
        qtbot.keyClick(queue, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(queue.post_chosen):
        qtbot.keyClick(queue, Qt.Key.Key_D)
        qtbot.keyClick(queue, Qt.Key.Key_Space)


def test_own_work_is_said_to_be_ones_own(queue):
    queue.set_cards(CARDS, ui_b.LENA_PERSON.id)
    assert "your own work" in queue.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_stripe_stands_at_the_leading_edge_in_the_colour_of_the_risk(queue, direction):
    queue.setLayoutDirection(direction)
    queue.set_theme(DARK)
    image = queue.grab().toImage()
    row = queue.visualItemRect(queue.item(0))
    at = row.left() + 1 if direction is Qt.LayoutDirection.LeftToRight else row.right() - 1
    assert image.pixelColor(at, row.center().y()) == DARK.severity(Severity.STOP).stripe


def test_every_row_is_large_enough_to_hit(queue):
    assert queue.visualItemRect(queue.item(0)).height() >= 24
