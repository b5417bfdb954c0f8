"""Makes backups of the open calendar while somebody works, beside the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands.backups import (
    AT_MOST_EVERY,
    Backup,
    backups_in,
    bring_back,
    copy_calendar,
    folder_of,
    has_changed,
    is_due,
    make_backup,
)
from app.commands.keeping import danger_of
from app.commands.session import now_utc
from app.wording import _
from ui.jobs import Jobs, Progress

FIRST_AFTER_MS = 20_000
"""The window has painted itself, and people have begun."""


class KnowsFolder(Protocol):
    """What this computer remembers, as far as backups go."""

    @property
    def backups(self) -> Path:
        """The folder for backups of all calendars."""

    @backups.setter
    def backups(self, folder: Path) -> None: ...


class BackupKeeper(QObject):
    """Knows the backups of a calendar and makes the next one when it is due.

    `changed` tells that there are others, or another folder; `refused` carries why one could not be
    made by itself, `endangered` what can go wrong where the calendar lies.
    """

    changed = Signal()
    refused = Signal(str)
    endangered = Signal(str)

    def __init__(
        self,
        calendar: Path,
        jobs: Jobs,
        preferences: KnowsFolder,
        *,
        by_itself: bool,
        parent: QObject,
    ) -> None:
        """Take what knows the folder for backups, and whether they are made without being asked."""
        super().__init__(parent)
        self.calendar = calendar
        self.makes_them_by_itself = by_itself
        self.danger = ""
        self.backups: tuple[Backup, ...] = ()
        self._jobs = jobs
        self._preferences = preferences
        self._is_making = False
        self._waiting: list[Callable[[], None]] = []
        """What goes on once the backup under way is made, or cannot be."""
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._on_time)

    @property
    def folder(self) -> Path:
        """Where the backups of this calendar lie."""
        return folder_of(self.calendar, self._preferences.backups)

    def start(self) -> None:
        """Look whether the place is safe now, and for a backup a little later."""
        self._jobs.run(lambda _progress: danger_of(self.calendar), done=self._on_danger)
        if self.makes_them_by_itself:
            self._clock.start(FIRST_AFTER_MS)

    def stop(self) -> None:
        """Make no more of them."""
        self._clock.stop()

    def look(self) -> None:
        """Read which backups there are."""
        folder = self.folder
        self._jobs.run(lambda _progress: backups_in(folder), done=self._on_found)

    def use_folder(self, backups: Path) -> None:
        """Keep the backups of all calendars here from now on; those that there are stay."""
        self._preferences.backups = backups
        self.look()

    def back_up(self, refused: Callable[[str], None]) -> None:
        """Make a backup now, whether one is due or not."""
        self._make(lambda: True, refused, title=_("Backing up"))

    def before_much(self, go_on: Callable[[], None]) -> None:
        """Have a backup of what is now, then go on; also where none can be made, which is told."""
        if not self.makes_them_by_itself:
            go_on()
            return
        self._waiting.append(go_on)
        folder, calendar = self.folder, self.calendar
        self._make(lambda: has_changed(calendar, folder, now_utc()), self.refused.emit)

    def bring_back(
        self, backup: Backup, done: Callable[[Path], None], refused: Callable[[str], None]
    ) -> None:
        """Put a copy of a backup beside the calendar; `done` gets where it lies."""
        calendar = self.calendar
        self._jobs.run(lambda _progress: bring_back(backup, calendar), done=done, refused=refused)

    def copy_to(
        self, target: Path, done: Callable[[Path], None], refused: Callable[[str], None]
    ) -> None:
        """Write a checked copy of the calendar somewhere else; `done` gets where it lies."""
        calendar = self.calendar
        self._jobs.run(
            lambda _progress: copy_calendar(calendar, target), done=done, refused=refused
        )

    def _on_time(self) -> None:
        self._clock.start(round(AT_MOST_EVERY.total_seconds() * 1000))
        folder, calendar = self.folder, self.calendar
        self._make(lambda: is_due(calendar, folder, now_utc()), self.refused.emit)

    def _make(
        self, is_wanted: Callable[[], bool], refused: Callable[[str], None], *, title: str = ""
    ) -> None:
        if self._is_making:
            return
        self._is_making = True
        calendar, folder = self.calendar, self.folder

        def work(_progress: Progress) -> tuple[Backup, ...]:
            if is_wanted():
                make_backup(calendar, folder, now_utc())
            return backups_in(folder)

        self._jobs.run(
            work,
            done=self._on_made,
            refused=partial(self._on_refused, refused),
            title=title,
        )

    def _on_made(self, backups: tuple[Backup, ...]) -> None:
        self._is_making = False
        self._on_found(backups)
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for go_on in waiting:
            go_on()

    def _on_found(self, backups: tuple[Backup, ...]) -> None:
        self.backups = backups
        self.changed.emit()

    def _on_refused(self, refused: Callable[[str], None], sentence: str) -> None:
        self._is_making = False
        refused(sentence)
        self._go_on()

    def _on_danger(self, danger: str) -> None:
        self.danger = danger
        if danger:
            self.endangered.emit(danger)
