"""What can be done to the looks of the grid: width of days, what is folded, and whose time."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.wording import _
from ui.plan.folding import Folding

Make = Callable[..., QAction]
"""Makes an action with its name, words and keys."""


class LookActions:
    """Actions of the grid's looks, made by whoever keeps all actions of the window."""

    def __init__(self, make: Make) -> None:
        self.wider = make("wider_days", _("&Wider days"), ["Ctrl++", "Ctrl+="])
        self.narrower = make("narrower_days", _("&Narrower days"), ["Ctrl+-"])
        self.as_it_fits = make("days_as_they_fit", _("As it &fits"), ["Ctrl+0"])
        self.by_region = make("markets_by_region", _("Markets by &region"), checkable=True)
        self.fold = make("fold_market", _("&Fold the market, or open it"), ["Ctrl+."])
        self.fold_region = make(
            "fold_region", _("Fold the r&egion, or open it"), ["Ctrl+Shift+.", "Ctrl+:"]
        )
        self._tip = self.fold_region.toolTip()
        self.fold_all = make("fold_all", _("Fold &all"))
        self.open_all = make("open_all", _("&Open all"))
        self.second_time = make(
            "second_time", _("&Second time on each post"), ["Z"], checkable=True
        )
        self.clock_menu: QMenu

    def fill(self, view: QMenu) -> None:
        """Put them into the menu of views; that of the clocks is filled by whoever knows zones."""
        view.addMenu(_("&Zoom")).addActions([self.wider, self.narrower, self.as_it_fits])
        rows = view.addMenu(_("&Rows"))
        rows.addAction(self.by_region)
        rows.addSeparator()
        rows.addActions([self.fold, self.fold_region, self.fold_all, self.open_all])
        self.clock_menu = view.addMenu(_("Another ti&me"))
        self.clock_menu.setObjectName("clock_menu")
        self.clock_menu.addAction(self.second_time)

    def show_folding(self, folding: Folding) -> None:
        """Say whether markets stand by region; only then a region can be folded."""
        self.by_region.setChecked(folding.by_region)
        self.fold_region.setEnabled(folding.by_region)
        parts_first = _("Let markets stand by region first.")
        self.fold_region.setToolTip(self._tip if folding.by_region else parts_first)
