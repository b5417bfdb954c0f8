"""One sheet before it is imported: its columns, its good rows, and those that cannot come in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.commands.imports import ImportPreview
from app.commands.views import CalendarView
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.wording import _, ngettext
from ui.exchange.column_picker import ColumnPicker
from ui.exchange.import_tables import GoodRowsModel, ProblemsModel
from ui.exchange.note_list import NoteList
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label
from ui.widgets.wrapping_table import WrappingTable


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sheet shall be read; nothing means: guess."""

    columns: Mapping[str, int] | None = None
    default_market: MarketId | None = None
    day_first: bool | None = None
    sheet: str = ""


class ImportPage(QWidget):
    """Shows a preview; `corrected` carries the Reading once the person corrects a guess."""

    corrected = Signal(object)

    def __init__(self, calendar: CalendarView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_problems = False
        self._reading = Reading()
        self._columns = ColumnPicker()
        self._columns.setObjectName("columns")
        self._columns.setAccessibleName(_("Columns of the sheet"))
        self._market = QComboBox()
        self._market.setObjectName("default_market")
        self._market.setAccessibleName(_("Market of the whole sheet"))
        self._market.setPlaceholderText(_("Choose a market"))
        for market in calendar.markets:
            self._market.addItem(market.name, str(market.id))
        self._market.setCurrentIndex(-1)
        self._order = QComboBox()
        self._order.setObjectName("day_order")
        self._order.setAccessibleName(_("Order of day and month"))
        self._order.addItem(_("Day first: 31/12"), True)
        self._order.addItem(_("Month first: 12/31"), False)
        self._sheet = QComboBox()
        self._sheet.setObjectName("sheet")
        self._sheet.setAccessibleName(_("Sheet of the file"))
        self._notes = NoteList()
        self._notes.setObjectName("import_notes")
        self._notes.setAccessibleName(_("What was guessed or left out"))
        self._good = GoodRowsModel(theme, self)
        self._good_table = _table("good_rows", _("Posts that come in"), self._good, wraps=False)
        self._problems = ProblemsModel(self)
        self._problem_table = _table("problems", _("Rows that stay out"), self._problems)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("import_tabs")
        self._tabs.setDocumentMode(True)
        self._lay_out()
        self._columns.corrected.connect(self._on_columns)
        self._market.activated.connect(self._on_market)
        self._order.activated.connect(self._on_order)
        self._sheet.activated.connect(self._on_sheet)

    def forget(self) -> None:
        """Forget what was corrected for the last sheet."""
        self._reading = Reading()
        self._market.setCurrentIndex(-1)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a sheet would become."""
        self._columns.show_sheet(
            preview.headers, preview.sample_rows, preview.fields, preview.mapping
        )
        self._market_row.setVisible(preview.needs_market or self._market.currentIndex() >= 0)
        self._order.setCurrentIndex(self._order.findData(preview.day_first))
        self._show_sheets(preview)
        self._notes.show_notes(preview.notes)
        self._good.show_rows(preview.rows)
        self._problems.show_problems(preview.errors)
        self._good_table.fit({GoodRowsModel.FLAGS: 30, GoodRowsModel.REMARKS: 22})
        self._problem_table.fit({})
        self._tabs.setTabText(0, _counts(preview))
        out = len(preview.errors)
        words = ngettext("{count} problem", "{count} problems", out) if out else _("No problems")
        self._tabs.setTabText(1, words.format(count=out))
        self._has_problems = bool(out)
        self._show_warning()
        if out and not preview.rows:
            self._tabs.setCurrentIndex(1)
        elif not out:
            self._tabs.setCurrentIndex(0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._good.set_theme(theme)
        self._show_warning()

    def _show_warning(self) -> None:
        """Mark the tab of the problems while there are any."""
        colours = self._theme.severity(Severity.CAUTION)
        name = icons.severity_icon_name(Severity.CAUTION)
        warning = icons.icon(name, colours.stripe, self._theme.surface)
        self._tabs.setTabIcon(1, warning if self._has_problems else QIcon())

    def _show_sheets(self, preview: ImportPreview) -> None:
        names = (preview.sheet_name, *preview.other_sheets)
        self._sheet_row.setVisible(len(names) > 1)
        if {self._sheet.itemText(row) for row in range(self._sheet.count())} != set(names):
            self._sheet.clear()
            self._sheet.addItems(names)
        self._sheet.setCurrentText(preview.sheet_name)

    def _on_sheet(self) -> None:
        """Another sheet has other columns: what was corrected for this one is forgotten."""
        chosen = self._sheet.currentText()
        self._read(Reading(default_market=self._reading.default_market, sheet=chosen))

    def _on_columns(self, mapping: Mapping[str, int]) -> None:
        self._read(replace(self._reading, columns=mapping))

    def _on_market(self) -> None:
        self._read(replace(self._reading, default_market=MarketId(self._market.currentData())))

    def _on_order(self) -> None:
        self._read(replace(self._reading, day_first=bool(self._order.currentData())))

    def _read(self, reading: Reading) -> None:
        if reading != self._reading:
            self._reading = reading
            self.corrected.emit(reading)

    def _lay_out(self) -> None:
        self._market_row = _labelled(_("Market of the whole sheet"), self._market)
        self._sheet_row = _labelled(_("Sheet"), self._sheet)
        choices = QHBoxLayout()
        choices.setSpacing(Space.XL)
        choices.addWidget(self._sheet_row)
        choices.addWidget(self._market_row)
        choices.addWidget(_labelled(_("Dates are written"), self._order))
        choices.addStretch(1)
        self._tabs.addTab(self._good_table, "")
        self._tabs.addTab(self._problem_table, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(choices)
        column.addWidget(self._notes)
        column.addWidget(Label(_("What each column holds"), TextRole.SMALL_STRONG, muted=True))
        column.addWidget(self._columns)
        column.addSpacing(Space.S)
        column.addWidget(self._tabs, 1)


def _counts(preview: ImportPreview) -> str:
    """Return in one line how many rows come in, change a post, are known already or stay out."""
    changed_in_both = _("{count} changed in both")
    parts = (
        (_("{count} new"), len(preview.new_rows)),
        (_("{count} updated"), len(preview.updated_rows)),
        (changed_in_both, len(preview.conflicting_rows)),
        (_("{count} unchanged"), len(preview.unchanged_rows)),
        (
            ngettext("{count} row stays out", "{count} rows stay out", len(preview.bad_rows)),
            len(preview.bad_rows),
        ),
    )
    said = [words.format(count=count) for words, count in parts if count]
    return " · ".join(said) or _("Nothing to import")


def _table(
    name: str, spoken: str, model: GoodRowsModel | ProblemsModel, *, wraps: bool = True
) -> WrappingTable:
    table = WrappingTable(wraps=wraps)
    table.setObjectName(name)
    table.setAccessibleName(spoken)
    table.setModel(model)
    return table


def _labelled(words: str, field: QComboBox) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    row.addWidget(Label(words))
    row.addWidget(field)
    return box
