from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from tests.builders.hours import GHOST, MORNING
from ui.cards.card_layout import CardLayout, Density
from ui.papers.paper_cards import painters

PLACE = QRect(30, 20, 200, 60)


def image_of(draw) -> QImage:
    picture = QImage(QSize(260, 100), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return picture


def test_cards_and_ghosts_are_drawn_where_they_stand(qapp):
    layout = CardLayout.of(Density.NORMAL, QFont(), Qt.LayoutDirection.LeftToRight)
    cards, ghosts = painters(layout)
    for draw in (
        lambda painter: cards.paint(painter, PLACE, MORNING),
        lambda painter: ghosts.paint(painter, PLACE, GHOST),
    ):
        picture = image_of(draw)
        outside = picture.copy(0, 0, 29, 100)
        assert outside == image_of(lambda _painter: None).copy(0, 0, 29, 100)
        assert picture.copy(PLACE) != image_of(lambda _painter: None).copy(PLACE)


def test_on_paper_nothing_is_chosen_and_the_past_is_as_plain(qapp):
    layout = CardLayout.of(Density.NORMAL, QFont(), Qt.LayoutDirection.LeftToRight)
    cards, _ghosts = painters(layout)
    plain = image_of(lambda painter: cards.paint(painter, PLACE, MORNING))
    assert plain == image_of(
        lambda painter: cards.paint(painter, PLACE, MORNING, is_selected=True, is_past=True)
    )
