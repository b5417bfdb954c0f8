"""The word of reviewers that a post is the remembrance of its day, and no advertisement."""

from collections.abc import Iterable

from app.domain.flag import Flag, Severity
from app.domain.gate import Case, standing_approvals
from app.domain.person import PersonId
from app.errors import RefusedError
from app.wording import _

_OF_A_DAY = frozenset({"day.solemn", "day.eve", "day.moment", "day.home", "day.reach"})


def is_offered(flags: Iterable[Flag]) -> bool:
    """Tell whether a post stands on a solemn day that asks for care, so that it may be its word."""
    return any(flag.rule in _OF_A_DAY and flag.severity >= Severity.CAUTION for flag in flags)


def check_may_be_remembrance(case: Case, name: str) -> None:
    """Raise RefusedError where the post stands on no solemn day."""
    if not is_offered(case.flags):
        raise RefusedError(
            _("{post} stands on no solemn day: approve it without the mark.").format(post=name)
        )


def check_others_say_so_too(
    case: Case, reviewer: PersonId, name: str, *, as_remembrance: bool
) -> None:
    """Raise RefusedError where somebody's standing approval says the opposite."""
    others = [one for one in standing_approvals(case) if one.reviewer != reviewer]
    if all(one.remembrance is as_remembrance for one in others):
        return
    if as_remembrance:
        raise RefusedError(
            _(
                "{post} was approved, but not as the remembrance: withdraw that approval first,"
                " then both of you approve it alike."
            ).format(post=name)
        )
    raise RefusedError(
        _(
            "{post} was approved as the remembrance: mark it as that too, or withdraw that"
            " approval first."
        ).format(post=name)
    )
