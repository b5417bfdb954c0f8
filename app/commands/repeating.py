"""A post again and again: drafts of one series, each to be read on its own."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from app.commands.placing import check_is_ahead, on_day
from app.commands.posts import authors_of_copies, named, unapproved_copy
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.change import ChangeSet
from app.domain.post import PostId
from app.errors import InvalidInputError
from app.storage import posts
from app.wording import _, ngettext

MOST = 60
"""So many drafts are made at once at most."""
_MONTHS = 12
_WEEK = 7


class Rhythm(StrEnum):
    """What lies between one time and the next."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    """On the same day of the month; on its last one where it is shorter."""
    WEEKDAYS = "weekdays"
    """On the same weekday of the month, such as the second Tuesday; the fifth is the last."""
    YEARS = "years"


def days_after(first: date, rhythm: Rhythm, every: int, count: int) -> tuple[date, ...]:
    """Return the next days after a first one, each so many days, weeks, months or years later."""
    return tuple(_later(first, rhythm, every * number) for number in range(1, count + 1))


def repeat_post(session: Session, *, post_id: PostId, days: Sequence[date]) -> ChangeSet:
    """Copy a post to each of some days: unapproved drafts of a series that inherit its authors."""
    if not 0 < len(days) <= MOST:
        raise InvalidInputError(
            _("Choose 1 to {most} days on which the post comes again.").format(most=MOST)
        )
    (post,) = posts.by_ids(session.engine, [post_id])
    setting = Setting.of(session.engine)
    copies = [
        replace(
            unapproved_copy(on_day(setting, post, day), post),
            series=post.series or post.id,
            occurrence=post.occurrence + number,
        )
        for number, day in enumerate(sorted(days), start=1)
    ]
    for copy in copies:
        check_is_ahead(setting, copy, session.clock())
    label = ngettext("Repeat {post} once", "Repeat {post} {count} times", len(copies)).format(
        post=named(session, [post]), count=len(copies)
    )
    return session.write(label, copies, copies, authors_of_copies(session, copies))


def _later(first: date, rhythm: Rhythm, steps: int) -> date:
    match rhythm:
        case Rhythm.DAYS:
            return first + timedelta(days=steps)
        case Rhythm.WEEKS:
            return first + timedelta(weeks=steps)
        case Rhythm.MONTHS:
            return _on(first, steps, first.day)
        case Rhythm.WEEKDAYS:
            return _on_weekday(first, steps)
    return _on(first, steps * _MONTHS, first.day)


def _on(first: date, months: int, day: int) -> date:
    year, month = _month(first, months)
    return date(year, month, min(day, monthrange(year, month)[1]))


def _on_weekday(first: date, months: int) -> date:
    year, month = _month(first, months)
    starts, length = monthrange(year, month)
    earliest = 1 + (first.weekday() - starts) % _WEEK
    day = earliest + (first.day - 1) // _WEEK * _WEEK
    return date(year, month, day if day <= length else day - _WEEK)


def _month(first: date, months: int) -> tuple[int, int]:
    years, month = divmod(first.month - 1 + months, _MONTHS)
    return first.year + years, month + 1
