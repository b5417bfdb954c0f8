"""What happened to a post, in words."""

from gettext import gettext as _

from app.commands.dates import day_name
from app.commands.texts import field_name, verdict_name
from app.commands.views import HistoryEntry
from app.domain.decision import Decision
from app.domain.person import PersonId
from app.domain.post import Post, PostId, changed_fields
from app.domain.wall_time import from_stamp
from app.storage import audit, decisions, exports, people, posts
from app.storage.engine import Engine


def history_of(engine: Engine, post_id: PostId) -> tuple[HistoryEntry, ...]:
    """Return versions, decisions and hand-overs of a post in the order in which they happened."""
    names = {person.id: person.name for person in people.all_people(engine)}
    events = {event.seq: event for event in audit.events_of_post(engine, post_id)}
    words = dict(_edits(posts.versions(engine, post_id)))
    words |= {d.seq: _said(d) for d in decisions.of_posts(engine, [post_id]).get(post_id, ())}
    files = {h.export: h.file for h in exports.hand_overs_of(engine, [post_id]).get(post_id, ())}
    left = _("Exported in {files}").format(files=", ".join(sorted(files.values())))
    return tuple(
        HistoryEntry(
            seq,
            from_stamp(event.at),
            names.get(PersonId(event.actor), event.actor),
            words.get(seq, left if event.action == "export" else event.action),
        )
        for seq, event in sorted(events.items())
    )


def what_changed(before: Post, after: Post) -> str:
    """Return in words how one version differs from the one before."""
    changed = changed_fields(before, after)
    if changed == {"local"} and after.content.day is not None:
        day = day_name(after.content.day, "short")
        return (
            _("Put on {day}").format(day=day)
            if before.content.day is None
            else _("Moved from {old} to {new}").format(
                old=day_name(before.content.day, "short"), new=day
            )
        )
    if changed == {"ready"}:
        return _("Marked ready") if after.ready else _("Put back to draft")
    if changed == {"cancelled"}:
        return _("Cancelled") if after.cancelled else _("Brought back")
    return _("Changed {fields}").format(fields=", ".join(sorted(map(field_name, changed))))


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
