"""Markets by days on a table, and what a person asks of it."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QRegion
from PySide6.QtWidgets import QApplication

from app.domain.flag import Severity
from tests.builders.ui import FRANCE, GERMANY, MARKETS, MONDAY, KeptCards, approved, card, flag, on
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.cards.dragging import mime_of
from ui.theme import LIGHT

TUESDAY, FRIDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)

FIRST = card(1, GERMANY, local=on(MONDAY, 9), flags=(flag(),))

SECOND = card(2, GERMANY, local=on(MONDAY, 15))

FRENCH = approved(card(3, FRANCE, local=on(TUESDAY), flags=(flag(Severity.NOTE),)))

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Grid:
    """Three markets of one week on the screen, and what was asked of them."""

    def __init__(self, qtbot) -> None:
        self.source = KeptCards([FIRST, SECOND, FRENCH])
        self.model = CalendarModel(self.source, Period(MONDAY, 1))
        self.model.show_period(Period(MONDAY, 1), MARKETS)
        self.view = LanesView(self.model, LIGHT, lambda *_: (), today=MONDAY)
        self.view.resize(1400, 700)
        qtbot.addWidget(self.view)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        self.view.setFocus()
        qtbot.waitUntil(self.view.hasFocus)
        self.opened, self.reviewed, self.wanted = [], [], []
        self.view.post_opened.connect(self.opened.append)
        self.view.review_requested.connect(self.reviewed.append)
        self.view.new_post_requested.connect(lambda *place: self.wanted.append(place))

    def at(self, post) -> QPoint:
        return self.view.visualRect(self.model.index_of(post.id)).center()

    def box_of(self, post) -> QPoint:
        rect = self.view._geometry.card_rect(self.model.index_of(post.id))  # noqa: SLF001
        return self.view._geometry.layout.box_rect(rect).center()  # noqa: SLF001


class Painted(QObject):
    """Collects what of a widget is painted."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.region += event.region()
        return False


def click(qtbot, grid, place, modifier=NONE) -> None:
    """Click at a place of the grid."""
    qtbot.mouseClick(grid.view.viewport(), LEFT, modifier, place)


def send_drag(grid, post, place, action, kind):
    """Send an event of a drag of a post; what is returned must outlive the drag."""
    data = mime_of([post])
    event = kind(QPointF(place) if kind is QDropEvent else place, action, data, LEFT, NONE)
    QApplication.sendEvent(grid.view.viewport(), event)
    return event, data
