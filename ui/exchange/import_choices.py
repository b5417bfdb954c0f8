"""How a sheet is read, as far as a person may say otherwise than it was guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from app.commands.import_preview import ImportPreview
from app.commands.views import CalendarView
from app.domain.market import MarketId
from app.wording import _
from ui.theme import Space
from ui.widgets.labels import Label


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sheet shall be read; nothing means: guess."""

    columns: Mapping[str, int] | None = None
    default_market: MarketId | None = None
    day_first: bool | None = None
    sheet: str = ""
    encoding: str = ""
    joined: frozenset[str] | None = None


class ImportChoices(QWidget):
    """Sheet, market, order of dates, letters, and what joins the text, as far as there is a choice.

    `corrected` carries the Reading once the person chooses otherwise.
    """

    corrected = Signal(object)

    def __init__(self, calendar: CalendarView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = Reading()
        self._sheet = _box("sheet", _("Sheet of the file"))
        self._market = _box("default_market", _("Market of the whole sheet"))
        self._market.setPlaceholderText(_("Choose a market"))
        for market in calendar.markets:
            self._market.addItem(market.name, str(market.id))
        self._market.setCurrentIndex(-1)
        self._order = _box("day_order", _("Order of day and month"))
        self._order.addItem(_("Day first: 31/12"), True)
        self._order.addItem(_("Month first: 12/31"), False)
        self._letters = _box("letters", _("Alphabet of the file"))
        self._joins = {
            "hook": _tick("join_hook"),
            "hashtags": _tick("join_hashtags"),
        }
        self._form = QFormLayout(self)
        self._lay_out()
        self._sheet.activated.connect(self._on_sheet)
        self._market.activated.connect(self._on_market)
        self._order.activated.connect(self._on_order)
        self._letters.activated.connect(self._on_letters)
        for tick in self._joins.values():
            tick.clicked.connect(self._on_joined)

    def forget(self) -> None:
        """Forget what was chosen for the last sheet."""
        self._reading = Reading()
        self._market.setCurrentIndex(-1)

    def correct_columns(self, mapping: Mapping[str, int]) -> None:
        """Take what the person says that the columns hold."""
        self._read(replace(self._reading, columns=mapping))

    def show_preview(self, preview: ImportPreview) -> None:
        """Show how the sheet was read."""
        self._show_sheets(preview)
        if preview.said.default_market:
            self._market.setCurrentIndex(self._market.findData(str(preview.said.default_market)))
        needs_market = preview.needs_market or self._market.currentIndex() >= 0
        self._form.setRowVisible(self._market, needs_market)
        self._order.setCurrentIndex(self._order.findData(preview.day_first))
        self._show_letters(preview)
        self._show_joins(preview)

    def _show_sheets(self, preview: ImportPreview) -> None:
        names = (preview.sheet_name, *preview.other_sheets)
        self._form.setRowVisible(self._sheet, len(names) > 1)
        if {self._sheet.itemText(row) for row in range(self._sheet.count())} != set(names):
            self._sheet.clear()
            self._sheet.addItems(names)
        self._sheet.setCurrentText(preview.sheet_name)

    def _show_letters(self, preview: ImportPreview) -> None:
        self._form.setRowVisible(self._letters, bool(preview.encodings))
        if self._letters.count() != len(preview.encodings):
            self._letters.clear()
            for encoding, name in preview.encodings:
                self._letters.addItem(name, encoding)
        self._letters.setCurrentIndex(self._letters.findData(preview.encoding))

    def _show_joins(self, preview: ImportPreview) -> None:
        words = {
            "hook": _("Put “{column}” above the text"),
            "hashtags": _("Put “{column}” below the text"),
        }
        names = dict(preview.joinable)
        for key, tick in self._joins.items():
            self._form.setRowVisible(tick, key in names)
            tick.setText(words[key].format(column=names.get(key, "")))
            tick.setToolTip(_("Otherwise it becomes a note."))
            tick.setChecked(key in preview.joined)

    def _on_sheet(self) -> None:
        """Another sheet has other columns: what was corrected for this one is forgotten."""
        chosen = self._sheet.currentText()
        self._read(Reading(default_market=self._reading.default_market, sheet=chosen))

    def _on_market(self) -> None:
        self._read(replace(self._reading, default_market=MarketId(self._market.currentData())))

    def _on_order(self) -> None:
        self._read(replace(self._reading, day_first=bool(self._order.currentData())))

    def _on_letters(self) -> None:
        """In other letters the header reads otherwise: what was said of its columns may not fit."""
        encoding = str(self._letters.currentData())
        self._read(replace(self._reading, encoding=encoding, columns=None))

    def _on_joined(self) -> None:
        joined = frozenset(key for key, tick in self._joins.items() if tick.isChecked())
        self._read(replace(self._reading, joined=joined))

    def _read(self, reading: Reading) -> None:
        if reading != self._reading:
            self._reading = reading
            self.corrected.emit(reading)

    def _lay_out(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(Space.M)
        self._form.setVerticalSpacing(Space.S)
        self._form.addRow(_named(_("Sheet"), self._sheet), self._sheet)
        self._form.addRow(_named(_("Market of the whole sheet"), self._market), self._market)
        self._form.addRow(_named(_("Dates are written"), self._order), self._order)
        self._form.addRow(_named(_("Letters are read as"), self._letters), self._letters)
        for tick in self._joins.values():
            self._form.addRow(tick)


def _box(name: str, spoken: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    return box


def _tick(name: str) -> QCheckBox:
    tick = QCheckBox()
    tick.setObjectName(name)
    return tick


def _named(words: str, field: QComboBox) -> QLabel:
    label = Label(words)
    label.setBuddy(field)
    return label
