import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from ui.widgets.house_drawing import SHORTEST_HANDLE, draw_scroll_bar, scroll_bar_part

SLIDER = QStyle.SubControl.SC_ScrollBarSlider
GROOVE = QStyle.SubControl.SC_ScrollBarGroove
BEFORE = QStyle.SubControl.SC_ScrollBarSubPage
BEHIND = QStyle.SubControl.SC_ScrollBarAddPage
ARROW = QStyle.SubControl.SC_ScrollBarAddLine


def bar(position: int = 0, maximum: int = 1000, *, upright: bool = True) -> QStyleOptionSlider:
    option = QStyleOptionSlider()
    option.rect = QRect(0, 0, 12, 400) if upright else QRect(0, 0, 400, 12)
    option.orientation = Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
    option.minimum, option.maximum, option.pageStep = 0, maximum, 400
    option.sliderPosition = position
    return option


@pytest.mark.parametrize("position", [0, 250, 1000])
def test_handle_and_pages_fill_the_whole_bar(position, qapp):
    option = bar(position)
    heights = [scroll_bar_part(option, part).height() for part in (BEFORE, SLIDER, BEHIND)]
    assert sum(heights) == 400
    assert scroll_bar_part(option, GROOVE) == option.rect


def test_the_handle_stands_at_the_ends_of_its_way(qapp):
    assert scroll_bar_part(bar(0), SLIDER).top() == 0
    assert scroll_bar_part(bar(1000), SLIDER).bottom() == 399


def test_the_handle_never_gets_too_short_to_grasp(qapp):
    assert scroll_bar_part(bar(0, 10**6), SLIDER).height() == SHORTEST_HANDLE


def test_a_bar_with_nothing_to_scroll_is_all_handle(qapp):
    assert scroll_bar_part(bar(0, 0), SLIDER).height() == 400


def test_there_are_no_arrows(qapp):
    assert scroll_bar_part(bar(), ARROW).isEmpty()


@pytest.mark.left_to_right
def test_from_right_to_left_the_handle_starts_at_the_right(qapp):
    option = bar(upright=False)
    assert scroll_bar_part(option, SLIDER).left() == 0
    option.direction = Qt.LayoutDirection.RightToLeft
    assert scroll_bar_part(option, SLIDER).right() == 399


@pytest.mark.parametrize("upright", [True, False], ids=["upright", "level"])
def test_a_handle_of_any_length_is_one_shape_with_round_ends(upright, qapp):
    option = bar(300, upright=upright)
    option.state = QStyle.StateFlag.State_MouseOver  # then it lets nothing through
    picture = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    draw_scroll_bar(option, painter)
    painter.end()
    handle = scroll_bar_part(option, SLIDER).adjusted(3, 3, -3, -3)
    ink = option.palette.color(QPalette.ColorRole.Mid)
    ground = option.palette.color(QPalette.ColorRole.Window)
    middle = handle.center()
    along = (
        [QPoint(middle.x(), y) for y in range(handle.top() + 1, handle.bottom())]
        if upright
        else [QPoint(x, middle.y()) for x in range(handle.left() + 1, handle.right())]
    )
    assert {picture.pixelColor(place).name() for place in along} == {ink.name()}
    for corner in (handle.topLeft(), handle.bottomRight()):
        assert picture.pixelColor(corner).lightness() > (ink.lightness() + ground.lightness()) / 2
