import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.builders.ui import MONDAY, card, on, recall
from ui.cards import ghost_painter
from ui.cards.card_layout import CardLayout, Density
from ui.cards.ghost_painter import GhostPainter
from ui.theme import DARK, LIGHT

SIZE = QSize(180, 66)
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
GHOST = recall(card(1), on(MONDAY, 10))


def painter(theme=LIGHT, density=Density.NORMAL, direction=LTR) -> GhostPainter:
    return GhostPainter(theme, CardLayout.of(density, QFont("DejaVu Sans", 9), direction), 1.0)


def picture(ghosts: GhostPainter, ghost=GHOST, **how) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    paint = QPainter(image)
    ghosts.paint(paint, QRect(QPoint(0, 0), SIZE), ghost, **how)
    paint.end()
    return image


def colours(image: QImage, rect: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("density", list(Density))
def test_a_ghost_is_a_broken_frame_without_stripe_and_with_words(theme, density, qapp):
    image = picture(painter(theme, density))
    assert len({image.pixelColor(x, 0).name() for x in range(20, 160)}) > 1
    assert theme.severity(None).stripe.name() not in colours(image, QRect(2, 10, 2, 40))
    assert len(colours(image, image.rect())) > 20


def test_a_ghost_reads_from_the_right_where_people_do(qapp):
    left, right = QRect(6, 22, 40, 16), QRect(134, 22, 40, 16)
    ghost = recall(card(1, headline="Tea", text="Tea"), on(MONDAY, 10))
    plain, mirrored = (picture(painter(direction=direction), ghost) for direction in (LTR, RTL))
    assert len(colours(plain, left)) > len(colours(plain, right)) == 1
    assert len(colours(mirrored, right)) > len(colours(mirrored, left)) == 1


def test_a_selected_ghost_is_framed_by_the_accent(qapp):
    top = {picture(painter(), is_selected=True).pixelColor(x, 1).name() for x in range(20, 160)}
    assert LIGHT.accent.name() in top


def test_what_was_painted_once_is_kept_until_there_is_too_much_of_it(qapp, monkeypatch):
    monkeypatch.setattr(ghost_painter, "KEPT", 1)
    ghosts, other = painter(), recall(card(2), on(MONDAY, 11))
    first = picture(ghosts)
    assert picture(ghosts) == first
    assert picture(ghosts, other) != first
    assert picture(ghosts) == first
