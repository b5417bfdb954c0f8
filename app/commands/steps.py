"""What a person can take back: changed posts, or one change of the settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.change import NO_STEP, ChangeSet, NextStep
from app.domain.person import Person
from app.domain.post import Post, changed_fields
from app.errors import RefusedError
from app.storage.newest_rows import KeptRow

if TYPE_CHECKING:
    from app.commands.session import Session

Back = Callable[["Session", str], ChangeSet]
"""A command of every day that does the opposite; it takes the reason that is kept with it."""


@dataclass(frozen=True, slots=True)
class Step:
    """Changed posts: each of them before and after."""

    label: str
    pairs: tuple[tuple[Post, Post], ...]
    joins: str = ""
    """What the next step must be as well, and of the same posts, to be taken back with this one."""

    def joined(self, later: "Step") -> "Step":
        """Return this step and the one that followed it as one."""
        begun = {before.id: before for before, _after in self.pairs}
        pairs = tuple((begun[before.id], after) for before, after in later.pairs)
        return Step(later.label, pairs, later.joins)

    def is_continued_by(self, later: "Step") -> bool:
        """Tell whether a step goes on with the same posts from just where this one left them."""
        left = {(after.id, after.revision) for _before, after in self.pairs}
        found = {(before.id, before.revision) for before, _after in later.pairs}
        return bool(later.joins) and self.joins == later.joins and left == found

    @property
    def is_loop(self) -> bool:
        """Whether it leads back to where it began."""
        return not any(changed_fields(before, after) for before, after in self.pairs)


@dataclass(frozen=True, slots=True)
class SettingStep:
    """One change of the settings, which the opposite change takes back."""

    label: str
    back: Back
    power: Callable[["Session"], Person]
    """Tells who acts, and refuses those who may not do such a thing."""
    left: tuple[KeptRow, ...]
    """What the settings said afterwards."""
    asks_why: bool = False
    """Whether posts are checked less strictly once it is taken back."""


class StepLostError(RefusedError):
    """A step that can never be taken back any more, so that it shall stand in nobody's way."""


AnyStep = Step | SettingStep


def next_of(steps: Sequence[AnyStep], *, only_settings: bool = False) -> AnyStep | None:
    """Return the newest step, or the newest change of the settings."""
    wanted = (SettingStep,) if only_settings else (Step, SettingStep)
    return next((step for step in reversed(steps) if isinstance(step, wanted)), None)


def told(step: AnyStep | None) -> NextStep:
    """Return what a person is told of a step that comes next."""
    if step is None:
        return NO_STEP
    return NextStep(step.label, isinstance(step, SettingStep) and step.asks_why)
