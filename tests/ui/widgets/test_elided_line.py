from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.theme import TextRole
from ui.widgets.elided_line import write_line

PLACE = QRect(10, 5, 80, 60)


def written(text: str) -> tuple[QRect, QImage]:
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    line = write_line(painter, QStyleOptionViewItem(), TextRole.BODY, PLACE, text)
    painter.end()
    return line, image


def test_a_line_takes_its_height_at_the_top_of_the_place(qapp):
    line, image = written("Words")
    assert line.topLeft() == PLACE.topLeft()
    assert 0 < line.height() < PLACE.height()
    assert image != written("")[1]


def test_a_long_line_stays_inside_its_place(qapp):
    _line, image = written("words " * 40)
    beside = image.copy(PLACE.right() + 2, 0, 100, 80)
    assert beside == written("")[1].copy(PLACE.right() + 2, 0, 100, 80)
