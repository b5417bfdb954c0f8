"""Missing flags, worked out beside the window: few on the database thread, many in processes."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from app.commands.assessing import (
    Assessed,
    assess_missing,
    assessed,
    keep_assessed,
    missing_between,
    missing_of,
)
from app.commands.crew import Crew, share
from app.commands.flags import AT_ONCE
from app.commands.worker import Worker
from app.domain.post import PostId
from ui.jobs import Jobs, Progress
from ui.operations import Operations

_FOR_ONE = 1_000
"""Posts; of more, every process of the crew takes a share."""
_TOLD_FIRST = 5
"""So many slices are stored before the screens read anew what has become known; then twice as many.

A screen reads all its days for it: many times over where ten thousand posts have come in.
"""


class Assessor(QObject):
    """Has flags worked out that are not stored yet; what is asked for last comes first."""

    def __init__(
        self, crew: Crew, jobs: Jobs, operations: Operations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._crew = crew
        self._jobs = jobs
        self._operations = operations
        self._wanted: tuple[PostId, ...] = ()
        self._untold: tuple[Assessed, ...] = ()
        self._told_together = _TOLD_FIRST
        self._busy: set[int] = set()
        self._is_stopped = False

    def assess(self, first: date, last: date, *, missing: int) -> None:
        """Have the posts of a span and the tray assessed; `missing` says how many are known to."""
        if missing > AT_ONCE:
            self._assess_many(first, last)
        else:
            self._assess_few(first, last, self._assess_many)

    def assess_posts(self, post_ids: Iterable[PostId]) -> None:
        """Have many posts assessed that have come in together, wherever they stand."""
        self._find(partial(self._crew.first.ask, missing_of, tuple(post_ids)), otherwise=_let_be)

    def stop(self) -> None:
        """Start nothing more: the window is going."""
        self._is_stopped = True
        self._wanted = ()

    def _assess_few(self, first: date, last: date, go_on: Callable[[date, date], None]) -> None:
        """Assess on the database thread; where that was not all of them, go on."""
        if not self._is_stopped:
            self._operations.run(
                partial(assess_missing, first=first, last=last),
                refused=_let_be,  # a calendar that cannot be written shows what it has
                done=lambda changes: go_on(first, last) if len(changes.posts) == AT_ONCE else None,
            )

    def _assess_many(self, first: date, last: date) -> None:
        self._find(
            partial(self._crew.first.ask, missing_between, first, last),
            otherwise=lambda _sentence: self._do_without(first, last),
        )

    def _do_without(self, first: date, last: date) -> None:
        """Go on slice by slice where no process can be started."""
        self._assess_few(first, last, self._do_without)

    def _find(
        self, find: Callable[[], tuple[PostId, ...]], *, otherwise: Callable[[str], None]
    ) -> None:
        def take(found: tuple[PostId, ...]) -> None:
            self._wanted = tuple(dict.fromkeys((*found, *self._wanted)))
            self._assess_next()

        if not self._is_stopped:
            self._jobs.run(lambda _progress: find(), done=take, refused=otherwise)

    def _assess_next(self) -> None:
        """Ask each process that is free for a slice, while those before are being stored."""
        for number, worker in enumerate(self._crew.members):
            is_needed = number == 0 or len(self._wanted) > _FOR_ONE
            if self._wanted and is_needed and number not in self._busy and not self._is_stopped:
                self._busy.add(number)
                some, rest = share(self._wanted, number, AT_ONCE)
                self._wanted = tuple(rest)
                self._jobs.run(
                    _assessing(worker, tuple(some)),
                    done=partial(self._keep, number),
                    refused=partial(self._give_up, number),
                )

    def _keep(self, number: int, found: Assessed) -> None:
        self._busy.discard(number)
        self._untold += (found,)
        self._store(found)
        self._go_on()

    def _go_on(self) -> None:
        self._assess_next()
        if not self._busy:
            self._crew.dismiss()

    def _store(self, found: Assessed) -> None:
        """Store a slice; now and then, and at the end, the screens are told of what came."""
        is_last = not self._wanted and not self._busy
        tells = is_last or len(self._untold) >= self._told_together
        told = self._untold if tells else ()
        self._operations.run(partial(keep_assessed, assessed=found, told=told), refused=_let_be)
        if tells:
            self._untold = ()
            self._told_together = _TOLD_FIRST if is_last else 2 * self._told_together

    def _give_up(self, number: int, _sentence: str) -> None:
        """Leave what the process has died of twice without flags."""
        self._busy.discard(number)
        if self._untold and not self._wanted and not self._busy:
            self._store(self._untold[-1])
        self._go_on()


def _assessing(worker: Worker, some: tuple[PostId, ...]) -> Callable[[Progress], Assessed]:
    return lambda _progress: worker.ask(assessed, some)


def _let_be(_sentence: str) -> None:
    """Nobody has asked for it: nobody is told."""
