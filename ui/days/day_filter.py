"""Which days are shown: of a market and a year, by words, tone and severity."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from app.commands.known_days import KnownDay
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Tone
from app.wording import _
from ui.days.choices import MarketBox, SeverityBox, ToneBox
from ui.theme import Space

FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to see of the days that are there."""

    words: str = ""
    tone: Tone | None = None
    severity: Severity | None = None
    has_holidays: bool = False

    def lets_through(self, day: KnownDay) -> bool:
        """Tell whether a day is shown."""
        meaning = day.meaning
        if day.is_holiday and not self.has_holidays and self.tone is not Tone.HOLIDAY:
            return False
        if self.tone not in (None, meaning.tone) or self.severity not in (None, day.severity):
            return False
        said = " ".join(
            (day.id, meaning.name, meaning.local_name, meaning.why, meaning.clash, *meaning.terms)
        ).casefold()
        return all(word in said for word in self.words.casefold().split())


class DayFilter(QWidget):
    """`asked` tells that other markets or another year are wanted, `narrowed` that others of them.

    Only `asked` needs work that takes time.
    """

    asked = Signal()
    narrowed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._market = MarketBox("days_market", _("All markets"))
        self._year = QSpinBox()
        self._year.setObjectName("days_year")
        self._year.setAccessibleName(_("Year"))
        self._year.setRange(FIRST_YEAR, LAST_YEAR)
        self._year.setValue(today.year)
        self._year.setKeyboardTracking(False)
        self._words = QLineEdit()
        self._words.setObjectName("days_words")
        self._words.setAccessibleName(_("Search"))
        self._words.setPlaceholderText(_("Search names and reasons"))
        self._words.setClearButtonEnabled(True)
        self._tone = ToneBox("days_tone", _("Every tone"))
        self._severity = SeverityBox("days_severity", _("Every severity"))
        self._holidays = QCheckBox(_("Public holidays"))
        self._holidays.setObjectName("days_holidays")
        self._lay_out()
        self._market.currentIndexChanged.connect(self.asked)
        self._year.valueChanged.connect(self.asked)
        self._words.textChanged.connect(self.narrowed)
        for box in (self._tone, self._severity):
            box.currentIndexChanged.connect(self.narrowed)
        self._holidays.toggled.connect(self.narrowed)

    @property
    def market(self) -> MarketId | None:
        """The chosen market, or nothing for all of them."""
        return self._market.market

    @property
    def year(self) -> int:
        """The chosen year."""
        return self._year.value()

    @property
    def wanted(self) -> Wanted:
        """What is wanted of the days of these markets."""
        return Wanted(
            self._words.text().strip(),
            self._tone.tone,
            self._severity.severity,
            self._holidays.isChecked(),
        )

    def set_markets(self, markets: Iterable[Market]) -> None:
        """Offer these markets; the chosen one stays where it is still there. Tells nobody."""
        self._market.set_markets(markets)

    def aim(self, market: MarketId) -> None:
        """Choose a market."""
        self._market.choose(market)

    def set_year(self, year: int) -> None:
        """Choose a year without telling."""
        self._year.blockSignals(True)
        self._year.setValue(year)
        self._year.blockSignals(False)

    def clear(self) -> None:
        """Let all days through again."""
        self._words.clear()
        self._tone.setCurrentIndex(0)
        self._severity.setCurrentIndex(0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._market)
        row.addWidget(self._year)
        row.addWidget(self._words, 1)
        row.addWidget(self._tone)
        row.addWidget(self._severity)
        row.addWidget(self._holidays)
