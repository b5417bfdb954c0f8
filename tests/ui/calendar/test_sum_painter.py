import pytest

from app.domain.flag import Severity
from tests.builders.ui import GERMANY, MARKETS, MONDAY, KeptCards, card, flag, on, recall
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.plan.folding import Folding
from ui.theme import LIGHT


@pytest.fixture
def view(qtbot):
    cards = [card(1, GERMANY, local=on(MONDAY), flags=(flag(),))]
    source = KeptCards(cards, [recall(card(2, GERMANY, local=None), on(MONDAY, 9))])
    model = CalendarModel(source, Period(MONDAY, 1))
    model.show_period(Period(MONDAY, 1), MARKETS)
    made = LanesView(model, LIGHT, lambda *_: (), today=MONDAY)
    made.resize(1400, 500)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def colours(view, row: int) -> set[str]:
    image = view.viewport().grab().toImage()
    top, bottom = view.rowViewportPosition(row), view.rowViewportPosition(row) + view.rowHeight(row)
    return {
        image.pixelColor(x, y).name()
        for x in range(view.columnWidth(0))
        for y in range(top, bottom)
    }


@pytest.mark.left_to_right
def test_a_folded_market_shows_its_gravest_flag_in_the_day(view):
    stripe = LIGHT.severity(Severity.STOP).stripe.name()
    view.folds.fold(Folding(markets=frozenset({GERMANY.id})))
    folded = colours(view, 0)
    assert stripe in folded
    view.selectAll()
    assert LIGHT.accent.name() in colours(view, 0)


@pytest.mark.left_to_right
def test_an_open_region_has_only_a_quiet_head(view):
    view.folds.fold(Folding(by_region=True))
    assert LIGHT.raised.name() in colours(view, 0)
    assert view.rowHeight(0) < view.rowHeight(1)
