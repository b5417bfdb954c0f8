"""Exporting: the gate is asked inside the transaction that records what leaves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from uuid import uuid4

from app import __version__
from app.commands import exporting
from app.commands.exporting import Judged, Request
from app.commands.session import Session
from app.commands.versions import check_not_older, note_knowledge_used
from app.commands.views import ExportOutcome
from app.domain.change import ChangeSet
from app.domain.decision import Decision
from app.domain.export import ExportId
from app.domain.gate import sound_approvals
from app.domain.market import MarketId
from app.domain.post import PostId
from app.errors import RefusedError
from app.exchange import folder as export_folder
from app.exchange.folder import Staged
from app.exchange.handover import HAND_OVER_NAME, hand_over_sheet
from app.exchange.manifest import MANIFEST_NAME, ExportFacts, StayedIn, build_manifest
from app.exchange.manifest import digest as digest_of
from app.exchange.presets import preset as preset_named
from app.exchange.writer import SAMPLE, ExportFile, write_files
from app.storage import audit, calendar, exports, people, settings
from app.storage.audit import Stamp
from app.storage.calendar import CalendarFacts
from app.storage.exports import ExportItem

EXPORT_FOLDERS = "export-folders"
"""The view setting that names where exports were written: recovery looks there after a crash."""


@dataclass(frozen=True, slots=True)
class ExportChange(ChangeSet):
    """An export as a change, with where it lies."""

    outcome: ExportOutcome | None = None


@dataclass(frozen=True, slots=True)
class _Export:
    """One export while it is made: who asked for what, and what the gate said."""

    id: ExportId
    request: Request
    moment: datetime
    about: CalendarFacts
    found: tuple[Judged, ...]

    @property
    def leaving(self) -> list[Judged]:
        """The posts that the gate and the format let out."""
        return [one for one in self.found if not one.reasons]


def export_posts(
    session: Session,
    *,
    preset: str,
    first: date,
    last: date,
    market_ids: Collection[MarketId],
    folder: Path,
    now: datetime | None = None,
) -> ExportChange:
    """Write the approved posts of a span into a new folder below `folder`.

    RefusedError when nothing may leave; the reasons stand in the preview.
    """
    session.actor()
    check_not_older(session.engine)
    _remember_folder(session, folder)
    request = Request(preset, first, last, frozenset(market_ids))
    staged: Staged | None = None
    try:
        with session.writing() as stamp:
            export = _judge(session, request, now or session.clock())
            files, staged = _stage(session, export, folder)
            _record(session, stamp, export, files, staged)
    except BaseException:
        if staged is not None:
            export_folder.discard(staged)
        raise
    return _outcome(export_folder.finish(staged), files, export)


def _judge(session: Session, request: Request, moment: datetime) -> _Export:
    export = _Export(
        ExportId(str(uuid4())),
        request,
        moment,
        calendar.calendar_facts(session.engine),
        exporting.judged(session.engine, session.knowledge, request, moment),
    )
    if not export.leaving:
        raise RefusedError(
            _("Nothing may leave in this period: the preview says why for each post.")
        )
    return export


def _stage(
    session: Session, export: _Export, folder: Path
) -> tuple[tuple[ExportFile, ...], Staged]:
    form = preset_named(export.request.preset)
    is_sample = export.about.is_sample
    rows = [one.row for one in export.leaving]
    files = write_files(form, rows, name_prefix=form.name, is_sample=is_sample)
    facts = _facts(session, export)
    sheet = hand_over_sheet(facts, form, files)
    manifest = build_manifest(facts, form, files, {HAND_OVER_NAME: sheet})
    staged = export_folder.stage(
        folder / _folder_name(form.name, export.moment, is_sample=is_sample),
        {file.name: file.data for file in files} | {HAND_OVER_NAME: sheet, MANIFEST_NAME: manifest},
        export=export.id,
        calendar=export.about.id,
    )
    return files, staged


def _record(
    session: Session,
    stamp: Stamp,
    export: _Export,
    files: tuple[ExportFile, ...],
    staged: Staged,
) -> None:
    export_folder.make_sure(staged)
    note_knowledge_used(session.engine, stamp, session.knowledge.version)
    exports.record_export(
        session.engine,
        stamp,
        export_id=export.id,
        preset=export.request.preset,
        folder=str(staged.target),
        manifest_sha=digest_of((staged.part / MANIFEST_NAME).read_bytes()),
        head_before=audit.head(session.engine),
        items=_items(files, export.leaving),
    )


def recover_exports(session: Session) -> tuple[str, ...]:
    """Finish or remove what a crash left half written; return one sentence for each.

    The gate is asked again: what may not leave any more is removed and its hand-over closed.
    """
    facts = calendar.calendar_facts(session.engine)
    said: list[str] = []
    for parent in _folders(session):
        if not export_folder.pending(parent, calendar=facts.id):
            continue
        with session.engine.write():
            recovered = export_folder.recover(
                parent,
                calendar=facts.id,
                is_recorded=lambda export_id: exports.is_recorded(session.engine, export_id),
                may_leave=lambda export_id: _may_still_leave(session, export_id),
            )
            for one in recovered:
                if one.outcome is not export_folder.Outcome.FINISHED:
                    _close(session, one.export)
        said.extend(_recovery_sentence(one) for one in recovered)
    return tuple(said)


def _may_still_leave(session: Session, export_id: ExportId) -> bool:
    (record,) = [one for one in exports.exports(session.engine) if one.id == export_id]
    return exporting.may_still_leave(
        session.engine,
        session.knowledge,
        exports.items_of(session.engine, export_id),
        export_id=export_id,
        form_name=record.preset,
        now=session.clock(),
    )


def _close(session: Session, export_id: ExportId) -> None:
    if not exports.is_recorded(session.engine, export_id):
        return
    reason = _("The export was interrupted and its files were removed.")
    for item in exports.items_of(session.engine, export_id):
        exports.close_hand_over(session.engine, session.stamp(), export_id, item.post, reason)


def _recovery_sentence(one: export_folder.Recovered) -> str:
    if one.outcome is export_folder.Outcome.FINISHED:
        return _("An interrupted export was finished: {folder}").format(folder=one.folder)
    return _("An interrupted export was removed, export again: {folder}").format(folder=one.folder)


def _facts(session: Session, export: _Export) -> ExportFacts:
    concerned = {one.case.market.id: one.case.market for one in export.found}
    return ExportFacts(
        export=export.id,
        product_version=__version__,
        calendar_id=export.about.id,
        calendar_name=export.about.name,
        is_sample=export.about.is_sample,
        made_at=export.moment,
        made_by=session.actor(),
        head_before=audit.head(session.engine).hash,
        first_day=export.request.first,
        last_day=export.request.last,
        markets=tuple(concerned.values()),
        decisions={one.case.post.id: sound_approvals(one.case) for one in export.leaving},
        people={person.id: person.name for person in people.all_people(session.engine)},
        stayed_in=tuple(StayedIn(one.row, one.codes) for one in export.found if one.reasons),
    )


def _items(files: Sequence[ExportFile], leaving: Sequence[Judged]) -> list[ExportItem]:
    approvals: dict[PostId, tuple[Decision, ...]] = {
        one.case.post.id: sound_approvals(one.case) for one in leaving
    }
    return [
        ExportItem(
            post=row.post.id,
            revision=row.post.revision,
            fingerprint=row.post.fingerprint,
            decisions=tuple(decision.seq for decision in approvals[row.post.id]),
            file=file.name,
            row=number,
            instant=row.instant,
        )
        for file in files
        for number, row in file.numbered
    ]


def _folder_name(form: str, moment: datetime, *, is_sample: bool) -> str:
    mark = f"{SAMPLE} " if is_sample else ""
    return f"{mark}Countersign {form} {moment:%Y-%m-%d %H%M%S}"


def _remember_folder(session: Session, folder: Path) -> None:
    known = [str(path) for path in _folders(session)]
    if str(folder) not in known:
        with session.engine.write():
            settings.keep_setting(session.engine, EXPORT_FOLDERS, "\n".join([*known, str(folder)]))


def _folders(session: Session) -> list[Path]:
    kept = settings.setting(session.engine, EXPORT_FOLDERS) or ""
    return [Path(line) for line in kept.splitlines() if line]


def _outcome(target: Path, files: Sequence[ExportFile], export: _Export) -> ExportChange:
    posts = [one.case.post for one in export.leaving]
    label = ngettext("Exported {count} post", "Exported {count} posts", len(posts))
    return ExportChange(
        label.format(count=len(posts)),
        posts=frozenset(post.id for post in posts),
        cells=frozenset((post.content.market, post.content.day) for post in posts),
        outcome=ExportOutcome(
            str(target),
            tuple(file.name for file in files),
            len(posts),
            len(export.found) - len(posts),
        ),
    )
