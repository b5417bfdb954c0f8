"""Which events are shown: by kind, person, market and day."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from app.commands.history_pages import Kind, Wanted, kind_name
from app.commands.views import CalendarView
from app.domain.market import MarketId
from app.domain.person import PersonId
from app.domain.post import PostId
from app.wording import _
from ui.theme import Space


class Span(Enum):
    """How far back one looks."""

    ANY = None
    TODAY = 0
    WEEK = 6
    MONTH = 29
    ONE_DAY = -1


class HistoryFilter(QWidget):
    """Boxes for all that narrows the history; `asked` tells that something else is wanted."""

    asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._kind = _box("history_kind", _("What happened"))
        self._person = _box("history_person", _("Person"))
        self._market = _box("history_market", _("Market"))
        self._span = _box("history_span", _("When"))
        _fill(
            self._kind,
            [(_("Everything"), None), *((kind_name(kind), kind) for kind in Kind)],
        )
        _fill(self._span, [(words, span) for span, words in _span_words().items()])
        self._day = QDateEdit(QDate(today.year, today.month, today.day))
        self._day.setObjectName("history_day")
        self._day.setAccessibleName(_("Day"))
        self._day.setCalendarPopup(True)
        self._day.setKeyboardTracking(False)
        self._day.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for box in (self._kind, self._person, self._market, self._span):
            row.addWidget(box)
            box.currentIndexChanged.connect(self._on_changed)
        row.addWidget(self._day)
        row.addStretch(1)
        self._day.dateChanged.connect(self._on_changed)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Offer other people and markets; what is chosen stays."""
        people = [(person.name, person.id) for person in calendar.people]
        _fill(self._person, [(_("Everybody"), None), *people])
        markets = [(market.name, market.id) for market in calendar.markets]
        _fill(self._market, [(_("All markets"), None), *markets])

    def wanted(self, post: PostId | None = None) -> Wanted:
        """Return what is chosen, of a post where one is given."""
        kind, person, market = (
            box.currentData() for box in (self._kind, self._person, self._market)
        )
        first, last = self._days()
        return Wanted(
            kind=Kind(kind) if kind is not None else None,  # Qt gives back the plain text
            person=PersonId(person) if person is not None else None,
            market=MarketId(market) if market is not None and post is None else None,
            post=post,
            first=first,
            last=last,
        )

    def clear(self) -> None:
        """Want everything again."""
        for box in (self._kind, self._person, self._market, self._span):
            box.setCurrentIndex(0)

    def choose_kind(self, kind: Kind) -> None:
        """Want only events of a kind."""
        self._kind.setCurrentIndex(1 + list(Kind).index(kind))

    def show_market(self, *, shows: bool) -> None:
        """Offer markets, or not: a post belongs to one."""
        self._market.setVisible(shows)

    def _days(self) -> tuple[date | None, date | None]:
        match self._span.currentData():
            case Span.ANY:
                return None, None
            case Span.ONE_DAY:
                chosen = self._day.date()
                day = date(chosen.year(), chosen.month(), chosen.day())
                return day, day
            case span:
                return self._today - timedelta(days=span.value), None

    def _on_changed(self) -> None:
        self._day.setVisible(self._span.currentData() is Span.ONE_DAY)
        self.asked.emit()


def _span_words() -> dict[Span, str]:
    return {
        Span.ANY: _("At any time"),
        Span.TODAY: _("Today"),
        Span.WEEK: _("In the last 7 days"),
        Span.MONTH: _("In the last 30 days"),
        Span.ONE_DAY: _("On one day…"),
    }


def _box(name: str, spoken: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    return box


def _fill(box: QComboBox, entries: Iterable[tuple[str, object]]) -> None:
    """Show other entries without telling; what was chosen stays chosen where it still is there."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    row = 0
    for number, (words, value) in enumerate(entries):
        box.addItem(words, value)
        if value == chosen:
            row = number
    box.setCurrentIndex(row)
    box.blockSignals(False)
