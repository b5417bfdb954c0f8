"""What the holds catch, counted beside the window whenever something has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.commands.catch import Catch
from app.domain.hold import Hold, HoldId
from ui.jobs import Jobs, Progress

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader


@dataclass(frozen=True, slots=True)
class HoldNews:
    """What holds catch now, and how many posts must be read again since one was lifted."""

    catches: Mapping[HoldId, Catch] = field(default_factory=dict)
    to_read: Mapping[HoldId, int] = field(default_factory=dict)


class HoldWatch(QObject):
    """`told` carries the newest HoldNews; one count at a time is under way."""

    told = Signal(object)

    def __init__(self, reader: "Reader", jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._jobs = jobs
        self._is_counting = False
        self._asked_again: Sequence[Hold] | None = None

    def look(self, holds: Sequence[Hold]) -> None:
        """Count anew; what is asked for meanwhile is counted once, at the end."""
        if self._is_counting:
            self._asked_again = holds
            return
        active = [hold for hold in holds if hold.is_active]
        was_lifted = len(active) < len(holds)
        if not holds:
            self.told.emit(HoldNews())
            return

        def count(_progress: Progress) -> HoldNews:
            reader = self._reader.again()
            try:
                ground = reader.ground() if active else None
                again = reader.to_read_again() if was_lifted else {}
            finally:
                reader.close()
            return HoldNews(
                {hold.id: ground.under(hold) for hold in active} if ground else {},
                {hold_id: len(posts) for hold_id, posts in again.items()},
            )

        self._is_counting = True
        self._jobs.run(count, done=self._on_counted, refused=self._on_refused)

    def _on_counted(self, news: HoldNews) -> None:
        self._is_counting = False
        if self._asked_again is None:
            self.told.emit(news)
        self._go_on()

    def _on_refused(self, _sentence: str) -> None:
        """A file that cannot be read now is read at the next change."""
        self._is_counting = False
        self._go_on()

    def _go_on(self) -> None:
        if self._asked_again is not None:
            holds, self._asked_again = self._asked_again, None
            self.look(holds)
