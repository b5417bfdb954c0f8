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
from app.commands.steps import AnyStep, Back, SettingStep, Step, StepLostError, next_of, told
from app.domain.change import ChangeSet, Events, Steps
from app.domain.decision import says_why
from app.domain.flag import Severity
from app.domain.person import Person, PersonId
from app.domain.post import Post, PostId, changed_fields
from app.errors import RefusedError
from app.storage import people, posts
from app.storage.chain import REDO, UNDO, Stamp, head
from app.storage.engine import Engine
from app.storage.newest_rows import rows_since, still_say_so
from app.storage.sqlite import open_calendar
from app.wording import _

NO_AUTHORS: Mapping[PostId, frozenset[PersonId]] = {}
NOTHING_UNDONE: Mapping[PostId, int] = {}


def this_computer() -> str:
    """Return `account@computer`, as the audit records it."""
    return f"{getpass.getuser()}@{socket.gethostname()}"


def now_utc() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Session:
    """An open calendar with the person who acts. Lives on the database thread."""

    engine: Engine
    knowledge: Knowledge
    origin: str
    clock: Callable[[], datetime] = now_utc
    me: Person | None = None
    undo_steps: list[AnyStep] = field(default_factory=list)
    redo_steps: list[AnyStep] = field(default_factory=list)
    written: list[Events] = field(default_factory=list)
    """What each transaction has written into the audit; see `take_written`."""
    _is_writing: bool = False
    _way: str = ""
    """UNDO or REDO while the settings go back or on."""

    @classmethod
    def open(cls, path: Path, knowledge: Knowledge, *, origin: str | None = None) -> "Session":
        """Open a calendar file for writing; CalendarFileError says why it cannot be opened."""
        return cls(open_calendar(path), knowledge, origin or this_computer())

    def close(self) -> None:
        """Close the file."""
        self.engine.close()

    @property
    def steps(self) -> Steps:
        """What could be undone and done again next, of all steps and of the settings alone."""
        undo, redo = self.undo_steps, self.redo_steps
        return Steps(
            told(next_of(undo)),
            told(next_of(redo)),
            told(next_of(undo, only_settings=True)),
            told(next_of(redo, only_settings=True)),
        )

    def take_written(self) -> tuple[Events, ...]:
        """Return what was written into the audit since this was last asked."""
        written = tuple(self.written)
        self.written.clear()
        return written

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
        return Stamp(self.actor().id, self.origin, self.clock(), self._way)

    @contextmanager
    def writing(self) -> Iterator[Stamp]:
        """Give the stamp of one transaction: all of it is saved, or nothing, nor any undo of it."""
        undo, redo = list(self.undo_steps), list(self.redo_steps)
        written = len(self.written)
        try:
            with self.engine.write(), self._noting_events():
                yield self.stamp()
        except BaseException:
            self.undo_steps[:], self.redo_steps[:] = undo, redo
            del self.written[written:]
            raise

    @contextmanager
    def _noting_events(self) -> Iterator[None]:
        """Note what a whole transaction writes into the audit; an inner one is part of it."""
        if self._is_writing:
            yield
            return
        self._is_writing, before = True, head(self.engine).seq
        try:
            yield
            if (last := head(self.engine).seq) != before:
                self.written.append((before, last))
        finally:
            self._is_writing = False

    @contextmanager
    def changing(
        self, label: str, back: Back, *, by: Callable[["Session"], Person], asks_why: bool = False
    ) -> Iterator[Stamp]:
        """Give the stamp of one change of the settings, and keep it for undo.

        `by` refuses those who may not make it, `back` is the opposite, `asks_why` tells whether
        that one needs a reason. What is done to posts meanwhile belongs to the same step.
        """
        steps = list(self.undo_steps)
        with self.writing() as stamp:
            by(self)
            place = head(self.engine).seq
            yield stamp
            left = rows_since(self.engine, place)
        self.undo_steps[:] = steps
        self._keep(SettingStep(label, back, by, left, asks_why))

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
        undo_of: Mapping[PostId, int] = NOTHING_UNDONE,
    ) -> ChangeSet:
        """Save new versions in one transaction, all or none, and keep the step for undo.

        `before` and `after` go side by side; a post at revision 0 is made, whatever stands before.
        `action` is what the audit calls it, `done` what a person is told. Steps that say the same
        `joins` and follow each other on the same posts are taken back as one. `undo_of` names the
        first version that a new one takes back: what stood before it has its authors again.
        """
        pairs = [
            (old, new.changed(undo_of=undo_of.get(new.id, 0)))
            for old, new in zip(before, after, strict=True)
            if new.revision == 0 or changed_fields(old, new)
        ]
        changes, step = self._save(label, pairs, inherited, action)
        if step.pairs:
            self._keep(replace(step, joins=joins))
        return replace(changes, done=done)

    def undo(self, *, why: str = "", only_settings: bool = False) -> ChangeSet:
        """Take the last step back, or the last change of the settings.

        Of posts field by field, where the fields still hold what it wrote; of the settings only
        where they still say what it left, by whoever may do the opposite, with a reason (`why`)
        where posts are checked less strictly afterwards.
        """
        step = next_of(self.undo_steps, only_settings=only_settings)
        if step is None:
            raise RefusedError(_("There is nothing to undo."))
        return self._take_back(UNDO, step, why)

    def redo(self, *, why: str = "", only_settings: bool = False) -> ChangeSet:
        """Do the last undone step again, with the same care.

        What was refused stays next: once its way out was gone, it is done again. Only what can
        never be done any more goes, and stands in nobody's way.
        """
        step = next_of(self.redo_steps, only_settings=only_settings)
        if step is None:
            raise RefusedError(_("There is nothing to redo."))
        return self._take_back(REDO, step, why)

    def _keep(self, step: AnyStep) -> None:
        """Keep a step for undo, joined to the one that it goes on with.

        What led back to where it began stays apart: there would be nothing to take back.
        """
        last = self.undo_steps[-1] if self.undo_steps else None
        if isinstance(last, Step) and isinstance(step, Step) and last.is_continued_by(step):
            joined = last.joined(step)
            if not joined.is_loop:
                self.undo_steps.pop()
                step = joined
        self.undo_steps.append(step)
        self.redo_steps.clear()

    def _take_back(self, way: str, step: AnyStep, why: str) -> ChangeSet:
        source, target = self.undo_steps, self.redo_steps
        wording = _("Undid: {label}")
        if way == REDO:
            source, target = target, source
            wording = _("Did again: {label}")
        try:
            if isinstance(step, SettingStep):
                changes, opposite = self._go_back(way, step, why)
            else:
                changes, opposite = self._restore(way, step)
        except StepLostError:
            source.remove(step)
            raise
        source.remove(step)
        target.append(opposite)
        return replace(changes, label=wording.format(label=step.label), takes_back=True)

    def _go_back(self, way: str, step: SettingStep, why: str) -> tuple[ChangeSet, AnyStep]:
        """Do the opposite of a change of the settings, as anybody would who may."""
        undo, redo = list(self.undo_steps), list(self.redo_steps)
        self._way = way
        try:
            with self.writing():  # nobody changes it between the look and the word
                self._check_can_go_back(way, step, why)
                reason = why.strip() or _("Undo: {label}").format(label=step.label)
                changes = step.back(self, reason)
                opposite = self.undo_steps[-1]
        finally:
            self._way = ""
        self.undo_steps[:], self.redo_steps[:] = undo, redo
        return changes, replace(opposite, label=step.label)

    def _check_can_go_back(self, way: str, step: SettingStep, why: str) -> None:
        try:
            step.power(self)
        except RefusedError as error:
            raise StepLostError(str(error)) from error
        if not still_say_so(self.engine, step.left):
            raise StepLostError(_changed_since(step, way))
        if step.asks_why and not says_why(why):
            words = _("Write in a few words why “{label}” is undone: it is kept in the history.")
            if way == REDO:
                words = _(
                    "Write in a few words why “{label}” is done again: it is kept in the history."
                )
            raise RefusedError(words.format(label=step.label))

    def _restore(self, way: str, step: Step) -> tuple[ChangeSet, AnyStep]:
        """Give posts back what a step has changed, where nobody else has changed it since."""
        pairs = self._restored(step)
        if not pairs:
            raise StepLostError(_changed_since(step, way))
        changes, done = self._save(step.label, pairs, NO_AUTHORS)
        return changes, Step(step.label, done.pairs)

    def _restored(self, step: Step) -> list[tuple[Post, Post]]:
        """Return what taking a step back would change: each post as it is, and as it would be."""
        present = posts.by_ids(self.engine, [after.id for _before, after in step.pairs])
        shared = self._shared(step)
        return [
            (now, back)
            for (before, after), now in zip(step.pairs, present, strict=True)
            if now.id not in shared and changed_fields(now, back := _back(before, after, now))
        ]

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
            pairs = [(before, self._by_its_market(after)) for before, after in pairs]
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

    def _by_its_market(self, post: Post) -> Post:
        """Return a post that is still to go out by the clocks of its market.

        One that was past when the market got another zone has kept the old one until now.
        """
        zone = Setting.of(self.engine).markets[post.content.market].zone
        if post.content.zone == zone:
            return post
        instant = post.content.instant
        is_past = instant is not None and instant <= self.clock()
        return post if is_past else post.changed(zone=zone)

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


def _changed_since(step: AnyStep, way: str) -> str:
    words = (
        _("“{label}” cannot be done again: it was changed since.")
        if way == REDO
        else _("“{label}” cannot be undone: it was changed again since.")
    )
    return words.format(label=step.label)


def _back(before: Post, after: Post, now: Post) -> Post:
    fields = {
        name: before.value(name)
        for name in changed_fields(before, after) - {"zone"}  # it is the market's, as it is now
        if now.value(name) == after.value(name)
    }
    return now.changed(**fields, undo_of=after.revision)
