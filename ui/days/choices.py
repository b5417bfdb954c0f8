"""Boxes from which tones, severities and markets are chosen."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QWidget

from app.commands.texts import severity_name, tone_name
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Tone
from app.wording import _

SEVERITIES = (Severity.NOTE, Severity.CAUTION, Severity.STOP)


class ToneBox(QComboBox):
    """How a day feels; `any_tone` puts words for all of them first."""

    def __init__(self, name: str, any_tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("Tone"))
        if any_tone:
            self.addItem(any_tone, "")
        for tone in Tone:
            self.addItem(tone_name(tone), tone.value)

    @property
    def tone(self) -> Tone | None:
        """The chosen tone; nothing where all are meant."""
        value = self.currentData()
        return Tone(value) if value else None

    def choose(self, tone: Tone) -> None:
        """Choose a tone."""
        self.setCurrentIndex(self.findData(tone.value))


class SeverityBox(QComboBox):
    """How grave a day is; `any_severity` puts words for all of them first."""

    def __init__(self, name: str, any_severity: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("Severity"))
        if any_severity:
            self.addItem(any_severity, 0)
        for severity in SEVERITIES:
            self.addItem(severity_name(severity), int(severity))

    @property
    def severity(self) -> Severity | None:
        """The chosen severity; nothing where all are meant."""
        value = self.currentData()
        return Severity(value) if value else None

    def choose(self, severity: Severity) -> None:
        """Choose a severity."""
        self.setCurrentIndex(self.findData(int(severity)))


class MarketBox(QComboBox):
    """One market, or all of them."""

    def __init__(self, name: str, all_markets: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("Market"))
        self._all_markets = all_markets

    @property
    def market(self) -> MarketId | None:
        """The chosen market, or nothing for all of them."""
        value = self.currentData()
        return MarketId(value) if value else None

    def set_markets(self, markets: Iterable[Market]) -> None:
        """Offer these markets; the chosen one stays where it is still there. Tells nobody."""
        chosen = self.market
        self.blockSignals(True)
        self.clear()
        self.addItem(self._all_markets, "")
        for market in markets:
            self.addItem(market.name, market.id)
        self.choose(chosen)
        self.blockSignals(False)

    def choose(self, market: MarketId | None) -> None:
        """Choose a market, or all of them."""
        self.setCurrentIndex(max(0, self.findData(market or "")))
