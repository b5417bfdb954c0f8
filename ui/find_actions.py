"""What leads to posts: finding them, and showing all of them again."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence

from app.commands.post_filter import EVERYTHING, PostFilter
from app.wording import _

Make = Callable[..., QAction]
"""Makes an action with its name, words and keys."""


class FindActions:
    """Actions that find, made by whoever keeps all actions of the window."""

    def __init__(self, make: Make) -> None:
        keys = QKeySequence.StandardKey
        self.palette = make("palette", _("All &commands…"), ["Ctrl+K"], icon="search")
        self.go_to = make("go_to", _("&Go to a day or post…"), ["Ctrl+G"])
        self.find = make("find", _("&Find posts"), [keys.Find], icon="search")
        self.clear = make("clear_filter", _("&Clear filters"), icon="filter")
        self._clear_tip = self.clear.toolTip()
        self.show_filter(EVERYTHING)

    @property
    def all(self) -> tuple[QAction, ...]:
        """All of them, as the menu lists them."""
        return (self.palette, self.go_to, self.find, self.clear)

    def show_filter(self, wanted: PostFilter) -> None:
        """Open the way to show all posts, or say that all are shown."""
        self.clear.setEnabled(not wanted.is_empty)
        self.clear.setToolTip(_("No filter hides posts") if wanted.is_empty else self._clear_tip)
