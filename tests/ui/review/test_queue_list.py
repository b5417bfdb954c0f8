from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from app.commands.queue_groups import Group
from app.commands.review_queue import Hindrance, Waiting
from app.domain.flag import Severity
from app.domain.person import NOBODY
from app.domain.post import PostId
from tests.builders import ui_b
from ui.review.queue_list import QueueList, elided_when
from ui.theme import DARK, LIGHT

DUE = datetime(2027, 11, 8, 9, tzinfo=UTC)


def waiting(number, *flags, **facts):
    post = replace(ui_b.a_post(), id=PostId(f"p{number}"), number=number)
    return replace(Waiting(ui_b.a_view(post, flags).card, DUE, is_overdue=False), **facts)


POSTS = (waiting(1, ui_b.a_flag(Severity.STOP), is_overdue=True), waiting(2, ui_b.a_flag()))
OTHERS = (waiting(3, hindrance=Hindrance.OWN),)
GROUPS = (Group("Overdue", POSTS), Group("Not yours", OTHERS))


@pytest.fixture
def queue(qtbot):
    made = QueueList(LIGHT)
    qtbot.addWidget(made)
    made.resize(264, 400)
    made.set_groups(GROUPS, ui_b.calendar(), NOBODY, 2027)
    made.show()
    return made


def spoken(queue, row):
    return queue.item(row).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.in_english
def test_the_posts_stand_under_their_headings_in_the_order_in_which_they_were_given(queue):
    assert queue.count() == 5
    assert queue.item(0).text() == "Overdue · 2"
    assert spoken(queue, 1).startswith("DE-0001, Stop, Tue 9 Nov, 10:00")
    assert queue.item(3).text() == "Not yours · 1"


@pytest.mark.in_english
def test_overdue_and_whose_it_is_are_said(queue):
    assert "Overdue since" in spoken(queue, 1)
    assert "Decide by" in spoken(queue, 2)
    assert "Your own work" in spoken(queue, 4)
    queue.set_groups(
        (Group("x", (waiting(1, assignee=ui_b.MARC_PERSON.id),)),), ui_b.calendar(), NOBODY, 2027
    )
    assert ui_b.MARC_PERSON.name in spoken(queue, 1)


def test_a_heading_is_no_post(queue, qtbot):
    with qtbot.assertNotEmitted(queue.post_chosen):
        qtbot.mouseClick(
            queue.viewport(),
            Qt.MouseButton.LeftButton,
            pos=queue.visualItemRect(queue.item(3)).center(),
        )


def test_a_click_chooses_a_post(queue, qtbot):
    with qtbot.waitSignal(queue.post_chosen) as chosen:
        qtbot.mouseClick(
            queue.viewport(),
            Qt.MouseButton.LeftButton,
            pos=queue.visualItemRect(queue.item(2)).center(),
        )
    assert chosen.args == ["p2"]


def test_marking_the_shown_post_does_not_choose_it_again(queue, qtbot):
    with qtbot.assertNotEmitted(queue.post_chosen):
        queue.set_current(PostId("p3"))
    assert queue.currentRow() == 4
    for nowhere in (PostId("elsewhere"), None):
        queue.set_current(nowhere)
        assert queue.currentRow() == -1


def test_arrows_walk_over_headings_and_letters_are_left_to_the_screen(queue, qtbot):
    queue.set_current(PostId("p2"))
    with qtbot.waitSignal(queue.post_chosen) as chosen:
        qtbot.keyClick(queue, Qt.Key.Key_Down)
    assert chosen.args == ["p3"]
    with qtbot.assertNotEmitted(queue.post_chosen):
        qtbot.keyClick(queue, Qt.Key.Key_D)
        qtbot.keyClick(queue, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_stripe_stands_at_the_leading_edge_in_the_colour_of_the_risk(queue, direction):
    queue.setLayoutDirection(direction)
    queue.set_theme(DARK)
    image = queue.grab().toImage()
    row = queue.visualItemRect(queue.item(1))
    at = row.left() + 1 if direction is Qt.LayoutDirection.LeftToRight else row.right() - 1
    assert image.pixelColor(at, row.center().y()) == DARK.severity(Severity.STOP).stripe


def test_every_row_is_large_enough_to_hit(queue):
    assert queue.visualItemRect(queue.item(1)).height() >= 24


@pytest.mark.in_english
def test_a_post_of_another_year_says_so(queue):
    year = GROUPS[0].posts[0].card.local.year
    assert str(year) not in spoken(queue, 1)
    queue.set_groups(GROUPS, ui_b.calendar(), NOBODY, year - 1)
    assert str(year) in spoken(queue, 1)


def test_in_large_letters_a_moment_never_runs_over_the_number_before_it(qapp):
    metrics = QFontMetrics(QFont())
    when = "Wed, 20 Oct 2027, 09:00"
    for room in (0, 40, 90, 400):
        shown = elided_when(when, metrics, room)
        assert metrics.horizontalAdvance(shown) <= max(room, metrics.horizontalAdvance("…"))
    assert elided_when(when, metrics, 400) == when
