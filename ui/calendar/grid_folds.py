"""Regions and markets of a grid that a person folds away and opens again."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from app.domain.post import PostId
from ui.calendar.calendar_model import CalendarModel
from ui.plan.folding import Folding


class GridFolds(QObject):
    """Folds where the person stands; `folded` carries the Folding that they have chosen."""

    folded = Signal(object)

    def __init__(self, view: QTableView, model: CalendarModel) -> None:
        super().__init__(view)
        self._view = view
        self._calendar = model

    def fold(self, folding: Folding) -> None:
        """Fold regions and markets away, from now on."""
        if folding != self._calendar.folding:
            self._calendar.set_folding(folding)
            self.folded.emit(folding)

    def fold_current(self) -> None:
        """Fold the region or market of the current cell, or open it again."""
        index = self._view.currentIndex()
        if index.isValid() and self._calendar.lanes.rows:
            lane = self._calendar.lane(index.row())
            folding = self._calendar.folding
            if lane.region is not None:
                self.fold(folding.turned(region=lane.region.name))
            else:
                self.fold(folding.turned(market=lane.market.id))

    def fold_region(self) -> None:
        """Fold the region of the current cell, or open it again."""
        index = self._view.currentIndex()
        if index.isValid() and self._calendar.folding.by_region:
            region = self._calendar.market_at(index).region
            self.fold(self._calendar.folding.turned(region=region))

    def open_for(self, post_ids: Collection[PostId]) -> None:
        """Open the markets of posts that are folded away."""
        calendar = self._calendar
        if not calendar.lanes.sums:
            return
        hidden = {
            card.market
            for card in calendar.lanes.shown
            if card.id in post_ids and card.id not in calendar.lanes.places
        }
        folding = calendar.folding
        for market in calendar.markets:
            if market.id in hidden:
                folding = folding.opened_for(market)
        self.fold(folding)
