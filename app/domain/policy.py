"""What the owner has decided about approvals."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.flag import Flag, Severity

APPROVERS_OF_A_REMEMBRANCE = 2
"""That a post is the remembrance itself is never one person's word."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How many people must approve a post on which a stop stands."""

    approvers_on_stop: int = 1

    def approvers_for(self, flags: Iterable[Flag], *, as_remembrance: bool = False) -> int:
        """Return how many different people must approve a post with these flags."""
        has_stop = any(flag.severity is Severity.STOP for flag in flags)
        asked = self.approvers_on_stop if has_stop else 1
        return max(asked, APPROVERS_OF_A_REMEMBRANCE) if as_remembrance else asked
