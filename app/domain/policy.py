"""What the owner has decided about approvals."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.flag import Flag, Severity


@dataclass(frozen=True, slots=True)
class Policy:
    """How many people must approve a post on which a stop stands."""

    approvers_on_stop: int = 1

    def approvers_for(self, flags: Iterable[Flag]) -> int:
        """Return how many different people must approve a post with these flags."""
        has_stop = any(flag.severity is Severity.STOP for flag in flags)
        return self.approvers_on_stop if has_stop else 1
