"""Exporting: the gate is asked inside the transaction that records what leaves."""

import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from app import __version__
from app.commands import exporting
from app.commands.exporting import Judged, Request
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.versions import check_not_older, note_knowledge_used
from app.commands.views import Candidate, ExportOutcome
from app.domain.change import ChangeSet
from app.domain.decision import Decision
from app.domain.export import ExportId
from app.domain.gate import sound_approvals
from app.domain.market import MarketId
from app.domain.post import PostId, short_name
from app.errors import AppError, InvalidInputError, RefusedError
from app.exchange import folder as export_folder
from app.exchange.folder import Staged
from app.exchange.handover import HAND_OVER_NAME, hand_over_sheet
from app.exchange.manifest import MANIFEST_NAME, ExportFacts, StayedIn, build_manifest
from app.exchange.manifest import digest as digest_of
from app.exchange.presets import preset as preset_named
from app.exchange.writer import SAMPLE, ExportFile, write_files
from app.storage import audit, calendar, exports, people, posts
from app.storage.audit import Stamp
from app.storage.calendar import CalendarFacts
from app.storage.exports import ExportItem, Unfinished
from app.wording import _, ngettext

_TOLERANCE = timedelta(minutes=10)
"""How far the clocks of a team's computers may be apart."""


@dataclass(frozen=True, slots=True)
class ExportChange(ChangeSet):
    """An export as a change, with where it lies."""

    outcome: ExportOutcome | None = None


