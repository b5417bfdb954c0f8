"""Who is asked to decide a post, and by when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.flag import Severity
from app.domain.person import NOBODY, PersonId

LEAD = timedelta(hours=24)
"""Between the decision and the post: the export of the day before, and one round of changes."""
LEAD_AT_STOP = timedelta(hours=48)
"""A stop is talked over, a second person may have to read it, and a no means new words."""
SATURDAY_AND_SUNDAY = frozenset({5, 6})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Assignment:
    """What was said last of a post; nobody means any reviewer who reads its language."""

    assignee: PersonId = NOBODY
    decide_by: datetime | None = None
    """An aware moment; nothing where the usual one is meant."""


ANYBODY = Assignment()


def decide_by(
    local: datetime | None,
    instant: datetime | None,
    severity: Severity | None,
    assignment: Assignment = ANYBODY,
    weekend: Collection[int] = SATURDAY_AND_SUNDAY,
) -> datetime | None:
    """Return by when a post must be decided: as it was assigned, else the usual lead before it.

    Where that falls on a weekend (Monday is 0) it is the last working day before, for reviewers
    are not asked to work then. A moment that was given counts only as long as it comes before the
    post. Posts without a time have none but that.
    """
    if local is None or instant is None:
        return assignment.decide_by
    given = assignment.decide_by
    if given is not None and given <= instant:
        return given
    lead = LEAD_AT_STOP if severity is not None and severity >= Severity.STOP else LEAD
    for _day in weekend:
        if (local - lead).weekday() in weekend:
            lead += _DAY
    return instant - lead
