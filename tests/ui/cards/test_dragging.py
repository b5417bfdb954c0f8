import json

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QPixmap

from tests.builders.ui import FRANCE, GERMANY, card
from ui.cards.dragging import MIME_TYPE, Carried, carried_in, drag_picture, mime_of
from ui.theme import LIGHT


def test_a_drag_carries_posts_and_where_they_come_from():
    data = mime_of([card(1, GERMANY), card(2, FRANCE)])
    assert data.formats() == [MIME_TYPE]
    assert carried_in(data) == (
        Carried(card(1, GERMANY).id, GERMANY.id),
        Carried(card(2, FRANCE).id, FRANCE.id),
    )


def test_a_drag_of_something_else_carries_no_posts():
    data = QMimeData()
    data.setText("DE-0142")
    assert carried_in(data) == ()


def test_nothing_but_ids_leaves_in_a_drag():
    stored = json.loads(bytes(mime_of([card(1)]).data(MIME_TYPE).data()))
    assert stored == [[card(1).id, GERMANY.id]]


@pytest.fixture
def picture(qapp):
    made = QPixmap(120, 50)
    made.fill("white")
    return made


def test_one_post_is_shown_as_its_card(picture):
    assert drag_picture(picture, 1, LIGHT, QFont()).cacheKey() == picture.cacheKey()


def test_many_posts_are_shown_as_a_pile_with_their_number(picture):
    pile = drag_picture(picture, 3, LIGHT, QFont("DejaVu Sans", 9))
    assert pile.width() > picture.width()
    image = pile.toImage()
    badge = [image.pixelColor(x, 3).name() for x in range(image.width())]
    assert LIGHT.accent.name() in badge
