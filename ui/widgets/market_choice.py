"""The choice of one market."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from app.domain.market import Market, MarketId
from app.wording import _
from ui.theme import Space


class MarketChoice(QComboBox):
    """Offers markets by name; `chosen` carries the one that a person takes."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("market_choice")
        self.setAccessibleName(_("Market"))
        self.currentTextChanged.connect(self._tell)
        self._tell("")
        self.setMinimumHeight(Space.XL + Space.XS)
        self.activated.connect(lambda _number: self.chosen.emit(self.market))

    @property
    def market(self) -> MarketId | None:
        """The market that is chosen."""
        market: MarketId | None = self.currentData()
        return market

    def set_markets(self, markets: Sequence[Market]) -> None:
        """Offer these markets; the chosen one stays where it is among them."""
        before = self.market
        self.clear()
        for market in markets:
            self.addItem(market.name, market.id)
        self.choose(before)

    def choose(self, market: MarketId | None) -> None:
        """Show which market is looked at."""
        number = self.findData(market)
        if number >= 0:
            self.setCurrentIndex(number)

    def _tell(self, name: str) -> None:
        """Name the market in the tooltip too, where its name may have no room."""
        words = _("Of which market the posts are shown")
        self.setToolTip(_("{words}: {name}").format(words=words, name=name) if name else words)
