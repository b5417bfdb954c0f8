"""What must come out at the schedulers, read beside the window and kept up to date."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands.views import Recall
from app.domain.change import ChangeSet
from app.domain.post import PostId
from ui.jobs import Jobs, Progress

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

Posts = frozenset[PostId]


class RecallWatch(QObject):
    """`told` carries the list, the soonest first, whenever it was read; one reading at a time.

    A change that names its posts has only those looked at.
    """

    told = Signal(object)

    def __init__(
        self, reader: "Reader", jobs: Jobs, parent: QObject | None = None, *, rests_ms: int = 0
    ) -> None:
        """Take how long after a change it reads: so long the window has to paint the change."""
        super().__init__(parent)
        self._reader = reader
        self._jobs = jobs
        self._found: tuple[Recall, ...] = ()
        self._is_reading = False
        self._is_all_wanted = False
        self._wanted: Posts = frozenset()
        self._resting = QTimer(self, singleShot=True, interval=rests_ms)
        self._resting.timeout.connect(self._read_on)

    @property
    def is_about_to_read(self) -> bool:
        """Whether it reads in a moment."""
        return self._resting.isActive()

    @property
    def found(self) -> tuple[Recall, ...]:
        """The list as it was last read."""
        return self._found

    def look(self) -> None:
        """Read the whole list."""
        self._is_all_wanted = True
        self._read_on()

    def on_changed(self, changes: ChangeSet) -> None:
        """Read again what a command may have put on the list or taken from it."""
        if changes.everything:
            self.look()
        elif changes.posts:
            self._wanted |= changes.posts
            if not self._resting.interval():
                self._read_on()
            elif not self._resting.isActive():  # change after change must not put it off for ever
                self._resting.start()

    def drop_past(self, now: datetime) -> bool:
        """Leave out what has gone out by now; tell whether there was any."""
        left = tuple(one for one in self._found if one.hand_over.is_open(now))
        has_dropped = len(left) < len(self._found)
        if has_dropped:
            self._tell(left)
        return has_dropped

    def _read_on(self) -> None:
        if self._is_reading or not (self._is_all_wanted or self._wanted):
            return
        wanted = None if self._is_all_wanted else self._wanted
        self._is_all_wanted, self._wanted = False, frozenset()
        self._is_reading = True
        self._jobs.run(
            partial(self._read, wanted),
            done=partial(self._on_read, wanted),
            refused=partial(self._on_refused, wanted),
        )

    def _read(self, wanted: Collection[PostId] | None, _progress: Progress) -> tuple[Recall, ...]:
        reader = self._reader.again()
        try:
            return reader.recall_list(wanted)
        finally:
            reader.close()

    def _on_read(self, wanted: Posts | None, read: tuple[Recall, ...]) -> None:
        self._is_reading = False
        if wanted is None:
            self._tell(read)
        else:
            others = (one for one in self._found if one.card.id not in wanted)
            self._tell(tuple(sorted((*others, *read), key=_by_time)))
        self._read_on()

    def _on_refused(self, wanted: Posts | None, _sentence: str) -> None:
        """Keep in mind what cannot be read now: it is read with what changes next."""
        self._is_reading = False
        has_more = self._is_all_wanted or bool(self._wanted)
        if wanted is None:
            self._is_all_wanted = True
        else:
            self._wanted |= wanted
        if has_more:
            self._read_on()

    def _tell(self, found: tuple[Recall, ...]) -> None:
        self._found = found
        self.told.emit(found)


def _by_time(recall: Recall) -> tuple[datetime, str]:
    return recall.hand_over.instant, recall.card.name
