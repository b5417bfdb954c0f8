from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.domain.flag import Severity
from tests.ui.leaving.kit import ALL, BERLIN, NOW
from ui.leaving.leaving_delegate import LeavingDelegate
from ui.leaving.leaving_list import LeavingList
from ui.leaving.leaving_model import LeavingModel
from ui.theme import DARK, LIGHT


@pytest.fixture
def shown(qtbot):
    made = LeavingList(LeavingModel(BERLIN), LIGHT)
    made.resize(1000, 600)
    qtbot.addWidget(made)
    made.show_entries(ALL, NOW)
    made.show()
    qtbot.waitExposed(made)
    return made


def colours(image: QImage, left: int, right: int) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(left, right) for y in range(image.height())
    }


def test_now_is_a_line_in_the_accent(shown):
    image = shown.viewport().grab().toImage()
    assert LIGHT.accent.name() in colours(image, image.width() - 60, image.width() - 30)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_worst_flag_is_a_stripe_where_the_row_begins(shown, direction):
    shown.setLayoutDirection(direction)
    image = shown.viewport().grab().toImage()
    width = image.width()
    is_left = direction is Qt.LayoutDirection.LeftToRight
    start = colours(image, 0, 4) if is_left else colours(image, width - 4, width)
    assert LIGHT.severity(Severity.STOP).stripe.name() in start


def test_it_takes_other_colours_and_fits_a_narrow_window(shown):
    shown.set_theme(DARK)
    shown.resize(420, 600)
    image = shown.viewport().grab().toImage()
    assert DARK.surface.name() in colours(image, 0, 300)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_beside_an_open_panel_no_words_lie_over_others(shown, direction, monkeypatch):
    shown.setLayoutDirection(direction)
    shown.resize(199, 600)
    rows = {}

    def noted(self, painter, option, room, words, **looks):
        rows.setdefault(option.rect.top(), []).append((words, room))
        return written(self, painter, option, room, words, **looks)

    written = LeavingDelegate._write  # noqa: SLF001 - what it writes is what is looked at
    monkeypatch.setattr(LeavingDelegate, "_write", noted)
    shown.viewport().grab()
    posts = [row for row in rows.values() if len(row) > 2]
    assert posts
    for lines in posts:
        places = [room for words, room in lines if words]
        assert all(room.width() > 30 for room in places), lines
        assert not any(one.intersects(other) for one, other in combinations(places, 2)), lines
