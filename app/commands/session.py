"""One open calendar as commands see it: who acts, what is written, undo and redo."""

import getpass
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from app.commands.consequences import Standing
from app.commands.flags import AT_ONCE, forget_touched, keep_flags
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.person import Person, PersonId
from app.domain.post import Post, PostId, changed_fields
from app.errors import RefusedError
from app.storage import people, posts
from app.storage.audit import Stamp
from app.storage.engine import Engine
from app.storage.sqlite import open_calendar
from app.wording import _

NO_AUTHORS: Mapping[PostId, frozenset[PersonId]] = {}


def this_computer() -> str:
    """Return `account@computer`, as the audit records it."""
    return f"{getpass.getuser()}@{socket.gethostname()}"


def now_utc() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a person can take back: each post before and after it."""

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


@dataclass(slots=True)
class Session:
    """An open calendar with the person who acts. Lives on the database thread."""

    engine: Engine
    knowledge: Knowledge
    origin: str
    clock: Callable[[], datetime] = now_utc
    me: Person | None = None
    undo_steps: list[Step] = field(default_factory=list)
    redo_steps: list[Step] = field(default_factory=list)

    @classmethod
    def open(cls, path: Path, knowledge: Knowledge, *, origin: str | None = None) -> "Session":
        """Open a calendar file for writing; CalendarFileError says why it cannot be opened."""
        return cls(open_calendar(path), knowledge, origin or this_computer())

    def close(self) -> None:
        """Close the file."""
        self.engine.close()

    @property
    def undo_label(self) -> str:
        """What Undo would take back, or nothing."""
        return self.undo_steps[-1].label if self.undo_steps else ""

    @property
    def redo_label(self) -> str:
        """What Redo would do again, or nothing."""
        return self.redo_steps[-1].label if self.redo_steps else ""

    def actor(self) -> Person:
        """Return who acts, as the calendar knows them now; RefusedError when nobody was chosen."""
        if self.me is None:
            raise RefusedError(_("Choose who you are first, at the top right of the window."))
        known = {person.id: person for person in people.all_people(self.engine)}
        present = known.get(self.me.id)
        if present is None or not present.is_active:
            raise RefusedError(
                _("{name} is no longer part of this calendar: choose who you are.").format(
                    name=self.me.name
                )
            )
        return present

    def reviewer(self) -> Person:
        """Return who acts, who must be a reviewer or an owner."""
        actor = self.actor()
        if not actor.may_review:
            raise RefusedError(
                _("{name} is a planner: ask a reviewer or an owner to do this.").format(
                    name=actor.name
                )
            )
        return actor

    def owner(self) -> Person:
        """Return who acts, who must be an owner."""
        actor = self.actor()
        if not actor.may_own:
            raise RefusedError(
                _("Only an owner may change this; {name} is a {role}.").format(
                    name=actor.name, role=actor.role.value
                )
            )
        return actor

    def stamp(self) -> Stamp:
        """Return who does what is written now, from where and when."""
        return Stamp(self.actor().id, self.origin, self.clock())

    @contextmanager
    def writing(self) -> Iterator[Stamp]:
        """Give the stamp of one transaction: all of it is saved, or nothing, nor any undo of it."""
        undo, redo = list(self.undo_steps), list(self.redo_steps)
        try:
            with self.engine.write():
                yield self.stamp()
        except BaseException:
            self.undo_steps[:], self.redo_steps[:] = undo, redo
            raise

    def write(
        self,
        label: str,
        before: Sequence[Post],
        after: Sequence[Post],
        inherited: Mapping[PostId, frozenset[PersonId]] = NO_AUTHORS,
        *,
        action: str = posts.REVISE,
        done: str = "",
        joins: str = "",
        undo_of: int = 0,
    ) -> ChangeSet:
        """Save new versions in one transaction, all or none, and keep the step for undo.

        `before` and `after` go side by side; a post at revision 0 is made, whatever stands before.
        `action` is what the audit calls it, `done` what a person is told. Steps that say the same
        `joins` and follow each other on the same posts are taken back as one. `undo_of` is the
        first version that the new one takes back: what stood before it has its authors again.
        """
        pairs = [
            (old, new.changed(undo_of=undo_of))
            for old, new in zip(before, after, strict=True)
            if new.revision == 0 or changed_fields(old, new)
        ]
        changes, step = self._save(label, pairs, inherited, action)
        if step.pairs:
            self._keep(replace(step, joins=joins))
        return replace(changes, done=done)

    def undo(self) -> ChangeSet:
        """Take the last step back, field by field, where the fields still hold what it wrote."""
        if not self.undo_steps:
            raise RefusedError(_("There is nothing to undo."))
        return self._take_back(self.undo_steps, self.redo_steps, _("Undid: {label}"))

    def redo(self) -> ChangeSet:
        """Do the last undone step again, with the same care."""
        if not self.redo_steps:
            raise RefusedError(_("There is nothing to redo."))
        return self._take_back(self.redo_steps, self.undo_steps, _("Did again: {label}"))

    def _keep(self, step: Step) -> None:
        """Keep a step for undo, joined to the one that it goes on with.

        What led back to where it began stays apart: there would be nothing to take back.
        """
        if self.undo_steps and self.undo_steps[-1].is_continued_by(step):
            joined = self.undo_steps[-1].joined(step)
            if any(changed_fields(before, after) for before, after in joined.pairs):
                self.undo_steps.pop()
                step = joined
        self.undo_steps.append(step)
        self.redo_steps.clear()

    def _take_back(self, source: list[Step], target: list[Step], wording: str) -> ChangeSet:
        step = source[-1]
        present = posts.by_ids(self.engine, [after.id for _before, after in step.pairs])
        shared = self._shared(step)
        pairs = [
            (now, back)
            for (before, after), now in zip(step.pairs, present, strict=True)
            if now.id not in shared and changed_fields(now, back := _back(before, after, now))
        ]
        if not pairs:
            source.pop()
            raise RefusedError(
                _("“{label}” cannot be undone: it was changed again since.").format(
                    label=step.label
                )
            )
        changes, done = self._save(wording.format(label=step.label), pairs, NO_AUTHORS)
        source.pop()
        target.append(Step(step.label, done.pairs))
        return replace(changes, takes_back=True)

    def _shared(self, step: Step) -> frozenset[PostId]:
        """Return the posts that a step has made and somebody else has changed: they stay."""
        made = {after.id: after.seq for before, after in step.pairs if before.cancelled}
        edits = posts.edits_of(self.engine, made)
        me = self.actor().id
        return frozenset(
            post_id
            for post_id, found in edits.items()
            if any(edit.seq > made[post_id] and edit.person != me for edit in found)
        )

    def _save(
        self,
        label: str,
        pairs: Sequence[tuple[Post, Post]],
        inherited: Mapping[PostId, frozenset[PersonId]],
        action: str = posts.REVISE,
    ) -> tuple[ChangeSet, Step]:
        old = [before for before, _after in pairs]
        with self.writing() as stamp:
            self._refuse_retired_channels([after for _before, after in pairs])
            stood = self._standing([post for post in old if post.revision])
            made = [after for _before, after in pairs if after.revision == 0]
            created = posts.create(self.engine, stamp, made, inherited, action=action)
            changed = [after for _before, after in pairs if after.revision]
            revised = posts.revise(self.engine, stamp, changed, action=action)
            saved = {post.id: post for post in (*created, *revised)}
            new = [saved[after.id] for _before, after in pairs]
            touched = forget_touched(self.engine, old, new)
            if len(new) <= AT_ONCE:  # of more they are worked out when nobody is kept from saving
                keep_flags(self.engine, self.knowledge, new, touched)
            stands = self._standing(new)
        step = Step(label, tuple(map(_undoable, old, new)))
        is_made = frozenset(post.id for post in created)
        changes = ChangeSet(
            label,
            posts=frozenset(post.id for post in new),
            cells=frozenset((p.content.market, p.content.day) for p in (*old, *new, *touched)),
            reflagged=frozenset(post.id for post in touched),
            ended_approvals=stood.approvals_lost(stands),
            returned_approvals=stood.approvals_back(stands),
            stops_came=stood.came(stands, is_made, Severity.STOP, Severity.BLOCKED),
            cautions_came=stood.came(stands, is_made, Severity.CAUTION),
            left_queued=stood.left_queued(stands),
            can_undo=bool(new),
        )
        return changes, step

    def _refuse_retired_channels(self, found: Sequence[Post]) -> None:
        """Nothing that is still to go out comes to stand on a retired channel, by no way."""
        setting, now = Setting.of(self.engine), self.clock()
        for post in found:
            channel = setting.channels[post.content.channel]
            if not channel.is_retired or post.cancelled:
                continue
            instant = post.content.instant
            if instant is None or instant > now:
                words = _("{channel} is retired: choose another channel, or use this one again.")
                raise RefusedError(words.format(channel=channel.name))

    def _standing(self, found: Sequence[Post]) -> Standing:
        return Standing.of(self.engine, self.knowledge, found, self.clock())


def _undoable(before: Post, saved: Post) -> tuple[Post, Post]:
    """Return where undo leads, and what it leaves; a post that was just made is cancelled."""
    return (before if before.revision else saved.changed(cancelled=True)), saved


def _back(before: Post, after: Post, now: Post) -> Post:
    fields = {
        name: before.value(name)
        for name in changed_fields(before, after) - {"zone"}  # it is the market's, as it is now
        if now.value(name) == after.value(name)
    }
    return now.changed(**fields, undo_of=after.revision)
