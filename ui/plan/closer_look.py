"""What takes longer: the meaning of days and missing flags, once posts stand on the screen."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands.views import Card, DayKnowledge, Stage
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from ui.jobs import Progress
from ui.plan.plan_view import PlanParts, Span

Counts = tuple[int, int, int]
"""How many posts there are, how many wait for a reviewer, and how many have a stop."""
RESTS_MS = 40
"""How long a period stands before more is worked out for it: the screen is painted first."""


class CloserLook(QObject):
    """Looks closer at a span when nobody pages on: `days_known` carries the DayKnowledge.

    `looked` tells that all has been asked for.
    """

    days_known = Signal(object)
    looked = Signal()

    def __init__(
        self, parts: PlanParts, shown: Callable[[], Collection[Card]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._shown = shown
        self._span: Span | None = None
        self._resting = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._resting.timeout.connect(self._look)

    @property
    def has_looked(self) -> bool:
        """Whether days and missing flags have been asked for."""
        return not self._resting.isActive()

    @property
    def is_assessed(self) -> bool:
        """Whether the flags of all posts in view are known."""
        return all(card.is_assessed for card in self._shown())

    def look_at(self, span: Span) -> None:
        """Look closer at these days, as soon as they have been painted."""
        self._span = span
        self._resting.start()

    def look_after(self, changes: ChangeSet, span: Span) -> None:
        """Have those worked out that a change has touched: only the first few come with it."""
        if changes.reflagged and not self.is_assessed:
            self.look_at(span)

    def stop(self) -> None:
        """Look at nothing more; what comes later is not shown."""
        self._span = None
        self._resting.stop()

    def _look(self) -> None:
        if self._span is not None:
            self._learn_days(self._span)
            self._assess(self._span)
            self.looked.emit()

    def _learn_days(self, span: Span) -> None:
        """Work out what the days mean beside the window, and tell it when it is there."""
        reader = self._parts.reader

        def work(_progress: Progress) -> DayKnowledge:
            own = reader.again()
            try:
                return own.days(span.first, span.last)
            finally:
                own.close()

        def tell(days: DayKnowledge) -> None:
            if self._span == span:
                self.days_known.emit(days)

        self._parts.jobs.run(work, done=tell)

    def _assess(self, span: Span) -> None:
        missing = sum(not card.is_assessed for card in self._shown())
        if missing:
            self._parts.assessor.assess(span.first, span.last, missing=missing)


def counts_of(cards: Collection[Card]) -> Counts:
    """Return how many posts there are, how many wait for a reviewer, and how many have a stop."""
    waiting = sum(card.stage is Stage.WAITING or card.stage is Stage.ENDED for card in cards)
    stops = sum((card.severity or 0) >= Severity.STOP for card in cards if card.flags)
    return len(cards), waiting, stops
