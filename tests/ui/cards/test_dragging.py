from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QPixmap

from tests.builders.ui import (
    FRANCE,
    GERMANY,
    MONDAY,
    THE_NINTH,
    card,
    handed_over,
    on,
    utc,
)
from ui.cards.dragging import (
    MIME_TYPE,
    Carried,
    carried_in,
    day_for,
    drag_picture,
    held_first,
    mime_of,
)
from ui.theme import LIGHT


def test_a_drag_carries_posts_and_where_they_come_from():
    queued = handed_over(card(2, FRANCE), utc(2026, 11, 9, 12))
    undated = card(3, local=None)
    data = mime_of([card(1, GERMANY), queued, undated])
    assert data.formats() == [MIME_TYPE]
    assert carried_in(data) == (
        Carried(card(1).id, GERMANY.id, on(THE_NINTH), "Europe/Berlin"),
        Carried(queued.id, FRANCE.id, on(THE_NINTH), "Europe/Paris", True, True),
        Carried(undated.id, GERMANY.id, None, "Europe/Berlin"),
    )


def test_a_drag_of_something_else_carries_no_posts():
    data = QMimeData()
    data.setText("DE-0142")
    assert carried_in(data) == ()


def test_no_word_of_a_post_leaves_in_a_drag():
    stored = bytes(mime_of([card(1)]).data(MIME_TYPE).data()).decode()
    assert card(1).text not in stored
    assert card(1).headline not in stored


def test_the_one_in_the_hand_comes_first():
    first, held = card(1), card(2)
    assert held_first([first, held], held) == [held, first]
    assert held_first([first], held) == [held, first]


def test_others_stay_as_many_days_from_it_as_they_are():
    two_later = THE_NINTH + timedelta(days=2)
    assert day_for(two_later, THE_NINTH, MONDAY) == MONDAY + timedelta(days=2)
    assert day_for(THE_NINTH, two_later, two_later) == THE_NINTH
    assert day_for(None, THE_NINTH, MONDAY) == MONDAY
    assert day_for(THE_NINTH, None, MONDAY) == MONDAY


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
