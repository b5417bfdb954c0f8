"""What shall go on paper: which view, which days, which market, and on what size of sheet."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from app.domain.market import Market
from app.wording import _
from ui.papers.contents import PaperKind, PaperWish
from ui.papers.paper_words import kind_name, post_named
from ui.plan.plan_view import Span
from ui.theme import Space
from ui.widgets.day_span import DaySpan
from ui.widgets.market_choice import MarketChoice


class PaperOptions(QWidget):
    """A form; `changed` tells of each choice."""

    changed = Signal()

    def __init__(self, wish: PaperWish, markets: Sequence[Market]) -> None:
        """Begin with what the window shows; offer these markets."""
        super().__init__()
        self._markets = tuple(markets)
        self._first = wish
        self._kind = QComboBox()
        self._kind.setObjectName("paper_kind")
        for kind in PaperKind:
            if kind.has_days or kind is wish.kind is not PaperKind.POST:
                self._kind.addItem(kind_name(kind), kind)
        if wish.post is not None:
            self._kind.insertItem(0, post_named(wish.post), PaperKind.POST)
        self._kind.setCurrentIndex(self._kind.findData(wish.kind))
        self._days = DaySpan(wish.span.first, wish.span.last, self)
        self._market = MarketChoice()
        self._market.setObjectName("paper_market")
        self._market.set_markets(markets)
        self._market.choose(wish.markets[0].id if wish.markets else None)
        self._size = QComboBox()
        self._size.setObjectName("paper_size")
        for size in _sizes():
            self._size.addItem(QPageSize.name(size), size)
        self._texts = QCheckBox(_("Whole texts on pages behind"))
        self._texts.setObjectName("paper_texts")
        self._texts.setChecked(wish.has_texts)
        self._lay_out()
        self._connect()
        self._show_for_kind()

    @property
    def wish(self) -> PaperWish:
        """What is chosen now."""
        kind = PaperKind(self._kind.currentData())
        markets = self._markets
        if kind is PaperKind.MONTH:
            markets = tuple(one for one in markets if one.id == self._market.market)
        span = Span(self._days.first, self._days.last) if kind.has_days else self._first.span
        return replace(
            self._first, kind=kind, span=span, markets=markets, has_texts=self._texts.isChecked()
        )

    @property
    def page_size(self) -> QPageSize:
        """On what it is printed."""
        return QPageSize(self._size.currentData())

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(Space.S)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form = form
        form.addRow(_("Show"), self._kind)
        form.addRow(_("From"), self._days.first_field)
        form.addRow(_("To"), self._days.last_field)
        form.addRow(_("Market"), self._market)
        form.addRow(_("Sheet"), self._size)
        form.addRow(self._texts)

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._on_kind)
        self._days.changed.connect(self.changed)
        self._market.chosen.connect(self.changed)
        self._size.currentIndexChanged.connect(self.changed)
        self._texts.toggled.connect(self.changed)

    def _on_kind(self) -> None:
        self._show_for_kind()
        self.changed.emit()

    def _show_for_kind(self) -> None:
        kind = self.wish.kind
        self._form.setRowVisible(self._market, kind is PaperKind.MONTH)
        self._form.setRowVisible(self._texts, kind.shortens)
        for field in (self._days.first_field, self._days.last_field):
            self._form.setRowVisible(field, kind.has_days)


def _sizes() -> list[QPageSize.PageSizeId]:
    """Return the sizes of sheets, that of the reader's country first."""
    ids = [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3, QPageSize.PageSizeId.Letter]
    if QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem:
        ids.reverse()
    return ids
