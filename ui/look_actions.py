"""What can be done to the looks of the grid: how wide its days are."""

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

    def fill(self, view: QMenu) -> None:
        """Put them into the menu of views."""
        view.addMenu(_("&Zoom")).addActions([self.wider, self.narrower, self.as_it_fits])
