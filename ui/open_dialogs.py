"""The dialogs that stand open over a window, and what all of them are told."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from ui.theme import Theme


@runtime_checkable
class TakesTheme(Protocol):
    """What changes its colours when it is told."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""


@runtime_checkable
class TakesCalendar(Protocol):
    """What shows other people, markets or holds when it is told."""

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take another state of the calendar."""


@runtime_checkable
class FollowsChanges(Protocol):
    """What follows the work of the window while it stands open."""

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed."""


@runtime_checkable
class TellsChanges(Protocol):
    """Where settings are changed."""

    def tell(self, changes: ChangeSet) -> None:
        """Say what was done, with the way back."""


class OpenDialogs:
    """Keeps the open dialogs of a window, one of each kind."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._all: list[QDialog] = []

    def __iter__(self) -> Iterator[QDialog]:
        return iter(tuple(self._all))

    def show(self, dialog: QDialog, *, beside: bool = False) -> None:
        """Open a dialog; one of the same kind that is open already comes to the front.

        What stands `beside` the window leaves it open to work.
        """
        for other in self._all:
            if type(other) is type(dialog):
                dialog.deleteLater()
                other.raise_()
                other.activateWindow()
                return
        self._all.append(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._all.remove(dialog))
        if beside:
            dialog.show()
        else:
            dialog.open()

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show other people, markets and channels."""
        for dialog in self:
            if isinstance(dialog, TakesCalendar):
                dialog.set_calendar(calendar)

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed in dialogs that stand beside the work."""
        for dialog in self:
            if isinstance(dialog, FollowsChanges):
                dialog.on_changed(changes)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for dialog in self:
            if isinstance(dialog, TakesTheme):
                dialog.set_theme(theme)

    def tell(self, changes: ChangeSet) -> bool:
        """Say where it was done what was done to the settings; tell whether one stands open."""
        is_elsewhere = not self._window.isActiveWindow()
        for dialog in self:
            if isinstance(dialog, TellsChanges) and (dialog.isModal() or is_elsewhere):
                dialog.tell(changes)
                return True
        return False
