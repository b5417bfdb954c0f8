"""What has changed: by a command, by another program, or because a new day has begun."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands.flags import AT_ONCE
from app.commands.views import CalendarView
from app.domain.change import ChangeSet, Events
from ui.assessor import Assessor
from ui.operations import Operations

if TYPE_CHECKING:
    from app.commands.reader import Reader

LOOKING_FOR_OTHERS_MS = 250
"""How often it looks whether another program has written into the calendar."""


class News(QObject):
    """Knows the calendar and the day as they are now, and tells when they are others.

    `calendar_read` carries the CalendarView that was read anew, and comes before `came`: that
    carries the ChangeSet that all parts of the window show. `done` carries one that somebody at
    this window has brought about, `new_day` the date, `looked` tells that time has gone on.
    """

    calendar_read = Signal(object)
    came = Signal(object)
    done = Signal(object)
    new_day = Signal(object)
    looked = Signal()

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        assessor: Assessor,
        today: date,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._operations = operations
        self._assessor = assessor
        self.calendar: CalendarView = reader.calendar()
        self.today = today
        self._written: list[Events | None] = []
        """What was written here and is not yet taken as seen."""
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.look_around)
        operations.changed.connect(self._on_changed)

    def start(self) -> None:
        """Look from now on for what others write."""
        self._reader.has_changed()
        self._clock.start(LOOKING_FOR_OTHERS_MS)

    def stop(self) -> None:
        """Look no more: the window is going."""
        self._clock.stop()

    def look_around(self) -> None:
        """Tell what another program has written, and a new day."""
        if not self._operations.is_busy:
            self._take_written()
            if self._reader.has_changed():
                self._spread(ChangeSet("", everything=True))
        self.looked.emit()
        today = date.today()  # noqa: DTZ011 - the reader's own day
        if today != self.today:
            self.today = today
            self.new_day.emit(today)

    def _on_changed(self, changes: ChangeSet) -> None:
        self._written.append(changes.events)
        if not self._operations.is_busy:
            self._take_written()
        if not changes.shows_nothing:
            self._spread(changes)
            self.done.emit(changes)

    def _take_written(self) -> None:
        """Take what was written here as seen; while the next command saves, a look must wait."""
        for events in self._written:
            self._reader.take_as_seen(events)
        self._written.clear()

    def _spread(self, changes: ChangeSet) -> None:
        if changes.everything:
            self.calendar = self._reader.calendar()
            self.calendar_read.emit(self.calendar)
        if changes.can_undo and len(changes.posts) > AT_ONCE:
            self._assessor.assess_posts(changes.posts)
        self.came.emit(changes)
