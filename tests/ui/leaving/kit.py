"""Posts near their time, made by hand."""

from datetime import datetime, timedelta

from app.commands.leaving import Fate, Leaving
from app.commands.views import Card, Recall
from app.domain.wall_time import instant_of
from tests.builders.ui import GERMANY, JAPAN, THE_NINTH, KeptCards, card, flag, on, recall, utc

NOW = utc(2026, 11, 9, 8, 40)
BERLIN = "Europe/Berlin"


def leaving(made: Card, fate: Fate = Fate.LATE, why: Recall | None = None) -> Leaving:
    """Return a post at its own time, or at that of the scheduler."""
    local = why.local if why is not None else made.local
    assert local is not None
    return Leaving(made, instant_of(local, made.zone), local, made.zone, fate, why)


GONE = leaving(card(1, GERMANY, local=on(THE_NINTH, 9)), Fate.SENT)
MISSED = leaving(card(2, GERMANY, local=on(THE_NINTH, 8)), Fate.MISSED)
SOON = leaving(card(3, GERMANY, local=on(THE_NINTH, 9, 50), flags=(flag(),)))
TOKYO = leaving(card(4, JAPAN, local=on(THE_NINTH, 21)), Fate.READY)
LATER = leaving(card(5, GERMANY, local=on(THE_NINTH, 13, 30)), Fate.HELD)
_GHOST = recall(card(6, GERMANY, local=on(THE_NINTH + timedelta(days=2))), on(THE_NINTH, 14))
LYING = leaving(_GHOST.card, Fate.RECALL, _GHOST)
ALL = tuple(sorted((GONE, MISSED, SOON, TOKYO, LATER, LYING), key=lambda one: one.instant))


class Source(KeptCards):
    """A reader that knows only what goes out next, and the time."""

    def __init__(self, entries=ALL, now: datetime = NOW) -> None:
        super().__init__()
        self.entries, self.now, self.readings = entries, now, 0

    def clock(self) -> datetime:
        return self.now

    def leaving(self):
        self.readings += 1
        return self.entries
