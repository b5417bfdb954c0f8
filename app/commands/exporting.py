"""What an export would do: which posts leave, which stay in, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.commands.calendar_view import calendar_view
from app.commands.cards import card_of
from app.commands.cases import gather
from app.commands.flags import present_flags
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.commands.texts import refusal_text
from app.commands.views import CalendarView, Candidate, PresetView
from app.domain.export import ExportId, HandOver
from app.domain.gate import Case, Reason, refusals, sound_approvals
from app.domain.market import MarketId
from app.errors import MissingError
from app.exchange.presets import Preset, all_presets, preset
from app.exchange.rows import Row, UnfitReason, stays_behind, unfit
from app.storage import posts
from app.storage.engine import Engine
from app.storage.exports import ExportItem
from app.wording import _


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants to export: a preset, a span of local days, and markets."""

    preset: str
    first: date
    last: date
    markets: frozenset[MarketId]
    also_at: datetime | None = None
    """A second moment: what may not leave then stays in too. It never lets anything out."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A post with its case and every reason why it stays in, as sentences."""

    case: Case
    reasons: tuple[str, ...]
    codes: tuple[str, ...]
    """The same reasons as the manifest names them."""

    @property
    def row(self) -> Row:
        """The post as a row of the scheduler's file."""
        return Row(self.case.post, self.case.market, self.case.channel)


def judged(
    engine: Engine, knowledge: Knowledge, request: Request, now: datetime
) -> tuple[Judged, ...]:
    """Return the posts of the request by time, each with what the gate and the format say."""
    found = [
        post
        for post in posts.between(engine, request.first, request.last)
        if post.content.market in request.markets
    ]
    setting = Setting.of(engine)
    flags = present_flags(engine, setting, knowledge, found)
    form = preset(request.preset)
    cases = gather(engine, setting, knowledge, found, flags, carrier=form.carrier, now=now)
    calendar = calendar_view(engine)
    moments = (now,) if request.also_at is None else (now, request.also_at)
    return tuple(_judged(case, form, calendar, moments) for case in cases)


def candidates(
    engine: Engine, knowledge: Knowledge, request: Request, now: datetime
) -> tuple[Candidate, ...]:
    """Return the posts of the request as the preview shows them."""
    form = preset(request.preset)
    return tuple(candidate(one, form) for one in judged(engine, knowledge, request, now))


def candidate(one: Judged, form: Preset) -> Candidate:
    """Return a post as the preview shows it, and as an export says afterwards what it did."""
    return Candidate(
        card_of(one.case, {one.case.post.id: one.case.flags}),
        one.reasons,
        stays_behind(form, one.row),
        tuple(dict.fromkeys(said.reviewer for said in sound_approvals(one.case))),
    )


def preset_views() -> tuple[PresetView, ...]:
    """Return the formats that can be written."""
    return tuple(
        PresetView(one.name, one.label, one.facts.confidence, one.facts.as_of, one.lead)
        for one in all_presets()
    )


def _judged(
    case: Case, form: Preset, calendar: CalendarView, moments: Sequence[datetime]
) -> Judged:
    try:
        return _weighed(case, form, calendar, moments)
    except OverflowError:  # at the ends of the calendar a local time has no moment
        sentence = _("Its date is out of reach: choose another day.")
        return Judged(case, (sentence,), (UnfitReason.TIME_NOT_WRITABLE.value,))


def _weighed(
    case: Case, form: Preset, calendar: CalendarView, moments: Sequence[datetime]
) -> Judged:
    found = [reason for moment in moments for reason in refusals(replace(case, now=moment))]
    unfits = [
        one
        for one in unfit(form, Row(case.post, case.market, case.channel))
        if one.reason is not UnfitReason.TOO_MANY_PICTURES  # the gate says it
    ]
    is_draft = any(refusal.reason is Reason.NOT_READY for refusal in found)
    sentences = [
        refusal_text(refusal, calendar)
        for refusal in found
        if not (is_draft and refusal.reason is Reason.NOT_APPROVED)  # the draft comes first
    ]
    codes = [refusal.reason.value for refusal in found]
    return Judged(
        case,
        tuple(dict.fromkeys([*sentences, *(one.sentence for one in unfits)])),
        tuple(dict.fromkeys([*codes, *(one.reason.value for one in unfits)])),
    )


def may_still_leave(
    engine: Engine,
    knowledge: Knowledge,
    items: Sequence[ExportItem],
    *,
    export_id: ExportId,
    form_name: str,
    now: datetime,
) -> bool:
    """Ask the gate again about posts whose export was recorded but not finished.

    Their own open hand-over of that export is no reason to stay in.
    """
    found = posts.by_ids(engine, [item.post for item in items])
    setting = Setting.of(engine)
    flags = present_flags(engine, setting, knowledge, found)
    try:
        form = preset(form_name)
    except MissingError:
        return False  # nobody can tell any more what this format would carry
    cases = gather(engine, setting, knowledge, found, flags, carrier=form.carrier, now=now)
    unchanged = all(
        post.fingerprint == item.fingerprint for post, item in zip(found, items, strict=True)
    )
    is_open = all(
        any(h.export == export_id and h.is_open(now) for h in case.hand_overs) for case in cases
    )
    return unchanged and is_open and not any(_is_refused(case, export_id) for case in cases)


def _is_refused(case: Case, export_id: ExportId) -> bool:
    return bool(refusals(replace(case, hand_overs=_others(case, export_id))))


def _others(case: Case, export_id: ExportId) -> tuple[HandOver, ...]:
    return tuple(one for one in case.hand_overs if one.export != export_id)
