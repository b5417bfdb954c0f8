from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from app.commands.views import Stage
from app.domain.flag import Severity
from tests.builders.ui import MARKETS, MONDAY, approved, card, flag, many_cards
from ui.cards import card_painter
from ui.cards.card_layout import CardLayout, Density
from ui.cards.card_painter import CardPainter
from ui.theme import DARK, LIGHT

SIZE = QSize(140, 60)
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def painter(theme=LIGHT, density=Density.NORMAL, direction=LTR, ratio=1.0) -> CardPainter:
    layout = CardLayout.of(density, QFont("DejaVu Sans", 9), direction)
    return CardPainter(theme, layout, ratio)


def picture(made, cards: CardPainter, size=SIZE, **how) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    paint = QPainter(image)
    cards.paint(paint, QRect(QPoint(0, 0), size), made, **how)
    paint.end()
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("severity", [None, *Severity])
def test_a_card_wears_tint_and_stripe_of_its_severity(theme, severity, qapp):
    flags = () if severity is None else (flag(severity),)
    image = picture(card(1, flags=flags), painter(theme))
    style = theme.severity(severity)
    assert image.pixelColor(SIZE.width() - 6, 24) == style.background
    assert image.pixelColor(2, 30) == style.stripe


def test_the_stripe_changes_sides_from_right_to_left(qapp):
    image = picture(card(1, flags=(flag(),)), painter(direction=RTL))
    assert image.pixelColor(SIZE.width() - 3, 30) == LIGHT.severity(Severity.STOP).stripe


def test_only_an_approved_card_has_its_box_filled(qapp):
    cards = painter()
    box = cards.layout.box_rect(QRect(QPoint(0, 0), SIZE))
    corner = QPoint(box.left() + 2, box.top() + 2)
    assert picture(approved(card(1)), cards).pixelColor(corner) == LIGHT.accent
    assert picture(card(2), cards).pixelColor(corner) != LIGHT.accent


def test_a_draft_has_a_broken_border(qapp):
    def border(stage: Stage) -> set[str]:
        image = picture(card(1, stage=stage), painter())
        return {image.pixelColor(x, 0).name() for x in range(20, 120)}

    assert len(border(Stage.DRAFT)) > len(border(Stage.WAITING))


def test_a_selected_card_is_framed_by_the_accent(qapp):
    image = picture(card(1), painter(), is_selected=True)
    assert image.pixelColor(SIZE.width() // 2, 1) == LIGHT.accent


def test_a_card_of_the_past_is_dimmed(qapp):
    plain = picture(card(1, flags=(flag(),)), painter())
    past = picture(card(1, flags=(flag(),)), painter(), is_past=True)
    at = QPoint(2, 30)
    assert past.pixelColor(at).lightness() > plain.pixelColor(at).lightness()


def test_cards_that_look_alike_share_their_background(qapp):
    cards = painter()
    for number in range(30):
        picture(card(number), cards)
    assert len(cards._backgrounds) == 1  # noqa: SLF001


def test_a_changed_card_is_painted_anew(qapp):
    cards = painter()
    before = picture(card(1), cards)
    assert picture(replace(card(1), headline="Other", text="Other words"), cards) != before


def test_the_same_card_is_arranged_once(qapp, monkeypatch):
    arranged = []
    real = card_painter.arrange
    monkeypatch.setattr(card_painter, "arrange", lambda *facts: arranged.append(1) or real(*facts))
    cards, made = painter(), card(1)
    for _time in range(5):
        picture(made, cards)
    assert len(arranged) == 1


def test_what_is_kept_does_not_grow_for_ever(qapp, monkeypatch):
    monkeypatch.setattr(card_painter, "KEPT_BACKGROUNDS", 20)
    monkeypatch.setattr(card_painter, "KEPT_PIXELS", 20 * SIZE.width() * SIZE.height())
    cards = painter()
    for made in many_cards(MARKETS, MONDAY, 7, 3):
        picture(made, cards)
    assert len(cards._painted) <= 20  # noqa: SLF001
    assert len(cards._backgrounds) <= 20  # noqa: SLF001


def test_what_was_shown_last_is_kept_while_others_are_drawn_ahead(qapp, monkeypatch):
    monkeypatch.setattr(card_painter, "KEPT_PIXELS", 3 * SIZE.width() * SIZE.height())
    cards, shown = painter(), card(1)
    others = [card(number) for number in range(2, 9)]
    for other in others:
        picture(shown, cards)
        cards.prepare(other, SIZE)
    arranged = []
    real = card_painter.arrange
    monkeypatch.setattr(card_painter, "arrange", lambda *facts: arranged.append(1) or real(*facts))
    picture(shown, cards)
    cards.prepare(others[-1], SIZE)
    assert arranged == []
    cards.prepare(others[0], SIZE)
    assert arranged == [1], "it had to go"


def test_a_picture_for_a_drag_is_sharp_on_a_dense_screen(qapp):
    made = painter(ratio=2.0).picture(card(1), SIZE)
    assert made.width() == 2 * SIZE.width()
    assert made.deviceIndependentSize().toSize() == SIZE


def test_right_to_left_words_end_at_the_right_edge_of_the_card(qapp):
    def ink(text: str) -> tuple[int, int]:
        image = picture(card(1, headline=text, text=text), painter(), QSize(240, 60))
        rows = range(22, 38)
        columns = [
            x for x in range(12, 232) if any(image.pixelColor(x, y).lightness() < 100 for y in rows)
        ]
        return min(columns) - 12, 231 - max(columns)

    left, right = ink("Tea")
    assert left < right
    left, right = ink("شاي")
    assert right < left
