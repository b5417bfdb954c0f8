"""What a known row changes in its post: only what the sheet says anew, never what people did here.

Three values meet in each part of a post: what an import last wrote, what stands there now, and
what the row says. A row that says what it said then has not changed, whatever became of the post.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from app.commands.known_posts import KnownPost
from app.domain.medium import Medium
from app.domain.post import Post
from app.domain.wall_time import ClockTime, clock_time
from app.exchange.planned import Part


class Outcome(StrEnum):
    """What an import does with a row."""

    NEW = "new"
    UPDATE = "update"
    CONFLICT = "conflict"
    """Changed in the sheet and here: left alone unless a person takes it."""
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of a post in which the sheet and the calendar do not say the same."""

    part: Part
    here: object
    in_sheet: object


@dataclass(frozen=True, slots=True)
class Merge:
    """A post with what its row says anew."""

    present: Post
    after: Post
    """With the conflicts taken as well, where there are any."""
    changes: tuple[Difference, ...] = ()
    """What changed in the sheet alone."""
    clashes: tuple[Difference, ...] = ()
    """What changed in the sheet and here."""
    kept: tuple[Difference, ...] = ()
    """What changed here alone."""

    @property
    def outcome(self) -> Outcome:
        """What an import does with the row; a cancelled post stays as it is."""
        if self.present.cancelled or not (self.changes or self.clashes):
            return Outcome.UNCHANGED
        return Outcome.CONFLICT if self.clashes else Outcome.UPDATE

    @property
    def changes_content(self) -> bool:
        """Whether anything would change that is published."""
        is_unchanged = self.outcome is Outcome.UNCHANGED
        return not is_unchanged and self.after.fingerprint != self.present.fingerprint


def merge(known: KnownPost, said: Post, parts: Iterable[Part]) -> Merge:
    """Return what a row changes; `said` is the post that it would make if it were new."""
    asked = frozenset(parts)
    merged = Merge(known.present, known.present)
    for part in sorted(asked - {Part.NOTES}, key=list(Part).index):
        merged = _with_part(merged, known, said, part)
    taken = {one.part for one in (*merged.changes, *merged.clashes)}
    after = _taken_over(known.present, said, taken, asked) if taken else known.present
    notes = _notes(known, said) if Part.NOTES in asked else after.notes
    if notes != after.notes:
        difference = Difference(Part.NOTES, after.notes, notes)
        merged = replace(merged, changes=(*merged.changes, difference))
        after = after.changed(notes=notes, source_id=said.source_id, undo_of=0)
    return replace(merged, after=after)


def _with_part(merged: Merge, known: KnownPost, said: Post, part: Part) -> Merge:
    value = _VALUES[part]
    here, in_sheet = value(merged.present), value(said)
    has_other_pictures = _pictures(merged.present) != _pictures(said)
    if here == in_sheet or (part is Part.ALT and has_other_pictures):
        return merged
    difference = Difference(part, here, in_sheet)
    before, *since = known.values_since(value)
    if in_sheet == before or in_sheet in since[:-1]:
        return replace(merged, kept=(*merged.kept, difference))
    if here == before:
        return replace(merged, changes=(*merged.changes, difference))
    return replace(merged, clashes=(*merged.clashes, difference))


def _taken_over(present: Post, said: Post, taken: set[Part], asked: frozenset[Part]) -> Post:
    after = present.changed(source_id=said.source_id, undo_of=0)
    if taken & {Part.DAY, Part.TIME}:
        after = after.changed(local=_local(after, said, taken))
    if taken & {Part.MEDIA, Part.ALT}:
        after = after.changed(media=_media(after, said, taken, asked))
    return after.changed(**{part.value: said.value(part) for part in taken & _PLAIN})


def _local(present: Post, said: Post, taken: set[Part]) -> datetime | None:
    """Return the row's day and time, each where it is taken; its own moment if there is no other.

    A clock that goes forward can leave a day without the time that a person chose for another.
    """
    here, there = present.content.local, said.content.local
    if here is None or there is None:
        return there
    day = there.date() if Part.DAY in taken else here.date()
    at = there.time() if Part.TIME in taken else here.time()
    both = datetime.combine(day, at)
    return there if clock_time(both, present.content.zone) is ClockTime.NEVER else both


def _media(
    present: Post, said: Post, taken: set[Part], asked: frozenset[Part]
) -> tuple[Medium, ...]:
    """Return the row's pictures; one that is here already keeps what was fetched for it."""
    here = {medium.url: medium for medium in present.content.media if medium.url}
    wanted = said.content.media if Part.MEDIA in taken else present.content.media
    alts = {medium.url: medium.alt for medium in said.content.media if Part.ALT in asked}
    kept = (here.get(medium.url, medium) for medium in wanted)
    return tuple(replace(medium, alt=alts.get(medium.url, medium.alt)) for medium in kept)


def _notes(known: KnownPost, said: Post) -> str:
    """Return the notes with the lines that the sheet has now instead of those it had then."""
    then = str(known.said_by_the_sheet(lambda version: version.notes)).splitlines()
    now = said.notes.splitlines()
    kept = [line for line in known.present.notes.splitlines() if line in now or line not in then]
    return "\n".join((*kept, *(line for line in now if line not in kept and line not in then)))


def _time(post: Post) -> time | None:
    return None if post.content.local is None else post.content.local.time()


def _day(post: Post) -> date | None:
    return post.content.day


def _pictures(post: Post) -> tuple[str, ...]:
    return tuple(medium.url or medium.digest for medium in post.content.media)


def _alts(post: Post) -> tuple[tuple[str, str], ...]:
    return tuple((medium.url, medium.alt) for medium in post.content.media if medium.url)


def _plainly(part: Part) -> Callable[[Post], object]:
    return lambda post: post.value(part)


_PLAIN = frozenset(Part) - {Part.DAY, Part.TIME, Part.MEDIA, Part.ALT, Part.NOTES}
"""Parts that are a field of the post each."""

_VALUES: Mapping[Part, Callable[[Post], object]] = {
    **{part: _plainly(part) for part in (*_PLAIN, Part.NOTES)},
    Part.DAY: _day,
    Part.TIME: _time,
    Part.MEDIA: _pictures,
    Part.ALT: _alts,
}
