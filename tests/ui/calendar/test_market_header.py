import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from app.commands.views import DayKnowledge
from app.domain.flag import Severity
from app.domain.hold import Hold, HoldId, Scope
from app.domain.observance import Part
from app.domain.person import PersonId
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    KeptCards,
    many_cards,
    observance,
    utc,
)
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.cards.other_clock import OtherClock
from ui.theme import DARK, LIGHT


@pytest.fixture
def view(qtbot):
    model = CalendarModel(KeptCards(many_cards(MARKETS, MONDAY, 7, 4)), Period(MONDAY, 1))
    model.show_period(Period(MONDAY, 1), MARKETS)
    made = LanesView(model, LIGHT, lambda *_: (), today=MONDAY)
    made.resize(1400, 500)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def hold(scope: Scope, target: str = "", **facts) -> Hold:
    return Hold(
        HoldId(f"{scope}-{target}"),
        scope,
        target,
        "Crisis",
        1,
        PersonId("p"),
        utc(2026, 11, 1),
        **facts,
    )


@pytest.mark.parametrize(
    ("placed", "held"),
    [
        (hold(Scope.EVERYTHING), {GERMANY.id, FRANCE.id, JAPAN.id}),
        (hold(Scope.REGION, "APAC"), {JAPAN.id}),
        (hold(Scope.MARKET, GERMANY.id), {GERMANY.id}),
        (hold(Scope.NETWORK, "x"), set()),
        (hold(Scope.MARKET, GERMANY.id, lifted_seq=9), set()),
    ],
    ids=["everything", "region", "market", "network", "lifted"],
)
def test_a_market_shows_the_holds_that_stop_it_whole(view, placed, held):
    view.market_header.set_holds((placed,))
    found = {one.id for one in (GERMANY, FRANCE, JAPAN) if view.market_header.holds_of(one)}
    assert found == held


def colours(view: LanesView) -> set[str]:
    image = view.market_header.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_a_hold_is_shown_by_its_sign(view):
    sign = LIGHT.severity(Severity.STOP).stripe.name()
    assert sign not in colours(view)
    view.market_header.set_holds((hold(Scope.EVERYTHING),))
    assert sign in colours(view)


def test_the_tooltip_says_zone_months_and_holds(view):
    month = observance(part=Part.BAND, name="Ramadan", why="A month of fasting.")
    view.model().show_days(DayKnowledge(bands={GERMANY.id: (month,)}))
    view.market_header.set_holds((hold(Scope.MARKET, GERMANY.id),))
    header = view.market_header
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(20, 20), header.mapToGlobal(QPoint(20, 20)))
    QApplication.sendEvent(header.viewport(), event)
    for part in ("Germany (DE)", "28 posts", "UTC+", "Ramadan", "On hold: Crisis"):
        assert part in QToolTip.text(), part
    QToolTip.hideText()


def name_is_painted(view: LanesView) -> bool:
    image = view.market_header.viewport().grab().toImage()
    strip = [image.pixelColor(x, y) for x in range(10, image.width() - 10) for y in range(4, 30)]
    return any(colour.lightness() < 80 for colour in strip)


def test_the_name_stays_in_sight_while_its_lanes_are_scrolled(view):
    assert name_is_painted(view)
    view.verticalScrollBar().setValue(view.rowHeight(0) * 2)
    assert name_is_painted(view)


def test_heads_that_moved_with_their_lanes_look_as_if_they_were_painted_anew(view):
    header, bar = view.market_header, view.verticalScrollBar()
    bar.setRange(0, 400)
    for place in (37, 260, 90, 0, 5):
        bar.setValue(place)
        QApplication.processEvents()
        at = header.viewport().mapTo(view, QPoint(0, 0))
        window = view.screen().grabWindow(view.winId(), at.x(), at.y(), *header_size(view))
        assert window.toImage() == painted_anew(view), place


def header_size(view: LanesView) -> tuple[int, int]:
    return view.market_header.viewport().size().toTuple()


def painted_anew(view: LanesView):
    image = view.market_header.viewport().grab().toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def test_it_takes_other_colours(view):
    view.market_header.set_theme(DARK)
    assert DARK.raised.name() in colours(view)


def test_another_clock_is_painted_below_the_zone(view):
    before = view.market_header.viewport().grab().toImage()
    view.set_clock(OtherClock("Asia/Tokyo"))
    assert view.market_header.viewport().grab().toImage() != before
