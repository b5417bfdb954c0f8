"""What shall be exported: format, period and markets."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import span_name
from app.commands.views import CalendarView, PresetView
from app.domain.market import MarketId
from app.wording import _, ngettext
from ui.theme import Space, TextRole
from ui.widgets.check_list import CheckList
from ui.widgets.day_span import DaySpan
from ui.widgets.labels import Label
from ui.widgets.section import Section


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to export; both days are included, each in its market's own time."""

    preset: str
    first: date
    last: date
    market_ids: frozenset[MarketId]


class ExportOptions(QWidget):
    """Format with its facts, period and markets; `changed` tells of each choice."""

    changed = Signal()

    def __init__(
        self,
        calendar: CalendarView,
        presets: tuple[PresetView, ...],
        first: date,
        last: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presets = presets
        self._format = QComboBox()
        self._format.setObjectName("preset")
        self._format.setAccessibleName(_("Format"))
        for preset in presets:
            self._format.addItem(preset.title, preset.name)
        self._facts = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._facts.setObjectName("preset_facts")
        self._days = DaySpan(first, last, self)
        self._markets = CheckList()
        self._markets.setObjectName("markets")
        self._markets.setAccessibleName(_("Markets"))
        names = [(str(market.id), market.name) for market in calendar.markets]
        self._markets.set_choices(names, frozenset(key for key, _name in names))
        self._all = _small_button("all_markets", _("All"))
        self._none = _small_button("no_market", _("None"))
        self._lay_out()
        self._say_facts()
        self._format.currentIndexChanged.connect(self._on_format)
        self._days.changed.connect(self.changed)
        self._markets.choice_changed.connect(self.changed)
        self._all.clicked.connect(lambda: self._markets.set_all_checked(True))
        self._none.clicked.connect(lambda: self._markets.set_all_checked(False))

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        return Wish(
            preset=str(self._format.currentData()),
            first=self._days.first,
            last=self._days.last,
            market_ids=frozenset(map(MarketId, self._markets.checked())),
        )

    @property
    def preset(self) -> PresetView:
        """The chosen format."""
        return self._presets[self._format.currentIndex()]

    def _on_format(self) -> None:
        self._say_facts()
        self.changed.emit()

    def _say_facts(self) -> None:
        preset = self.preset
        minutes = int(preset.lead.total_seconds() // 60)
        lead = ngettext(
            "Posts must leave at least {count} minute before their time.",
            "Posts must leave at least {count} minutes before their time.",
            minutes,
        ).format(count=minutes)
        known = _("Known of the format as of {day}, {source} (grade {grade}).").format(
            day=span_name(preset.facts_date, preset.facts_date),
            source=source_name(preset.confidence),
            grade=preset.confidence.replace("-", "−"),
        )
        self._facts.setText(f"{known} {lead}")

    def _lay_out(self) -> None:
        formats = Section(_("Format"), "format_section")
        formats.add(self._format)
        formats.add(self._facts)
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._days.first_field, 1)
        row.addWidget(Label("–"))
        row.addWidget(self._days.last_field, 1)
        period = Section(_("Period, both days included"), "period_section")
        period.add(days)
        markets = Section(_("Markets"), "markets_section")
        markets.add(self._markets)
        both = QWidget()
        buttons = QHBoxLayout(both)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._all)
        buttons.addWidget(self._none)
        buttons.addStretch(1)
        markets.add(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        for section in (formats, period, markets):
            column.addWidget(section)
        column.addStretch(1)


def source_name(confidence: str) -> str:
    """Return where the facts of a format come from, by their grade: A, A-, B or C."""
    return {
        "A": _("from the scheduler's own help pages"),
        "A-": _("from the scheduler's help pages as others read them"),
        "B": _("from the scheduler's blog or software"),
        "C": _("from public code"),
    }.get(confidence, _("from sources of mixed quality"))


def _small_button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
