"""What is said of posts that were moved, copied or adapted: before, for Undo, and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.commands.dates import day_name
from app.wording import _, ngettext


class Deed(Enum):
    """What is done with a post."""

    MOVE = "move"
    COPY = "copy"
    ADAPT = "adapt"


@dataclass(frozen=True, slots=True)
class Done:
    """One post that was put somewhere."""

    deed: Deed
    before: date | None
    after: date | None
    market: str


@dataclass(frozen=True, slots=True)
class MoveWords:
    """One step as Undo calls it, and as a person is told it."""

    label: str
    done: str


def words_of(steps: Sequence[Done], posts: str) -> MoveWords:
    """Return what is said of posts that were put somewhere together."""
    if len({step.deed for step in steps}) != 1:
        return _filled(_("Move and copy {posts}"), _("Moved and copied {posts}"), posts=posts)
    days = {step.after for step in steps}
    match steps[0].deed:
        case Deed.ADAPT:
            return _of_versions(steps, posts)
        case Deed.COPY:
            return _of_copies(days, posts)
        case _:
            return _of_moves(steps, days, posts)


def _of_moves(steps: Sequence[Done], days: set[date | None], posts: str) -> MoveWords:
    if days == {None}:
        return _filled(_("Put {posts} in the tray"), _("Put {posts} in the tray"), posts=posts)
    if len(days) == 1:
        (day,) = _written(days)
        return _filled(
            _("Move {posts} to {day}"), _("Moved {posts} to {day}"), posts=posts, day=day
        )
    distances = {
        (step.after - step.before).days if step.after and step.before else None for step in steps
    }
    if len(distances) == 1 and (by := distances.pop()):
        return _by_days(by, posts)
    return _filled(_("Move {posts}"), _("Moved {posts}"), posts=posts)


def _by_days(by: int, posts: str) -> MoveWords:
    count = abs(by)
    if by > 0:
        label = ngettext("Move {posts} {count} day later", "Move {posts} {count} days later", count)
        done = ngettext(
            "Moved {posts} {count} day later", "Moved {posts} {count} days later", count
        )
    else:
        label = ngettext(
            "Move {posts} {count} day earlier", "Move {posts} {count} days earlier", count
        )
        done = ngettext(
            "Moved {posts} {count} day earlier", "Moved {posts} {count} days earlier", count
        )
    return MoveWords(
        label.format(posts=posts, count=f"{count:,}"), done.format(posts=posts, count=f"{count:,}")
    )


def _of_copies(days: set[date | None], posts: str) -> MoveWords:
    if days == {None}:
        return _filled(_("Copy {posts} to the tray"), _("Copied {posts} to the tray"), posts=posts)
    if len(days) == 1:
        (day,) = _written(days)
        return _filled(
            _("Copy {posts} to {day}"), _("Copied {posts} to {day}"), posts=posts, day=day
        )
    return _filled(_("Copy {posts}"), _("Copied {posts}"), posts=posts)


def _of_versions(steps: Sequence[Done], posts: str) -> MoveWords:
    markets = ", ".join(dict.fromkeys(step.market for step in steps))
    return _filled(
        _("Adapt {posts} for {market}"),
        _("Made a version of {posts} for {market}"),
        posts=posts,
        market=markets,
    )


def _written(days: set[date | None]) -> list[str]:
    return [day_name(day, "short") for day in days if day is not None]


def _filled(label: str, done: str, **facts: str) -> MoveWords:
    return MoveWords(label.format(**facts), done.format(**facts))
