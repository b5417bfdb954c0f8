"""Cards of the periods beside the one in view, drawn while nothing else is to be done."""

from datetime import timedelta

import pytest

from tests.builders.ui import FRANCE, GERMANY, MARKETS, MONDAY, KeptCards, card, on
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.paint_ahead import PaintAhead
from ui.calendar.period import Period
from ui.calendar.period_posts import PeriodPosts
from ui.cards import card_painter
from ui.theme import LIGHT

NEXT = Period(MONDAY + timedelta(days=7), 1)
COMING = tuple(card(number, GERMANY, local=on(NEXT.first, number)) for number in range(1, 5))


@pytest.fixture
def view(qtbot):
    model = CalendarModel(KeptCards(COMING), Period(MONDAY, 1))
    model.show_period(Period(MONDAY, 1), MARKETS)
    made = LanesView(model, LIGHT, lambda *_: (), today=MONDAY)
    made.resize(1400, 700)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def drawn(monkeypatch, view):
    """Collect the posts of which a card is drawn, in order."""
    found = []
    plain = card_painter.arrange
    view.viewport().repaint()
    monkeypatch.setattr(
        card_painter, "arrange", lambda one, *rest: found.append(one.id) or plain(one, *rest)
    )
    return found


def test_cards_that_were_drawn_ahead_are_not_drawn_when_they_come(qtbot, view, drawn):
    ahead = PaintAhead(view)
    ahead.draw(NEXT, COMING)
    qtbot.waitUntil(lambda: not ahead.is_active)
    assert drawn == [one.id for one in COMING]
    view.model().show_period(NEXT, MARKETS, PeriodPosts.of(NEXT, COMING))
    view.viewport().repaint()
    assert drawn == [one.id for one in COMING]


def test_what_stands_in_markets_out_of_view_is_left(qtbot, view, drawn):
    view.model().show_period(Period(MONDAY, 1), (GERMANY,))
    french = card(9, FRANCE, local=on(NEXT.first, 9))
    ahead = PaintAhead(view)
    ahead.draw(NEXT, (french, COMING[0]))
    qtbot.waitUntil(lambda: not ahead.is_active)
    assert drawn == [COMING[0].id]


def test_once_stopped_it_draws_nothing(qtbot, view, drawn):
    ahead = PaintAhead(view)
    ahead.draw(NEXT, COMING)
    ahead.stop()
    qtbot.wait(30)
    assert drawn == []
    assert not ahead.is_active
