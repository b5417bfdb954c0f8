"""Finishing or removing the exports that a crash or a disk has interrupted."""

from pathlib import Path

from app.commands import exporting
from app.commands.exports import as_text, check_may_export
from app.commands.session import Session
from app.domain.export import HandOver
from app.errors import AppError
from app.exchange import folder as export_folder
from app.exchange.folder import Outcome, Staged
from app.storage import calendar, exports
from app.storage.audit import Stamp
from app.storage.exports import ExportRecord, Unfinished
from app.wording import _

_WAITING = frozenset({Outcome.NAMELESS, Outcome.NOT_REMOVED, Outcome.OUT_OF_REACH})
"""Outcomes after which the export is looked at again next time."""
_NOT_LEFT = frozenset({Outcome.REFUSED, Outcome.DAMAGED, Outcome.GONE})
"""Outcomes after which nothing of the export can be queued."""


def recover_exports(session: Session) -> tuple[str, ...]:
    """Finish or remove what was left half written; return one sentence for each.

    Looks only at exports of this calendar that were remembered before they were written. The gate
    is asked again: what may not leave any more is removed and its hand-over closed. Never fails:
    what cannot be done now is a sentence, and is tried again next time.
    """
    try:
        left = exports.unfinished(session.engine)
    except AppError as error:
        return (str(error),)
    said = [_recovered(session, one) for one in left]
    return tuple(dict.fromkeys(sentence for sentence in said if sentence))


def _recovered(session: Session, one: Unfinished) -> str:
    try:
        with session.writing() as stamp:
            check_may_export(session, session.clock())
            return _recover(session, stamp, one)
    except AppError as error:
        return str(error)


def _recover(session: Session, stamp: Stamp, one: Unfinished) -> str:
    place = _place_of(session, one)
    record = exports.export(session.engine, one.export)
    if place is None or (record is not None and record.folder != as_text(place.target)):
        exports.drop_unfinished(session.engine, one.export)  # somebody wrote it there by hand
        return ""
    outcome = export_folder.recover(
        place,
        manifest_sha256=record.manifest_sha if record else "",
        may_leave=lambda: record is not None and _may_still_leave(session, record),
    )
    if record is not None and outcome in _NOT_LEFT:
        _close(session, stamp, record)
    if outcome in _WAITING and (record is None or _still_queued(session, record)):
        return (
            "" if record is None and outcome is Outcome.OUT_OF_REACH else _sentence(place, outcome)
        )
    exports.drop_unfinished(session.engine, one.export)
    return _sentence(place, outcome)


def _place_of(session: Session, one: Unfinished) -> Staged | None:
    """Return where this export was staged; nothing for what this program never keeps."""
    target = Path(one.folder)
    if not target.is_absolute():
        return None
    about = calendar.calendar_facts(session.engine)
    try:
        return export_folder.place_of(target, export=one.export, calendar=about.id)
    except ValueError:
        return None


def _may_still_leave(session: Session, record: ExportRecord) -> bool:
    return exporting.may_still_leave(
        session.engine,
        session.knowledge,
        exports.items_of(session.engine, record.id),
        export_id=record.id,
        form_name=record.preset,
        now=session.clock(),
    )


def _still_queued(session: Session, record: ExportRecord) -> bool:
    now = session.clock()
    return any(one.is_open(now) for one in _hand_overs(session, record))


def _close(session: Session, stamp: Stamp, record: ExportRecord) -> None:
    reason = _("The export was interrupted and its files were removed.")
    for one in _hand_overs(session, record):
        if not one.is_closed:
            exports.close_hand_over(session.engine, stamp, record.id, one.post, reason)


def _hand_overs(session: Session, record: ExportRecord) -> list[HandOver]:
    items = exports.items_of(session.engine, record.id)
    handed = exports.hand_overs_of(session.engine, [item.post for item in items])
    return [one for found in handed.values() for one in found if one.export == record.id]


def _sentence(place: Staged, outcome: Outcome) -> str:
    match outcome:
        case Outcome.NOTHING | Outcome.FINISHED_BEFORE:
            return ""
        case Outcome.FINISHED:
            said = _("An interrupted export was finished: {folder}")
        case Outcome.GONE:
            said = _(
                "The files of an interrupted export are gone, so that none of its posts counts as "
                "queued any more: {folder}"
            )
        case Outcome.NAMELESS:
            said = _(
                "An interrupted export is kept as “{part}”: it is finished as soon as the disk "
                "allows it and nothing else is called “{folder}”"
            )
        case Outcome.NOT_REMOVED:
            said = _(
                "An interrupted export must not be used and could not be removed: delete “{part}”"
            )
        case Outcome.OUT_OF_REACH:
            said = _(
                "An interrupted export cannot be reached: connect the disk of “{part}”, or confirm "
                "that its posts were taken out"
            )
        case Outcome.NOT_RECORDED | Outcome.REFUSED | Outcome.DAMAGED:
            said = _("An interrupted export was removed, export again: {folder}")
    return said.format(folder=place.target, part=place.part)
