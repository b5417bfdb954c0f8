"""What happened to a post, in words."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from app.commands.dates import clock, day_name, moment
from app.commands.recalling import scheduler_name
from app.commands.talk_words import words_of_talk
from app.commands.texts import field_name, verdict_name
from app.commands.views import HistoryEntry
from app.domain.decision import Decision
from app.domain.export import HandOver
from app.domain.hold import Hold
from app.domain.post import Post, PostId, changed_fields
from app.storage import audit, decisions, exports, holds, people, posts
from app.storage.audit import Event
from app.storage.engine import Engine
from app.storage.imported import BY_IMPORT
from app.wording import _


def history_of(engine: Engine, post_id: PostId, now: datetime) -> tuple[HistoryEntry, ...]:
    """Return versions, decisions and hand-overs of a post in the order in which they happened."""
    names = {person.id: person.name for person in people.all_people(engine)}
    versions = posts.versions(engine, post_id)
    handed = exports.hand_overs_of(engine, [post_id]).get(post_id, ())
    words = words_of_events(engine, post_id)
    events = audit.events_of_post(engine, post_id)
    entries = [
        HistoryEntry(
            event.seq, event.at, names.get(event.actor, event.actor), told(event, words[event.seq])
        )
        for event in events
        if event.seq in words
    ]
    written_at = {event.seq: event.at for event in events}
    for one in handed:
        if not one.is_closed and not one.is_open(now):
            known = [version for version in versions if written_at[version.seq] <= one.instant]
            _insert_by_time(entries, _gone_by(one, known[-1]))
    return tuple(entries)


def words_of_events(engine: Engine, post_id: PostId) -> dict[int, str]:
    """Return what was done to a post, by the place in the audit."""
    words = dict(_edits(posts.versions(engine, post_id)))
    words |= {d.seq: _said(d) for d in decisions.of_posts(engine, [post_id]).get(post_id, ())}
    for one in exports.hand_overs_of(engine, [post_id]).get(post_id, ()):
        words[one.seq] = _("Exported in {file}").format(file=one.file)
    words |= words_of_talk(engine, post_id)
    words |= dict(_holds(holds.of_post(engine, post_id)))
    for seq, said in exports.words_of_closings(engine, post_id).items():
        words[seq] = _("Taken out of the scheduler's queue: {words}").format(words=said)
    return words


def _holds(found: Iterable[Hold]) -> Iterator[tuple[int, str]]:
    for hold in found:
        yield hold.placed_seq, _("Put this post on hold: {reason}").format(reason=hold.reason)
        if hold.lifted_seq is not None:
            yield (
                hold.lifted_seq,
                _("Lifted the hold on this post: {reason}").format(reason=hold.lift_reason),
            )


def told(event: Event, words: str) -> str:
    """Return the words of an event as they are told: what a sheet has brought is said so."""
    if event.action == posts.RESTORE:
        return _("Restored an older version")
    if event.action != BY_IMPORT:
        return words
    made = event.entity.endswith("@1")
    return _("Imported from a sheet") if made else _("From a sheet: {what}").format(what=words)


def _gone_by(handed: HandOver, then: Post) -> HistoryEntry:
    """Tell what came due at a scheduler, and how the post stood here at that time."""
    is_so = then.fingerprint == handed.fingerprint and then.ready and not then.cancelled
    what = (
        _("Due to go out")
        if is_so
        else _("May have gone out as it was exported: nobody said that it was taken out")
    )
    return HistoryEntry(0, handed.instant, scheduler_name(handed.preset), what)


def _insert_by_time(entries: list[HistoryEntry], entry: HistoryEntry) -> None:
    """Events keep the order of the audit, whatever the clocks said."""
    later = (place for place, one in enumerate(entries) if one.at > entry.at)
    entries.insert(next(later, len(entries)), entry)


def what_changed(before: Post, after: Post) -> str:
    """Return in words how one version differs from the one before."""
    changed = changed_fields(before, after)
    if changed == {"local"}:
        return _moved(before.content.local, after.content.local)
    if changed == {"ready"}:
        return _("Marked ready") if after.ready else _("Put back to draft")
    if changed == {"cancelled"}:
        return _("Cancelled") if after.cancelled else _("Brought back")
    return _("Changed {fields}").format(fields=", ".join(sorted(map(field_name, changed))))


def _moved(before: datetime | None, after: datetime | None) -> str:
    if after is None:
        return _("Put in the tray")
    if before is None:
        return _("Put on {day}").format(day=day_name(after.date(), "short"))
    if before.time() == after.time():
        old, new = day_name(before.date(), "short"), day_name(after.date(), "short")
    elif before.date() == after.date():
        old, new = clock(before), clock(after)
    else:
        old, new = moment(before), moment(after)
    return _("Moved from {old} to {new}").format(old=old, new=new)


def _edits(versions: tuple[Post, ...] | list[Post]) -> list[tuple[int, str]]:
    first, *later = versions
    made = _("Copied from another post") if first.copied_from else _("Written")
    said = [(first.seq, made)]
    for before, after in zip(versions, later, strict=False):
        words = what_changed(before, after)
        said.append((after.seq, _("Undo: {what}").format(what=words) if after.undo_of else words))
    return said


def _said(decision: Decision) -> str:
    as_remembrance = decision.is_approval and decision.remembrance
    words = _("Approved as the remembrance") if as_remembrance else verdict_name(decision.verdict)
    return f"{words}: {decision.note}" if decision.note else words
