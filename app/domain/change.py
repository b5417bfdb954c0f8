"""What a command changed, so that each screen redraws only that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from app.domain.market import MarketId
from app.domain.post import PostId

Cell = tuple[MarketId, date | None]
"""A market and a local day; no day means the tray."""

Events = tuple[int, int]
"""After which event of the audit a transaction began, and its last one."""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The outcome of one command."""

    label: str
    """What is to be done, as a person would say it: the text of Undo."""
    done: str = ""
    """The same once it is done, such as “Moved DE-0142 to Tue 10 Nov”; empty where nobody asks."""
    posts: frozenset[PostId] = frozenset()
    cells: frozenset[Cell] = frozenset()
    reflagged: frozenset[PostId] = frozenset()
    """Posts that nobody has changed, but whose flags may be others now."""
    discussed: frozenset[PostId] = frozenset()
    """Posts about which something was said, suggested or asked; none of it changes them."""
    ended_approvals: int = 0
    """How many posts were approved before and are not any more."""
    returned_approvals: int = 0
    """How many posts stand approved again."""
    stops_came: int = 0
    """How many stops, or worse, the posts have that they did not have."""
    cautions_came: int = 0
    left_queued: tuple[str, ...] = ()
    """The schedulers that will still send what stands here no more, until somebody takes it out."""
    can_undo: bool = False
    is_setting: bool = False
    """Whether it changed what all posts share, such as people, markets or the policy."""
    takes_back: bool = False
    """Whether it undid something, or did it again: it offers no Undo of its own."""
    events: Events | None = None
    """What it wrote into the audit; nothing where it wrote nothing there."""
    everything: bool = False
    """Whether people, markets, holds or days changed: all that is shown must be read again."""

    @classmethod
    def of_setting(cls, label: str, done: str) -> "ChangeSet":
        """Return the outcome of a change of the settings, which can be undone."""
        return cls(label, done=done, can_undo=True, is_setting=True, everything=True)

    def written_as(self, events: Sequence[Events]) -> "ChangeSet":
        """Return it with what its transactions wrote into the audit, one after the other.

        Where somebody else wrote between two of them, all that is shown must be read again.
        """
        if not events:
            return self
        is_alone = all(one[1] == other[0] for one, other in pairwise(events))
        whole = events[0][0], events[-1][1]
        return replace(self, events=whole, everything=self.everything or not is_alone)

    @property
    def shows_nothing(self) -> bool:
        """Whether nothing that a screen shows is another than before, as after a kept draft."""
        return not (self.touched or self.cells or self.everything)

    @property
    def touched(self) -> frozenset[PostId]:
        """Every post of which something is another now, if only what was said about it."""
        return self.posts | self.reflagged | self.discussed


@dataclass(frozen=True, slots=True)
class NextStep:
    """What Undo, or Redo, would do next; no words stand for nothing."""

    label: str = ""
    asks_why: bool = False
    """Whether posts would be checked less strictly afterwards, so that a reason must be given."""


NO_STEP = NextStep()


@dataclass(frozen=True, slots=True)
class Steps:
    """What a person could undo and do again: of all they did, and of the settings alone.

    There is one order of all: the settings' next step is the newest of them that is one.
    """

    undo: NextStep = NO_STEP
    redo: NextStep = NO_STEP
    undo_setting: NextStep = NO_STEP
    redo_setting: NextStep = NO_STEP


NO_STEPS = Steps()
