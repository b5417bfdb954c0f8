"""What a command changed, so that each screen redraws only that."""

from dataclasses import dataclass
from datetime import date

from app.domain.market import MarketId
from app.domain.post import PostId

Cell = tuple[MarketId, date | None]
"""A market and a local day; no day means the tray."""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The outcome of one command."""

    label: str
    """What was done, as a person would say it: the text of the toast and of Undo."""
    posts: frozenset[PostId] = frozenset()
    cells: frozenset[Cell] = frozenset()
    reflagged: frozenset[PostId] = frozenset()
    """Posts that nobody has changed, but whose flags may be others now."""
    discussed: frozenset[PostId] = frozenset()
    """Posts about which something was said, suggested or asked; none of it changes them."""
    ended_approvals: int = 0
    """How many posts were approved before and are not any more."""
    can_undo: bool = False
    everything: bool = False
    """Whether people, markets, holds or days changed: all that is shown must be read again."""

    @property
    def shows_nothing(self) -> bool:
        """Whether nothing that a screen shows is another than before, as after a kept draft."""
        return not (self.posts or self.cells or self.reflagged or self.everything)
