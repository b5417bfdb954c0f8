"""The words of a post stay in sight while what stands beside them is scrolled."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.theme import Space


class FollowingHalf(QObject):
    """Moves one half of a page along with the view, as far as the page reaches.

    A half that is taller than the view scrolls until its end is in sight, and stays then.
    """

    def __init__(self, half: QWidget, inner: QWidget, page: QWidget) -> None:
        """`inner` is what holds both halves, `page` what a scroll area moves."""
        super().__init__(page)
        self._half = half
        self._inner = inner
        self._page = page
        self._follows = False
        half.installEventFilter(self)

    @property
    def offset(self) -> int:
        """How far the half stands below its place."""
        return self._half.y() if self._follows else 0

    def set_following(self, follows: bool) -> None:
        """Follow, or stand where the layout puts it."""
        self._follows = follows
        self.follow()

    def follow(self) -> None:
        """Stand where the view is now."""
        view = self._page.parentWidget()
        if not self._follows or view is None:
            return
        room = self._inner.height() - self._half.height()
        below_the_edge = max(0, self._half.height() + 2 * Space.L - view.height())
        wanted = -self._page.y() - below_the_edge
        self._half.move(self._half.x(), max(0, min(wanted, room)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come back after the layout has put the half at the top."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.follow()
        return super().eventFilter(watched, event)