class NothingLeavesError(RefusedError):
    """Nothing was exported: each candidate says why it stays in."""

    def __init__(self, sentence: str, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(sentence)
        self.candidates = candidates


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

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Every post as the preview would show it."""
        form = preset_named(self.request.preset)
        return tuple(exporting.candidate(one, form) for one in self.found)


@dataclass(frozen=True, slots=True)
class _Written:
    """What an export writes: the files with the posts, and all of the folder by name."""

    files: tuple[ExportFile, ...]
    contents: Mapping[str, bytes]

    @property
    def manifest_sha(self) -> str:
        """The digest of the manifest as it was built, whatever the disk holds."""
        return digest_of(self.contents[MANIFEST_NAME])


def export_posts(
    session: Session,
    *,
    preset: str,
    first: date,
    last: date,
    market_ids: Collection[MarketId],
    folder: Path,
    also_at: datetime | None = None,
) -> ExportChange:
    """Write the approved posts of a span into a new folder below `folder`.

    Only what may leave now, and at `also_at` too where it is given. NothingLeavesError when that is
    nothing.
    """
    session.actor()
    request = Request(preset, first, last, frozenset(market_ids), also_at)
    moment = session.clock()
    about = calendar.calendar_facts(session.engine)
    place = _place(about, request, moment, folder)
    exports.keep_unfinished(session.engine, _unfinished(place))
    try:
        with session.writing() as stamp:
            check_may_export(session, moment)
            export = _judge(session, place.export, request, moment, about)
            written = _written(session, export)
            _stage(place, written, about)
            _record(session, stamp, export, written, place)
    except BaseException:
        if export_folder.discard(place):
            _forget(session, place)
        raise
    return _outcome(_finish(session, place), written.files, export)


def confirm_taken_out(session: Session, *, post_id: PostId, reason: str) -> ChangeSet:
    """Note on somebody's word that a post is no longer queued at any scheduler."""
    session.actor()
    if not reason.strip():
        raise InvalidInputError(_("Write where and how the post was taken out."))
    with session.writing() as stamp:
        (post,) = posts.by_ids(session.engine, [post_id])
        market, _channel = Setting.of(session.engine).of_post(post)
        name = short_name(market.code, post.number)
        handed = exports.hand_overs_of(session.engine, [post_id]).get(post_id, ())
        queued = [one for one in handed if one.is_open(session.clock())]
        if not queued:
            raise RefusedError(
                _("{post} is not queued anywhere: there is nothing to confirm.").format(post=name)
            )
        for one in queued:
            exports.close_hand_over(session.engine, stamp, one.export, post_id, reason.strip())
    return ChangeSet(
        _("Confirmed that {post} was taken out").format(post=name),
        posts=frozenset({post_id}),
        cells=frozenset({(post.content.market, post.content.day)}),
    )


def check_may_export(session: Session, moment: datetime) -> None:
    """Raise RefusedError where a newer program has judged here, or this clock is behind.

    Called under the calendar's write lock.
    """
    check_not_older(session.engine, session.knowledge.version)
    newest = audit.newest_moment(session.engine)
    if newest is not None and moment < newest - _TOLERANCE:
        raise RefusedError(
            _(
                "The clock of this computer is wrong: it says {now} UTC, but the calendar was "
                "changed at {newest} UTC; set the clock and export again."
            ).format(now=_shown(moment), newest=_shown(newest))
        )


def _shown(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"


def _place(about: CalendarFacts, request: Request, moment: datetime, folder: Path) -> Staged:
    name = _folder_name(preset_named(request.preset).name, moment, is_sample=about.is_sample)
    return export_folder.place_of(
        folder.absolute() / name, export=ExportId(str(uuid4())), calendar=about.id
    )


def _unfinished(place: Staged) -> Unfinished:
    return Unfinished(place.export, str(place.target))


def _judge(
    session: Session,
    export_id: ExportId,
    request: Request,
    moment: datetime,
    about: CalendarFacts,
) -> _Export:
    found = exporting.judged(session.engine, session.knowledge, request, moment)
    export = _Export(export_id, request, moment, about, found)
    if not export.leaving:
        raise NothingLeavesError(
            _("Nothing may leave in this period: the preview says why for each post."),
            export.candidates,
        )
    return export


def _written(session: Session, export: _Export) -> _Written:
    form = preset_named(export.request.preset)
    rows = [one.row for one in export.leaving]
    files = write_files(form, rows, name_prefix=form.name, is_sample=export.about.is_sample)
    facts = _facts(session, export)
    sheet = hand_over_sheet(facts, form, files)
    manifest = build_manifest(facts, form, files, {HAND_OVER_NAME: sheet})
    tables = {file.name: file.data for file in files}
    return _Written(files, tables | {HAND_OVER_NAME: sheet, MANIFEST_NAME: manifest})


def _stage(place: Staged, written: _Written, about: CalendarFacts) -> None:
    export_folder.stage(place.target, written.contents, export=place.export, calendar=about.id)
    export_folder.make_sure(place)


def _record(
    session: Session, stamp: Stamp, export: _Export, written: _Written, place: Staged
) -> None:
    note_knowledge_used(session.engine, stamp, session.knowledge.version)
    exports.record_export(
        session.engine,
        stamp,
        export_id=export.id,
        preset=export.request.preset,
        folder=as_text(place.target),
        manifest_sha=written.manifest_sha,
        head_before=audit.head(session.engine),
        items=_items(written.files, export.leaving),
    )
    # again: whoever began to work meanwhile saw nothing recorded and may have forgotten it
    exports.keep_unfinished(session.engine, _unfinished(place))


def as_text(folder: Path) -> str:
    """Return the path of a folder as history can hold it, also where its name is no UTF-8."""
    return os.fsencode(folder).decode("utf-8", "backslashreplace")


def _finish(session: Session, place: Staged) -> Path:
    try:
        target = export_folder.finish(place)
    except InvalidInputError as error:
        if not place.part.exists():  # whoever began to work meanwhile asked the gate again
            raise RefusedError(
                _("The export was taken away while it was written: look again at what may leave.")
            ) from error
        raise RefusedError(
            _(
                "The export cannot get its name now: it is kept as “{folder}” and will be "
                "finished when somebody works on the calendar next."
            ).format(folder=place.part)
        ) from error
    _forget(session, place)
    return target


def _forget(session: Session, place: Staged) -> None:
    # where the calendar is busy, recovery finds that nothing is left to do
    with suppress(AppError):
        exports.drop_unfinished(session.engine, place.export)


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


def _outcome(target: Path, files: Sequence[ExportFile], export: _Export) -> ExportChange:
    left = [one.case.post for one in export.leaving]
    label = ngettext("Exported {count} post", "Exported {count} posts", len(left))
    return ExportChange(
        label.format(count=f"{len(left):,}"),
        posts=frozenset(post.id for post in left),
        cells=frozenset((post.content.market, post.content.day) for post in left),
        outcome=ExportOutcome(
            str(target),
            tuple(file.name for file in files),
            len(left),
            len(export.found) - len(left),
            export.candidates,
        ),
    )
