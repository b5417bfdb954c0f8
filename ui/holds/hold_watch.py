"""What the holds catch, counted beside the window whenever something has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.commands.catch import Catch
from app.domain.hold import Hold, HoldId
from app.domain.post import PostId
from ui.jobs import Jobs, Progress

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader


@dataclass(frozen=True, slots=True)
class HoldNews:
    """What holds catch now, and how many posts must be read again since one was lifted."""

    catches: Mapping[HoldId, Catch] = field(default_factory=dict)
    to_read: Mapping[HoldId, int] = field(default_factory=dict)


_Count = tuple[dict[HoldId, Catch], dict[HoldId, frozenset[PostId]]]
"""What the standing holds catch, and which posts wait since a hold was lifted."""


class HoldWatch(QObject):
    """`told` carries the newest HoldNews; one count at a time is under way.

    A change that names its posts has only those looked at again where a hold was lifted.
    """

    told = Signal(object)

    def __init__(self, reader: "Reader", jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._jobs = jobs
        self._holds: Sequence[Hold] = ()
        self._to_read: dict[HoldId, frozenset[PostId]] = {}
        self._is_counting = False
        self._is_all_wanted = False
        self._wanted: frozenset[PostId] = frozenset()

    def look(self, holds: Sequence[Hold]) -> None:
        """Count everything anew; what is asked for meanwhile is counted once, at the end."""
        self._holds = holds
        self._is_all_wanted = True
        self._count_on()

    def look_at(self, posts: frozenset[PostId]) -> None:
        """Count anew what a change of some posts may have changed."""
        self._wanted |= posts
        self._count_on()

    def _count_on(self) -> None:
        if self._is_counting or not (self._is_all_wanted or self._wanted):
            return
        wanted = None if self._is_all_wanted else self._wanted
        self._is_all_wanted, self._wanted = False, frozenset()
        if not self._holds:
            self._to_read = {}
            self.told.emit(HoldNews())
            return
        self._is_counting = True
        self._jobs.run(
            partial(self._count, self._holds, wanted),
            done=partial(self._on_counted, wanted),
            refused=self._on_refused,
        )

    def _count(
        self, holds: Sequence[Hold], wanted: frozenset[PostId] | None, _progress: Progress
    ) -> _Count:
        active = [hold for hold in holds if hold.is_active]
        reader = self._reader.again()
        try:
            ground = reader.ground() if active else None
            was_lifted = len(active) < len(holds)
            to_read = reader.to_read_again(wanted) if was_lifted else {}
        finally:
            reader.close()
        catches = {hold.id: ground.under(hold) for hold in active} if ground else {}
        return catches, {hold_id: frozenset(posts) for hold_id, posts in to_read.items()}

    def _on_counted(self, wanted: frozenset[PostId] | None, counted: _Count) -> None:
        self._is_counting = False
        catches, to_read = counted
        if wanted is None:
            self._to_read = to_read
        else:
            known = {**dict.fromkeys(to_read, frozenset[PostId]()), **self._to_read}
            self._to_read = {
                hold_id: (posts - wanted) | to_read.get(hold_id, frozenset())
                for hold_id, posts in known.items()
            }
        if not self._is_all_wanted:
            waiting = {hold_id: len(posts) for hold_id, posts in self._to_read.items() if posts}
            self.told.emit(HoldNews(catches, waiting))
        self._count_on()

    def _on_refused(self, _sentence: str) -> None:
        """A file that cannot be read now is read at the next change."""
        self._is_counting = False
        self._count_on()
