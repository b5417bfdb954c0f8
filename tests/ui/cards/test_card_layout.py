from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont

from ui.cards.card_layout import STRIPE, TARGET, CardLayout, Density

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
CARD = QRect(100, 50, 140, 60)
ALL = pytest.mark.parametrize("density", Density)


def layout(density=Density.NORMAL, points=9, direction=LTR) -> CardLayout:
    return CardLayout.of(density, QFont("DejaVu Sans", points), direction)


@ALL
def test_sizes_grow_with_the_font(density, qapp):
    small, large = layout(density, 9), layout(density, 14)
    assert large.lane_height > small.lane_height
    assert large.column_width > small.column_width
    assert large.strip_height > small.strip_height


def test_more_density_means_lower_lanes(qapp):
    heights = [layout(one).lane_height for one in Density]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3


@ALL
@pytest.mark.parametrize("direction", [LTR, RTL])
def test_everything_lies_inside_the_card(density, direction, qapp):
    made = layout(density, direction=direction)
    card = QRect(100, 50, made.column_width, made.lane_height - 4)
    for number in range(made.lines):
        assert card.contains(made.line_rect(card, number))
    assert card.contains(made.box_rect(card))
    assert card.contains(made.stripe_rect(card))


@ALL
def test_the_box_is_a_target_that_can_be_hit(density, qapp):
    made = layout(density)
    target = made.box_target(CARD)
    assert target.width() >= TARGET
    assert target.height() >= TARGET
    assert target.contains(made.box_rect(CARD))


def test_lines_do_not_overlap(qapp):
    made = layout(Density.ROOMY)
    rects = [made.line_rect(CARD, number) for number in range(made.lines)]
    assert not any(one.intersects(other) for one, other in pairwise(rects))


def test_right_to_left_is_the_mirror_image(qapp):
    ltr, rtl = layout(), layout(direction=RTL)
    assert ltr.stripe_rect(CARD).left() == CARD.left()
    assert rtl.stripe_rect(CARD).right() == CARD.right()
    assert ltr.stripe_rect(CARD).width() == rtl.stripe_rect(CARD).width() == STRIPE
    mirrored = CARD.left() + CARD.right() - ltr.box_rect(CARD).right()
    assert rtl.box_rect(CARD).left() == mirrored


def test_room_is_taken_from_the_start_and_the_end(qapp):
    room = QRect(0, 0, 100, 20)
    assert layout().without_start(room, 30) == QRect(30, 0, 70, 20)
    assert layout().without_end(room, 30) == QRect(0, 0, 70, 20)
    rtl = layout(direction=RTL)
    assert rtl.without_start(room, 30) == QRect(0, 0, 70, 20)
    assert rtl.without_end(room, 30) == QRect(30, 0, 70, 20)


def test_below_the_names_of_days_the_card_keeps_its_height(qapp):
    made = layout()
    plain = made.card_rect(QRect(0, 0, 120, made.lane_height))
    named = made.card_rect(
        QRect(0, 0, 120, made.lane_height + made.strip_height), made.strip_height
    )
    assert plain.height() == named.height()
    assert named.top() == plain.top() + made.strip_height
