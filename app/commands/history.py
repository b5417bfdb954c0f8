"""What happened to a post, in words."""

from datetime import datetime

from app.commands.dates import clock, day_name, moment
from app.commands.texts import field_name, verdict_name
from app.commands.views import HistoryEntry
from app.domain.decision import Decision
from app.domain.person import PersonId
from app.domain.post import Post, PostId, changed_fields
from app.storage import audit, decisions, exports, people, posts
from app.storage.engine import Engine
from app.storage.imported import BY_IMPORT
from app.wording import _


def history_of(engine: Engine, post_id: PostId) -> tuple[HistoryEntry, ...]:
    """Return versions, decisions and hand-overs of a post in the order in which they happened."""
    names = {person.id: person.name for person in people.all_people(engine)}
    versions = posts.versions(engine, post_id)
    words = dict(_edits(versions))
    words |= {d.seq: _said(d) for d in decisions.of_posts(engine, [post_id]).get(post_id, ())}
    left = iter(exports.hand_overs_of(engine, [post_id]).get(post_id, ()))
    entries = []
    for event in audit.events_of_post(engine, post_id):
        what = words.get(event.seq, "")
        if event.action == "hand over":
            what = _("Exported in {file}").format(file=next(left).file)
        elif event.action == "close":
            what = _("Taken out of the scheduler's queue")
        elif event.action == BY_IMPORT and event.seq == versions[0].seq:
            what = _("Imported from a sheet")
        elif event.action == BY_IMPORT:
            what = _("From a sheet: {what}").format(what=what)
        if what:
            who = names.get(PersonId(event.actor), event.actor)
            entries.append(HistoryEntry(event.seq, event.at, who, what))
    return tuple(entries)


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
    words = verdict_name(decision.verdict)
    return f"{words}: {decision.note}" if decision.note else words
