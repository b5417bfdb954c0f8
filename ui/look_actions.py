"""What can be done to the looks of the grid: how wide its days are, and whose time it says."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.wording import _

Make = Callable[..., QAction]
"""Makes an action with its name, words and keys."""


class LookActions:
    """Actions of the grid's looks, made by whoever keeps all actions of the window."""

    def __init__(self, make: Make) -> None:
        self.wider = make("wider_days", _("&Wider days"), ["Ctrl++", "Ctrl+="])
        self.narrower = make("narrower_days", _("&Narrower days"), ["Ctrl+-"])
        self.as_it_fits = make("days_as_they_fit", _("As it &fits"), ["Ctrl+0"])
        self.second_time = make(
            "second_time", _("&Second time on each post"), ["Z"], checkable=True
        )
        self.clock_menu: QMenu

    def fill(self, view: QMenu) -> None:
        """Put them into the menu of views; that of the clocks is filled by whoever knows zones."""
        view.addMenu(_("&Zoom")).addActions([self.wider, self.narrower, self.as_it_fits])
        self.clock_menu = view.addMenu(_("Another ti&me"))
        self.clock_menu.setObjectName("clock_menu")
        self.clock_menu.addAction(self.second_time)
