"""Why an approval ended: which event did it, whose it was and when, from the order of events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from app.commands.dates import moment
from app.commands.history import what_changed
from app.commands.log_words import event_words
from app.commands.texts import verdict_name
from app.domain.decision import Decision
from app.domain.flag import family_of
from app.domain.gate import Case, Reason, Refusal
from app.domain.hold import Hold
from app.domain.person import NOBODY, PersonId
from app.domain.post import Post
from app.storage import audit, people
from app.storage.engine import Engine
from app.wording import _

_DAYS = ("team_day", "day_switch", "home_version", "market_version", "severity_rule")
_WORDS = ("team_term", "severity_rule", "market_version", "web_domain")
_BEHIND: dict[str, tuple[str, ...]] = {
    "day": _DAYS,
    "duty": ("duty", "duty_week", "duty_gap", "severity_rule"),
    "timing": ("market_version", "severity_rule"),
    "channel": ("channel_version", "web_domain", "severity_rule"),
    "language": ("market_version", "severity_rule"),
    "hashtag": ("hashtag_withdrawn", "severity_rule"),
}
"""The tables of history that can bring a flag of a family to a post that nobody has changed."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The approval that stood last, and the event that ended it."""

    approved_by: PersonId
    approved_at: datetime
    what: str
    """What happened, in words."""
    who: PersonId = NOBODY
    """Whose doing it was; nobody's where a fact of the world changed."""
    at: datetime | None = None


def ending_of(
    engine: Engine, case: Case, versions: Sequence[Post], lacks: Sequence[Refusal]
) -> Ending | None:
    """Return what ended the last approval; nothing where there was none, or where it stands."""
    approvals = [decision for decision in case.decisions if decision.is_approval]
    if not approvals or not lacks or {one.reason for one in lacks} == {Reason.NEEDS_ANOTHER}:
        return None
    last = max(approvals, key=lambda decision: decision.seq)
    said_no = next((one for one in case.decisions if one.seq > last.seq), None)
    if said_no is not None:
        return _by_a_no(last, said_no)
    if last.fingerprint != case.post.fingerprint:
        return _by_an_edit(engine, last, versions)
    return _by_the_world(engine, case, last, lacks)


def ending_sentence(ending: Ending, names: dict[PersonId, str]) -> str:
    """Return in one sentence which approval ended by what, whose doing it was, and when."""
    words = _("The approval by {approver}, {approved}, ended: {what}.")
    if ending.at is not None:
        words = _("The approval by {approver}, {approved}, ended: {what}, by {who}, {when}.")
    return words.format(
        approver=names.get(ending.approved_by, ending.approved_by),
        approved=_here(ending.approved_at),
        what=ending.what.rstrip("."),
        who=names.get(ending.who, ending.who),
        when=_here(ending.at) if ending.at is not None else "",
    )


def _by_a_no(last: Decision, no: Decision) -> Ending:
    what = f"{verdict_name(no.verdict)} “{no.note}”" if no.note else verdict_name(no.verdict)
    return _ended(last, what, no.reviewer, no.at)


def _by_an_edit(engine: Engine, last: Decision, versions: Sequence[Post]) -> Ending | None:
    since = [one for one in versions if one.revision >= last.revision]
    ends = [
        (before, after)
        for before, after in pairwise(since)
        if before.fingerprint == last.fingerprint != after.fingerprint
    ]
    if not ends:
        return None
    before, after = ends[-1]
    event = audit.event_at(engine, after.seq)
    return Ending(
        last.reviewer,
        last.at,
        what_changed(before, after),
        after.editor,
        event.at if event else None,
    )


def _by_the_world(
    engine: Engine, case: Case, last: Decision, lacks: Sequence[Refusal]
) -> Ending | None:
    hold = _hold_since(case, last.seq)
    if hold is not None:
        what = _("a hold stopped it (“{reason}”)").format(reason=hold.reason)
        return _ended(last, what, hold.placed_by, hold.placed_at)
    new = next((one for one in lacks if one.reason is Reason.UNSEEN), None)
    if new is None:
        return None
    what = _("“{flag}” was not there then").format(flag=new.detail)
    rule = next((flag.rule for flag in case.flags if flag.headline == new.detail), "")
    tables = _BEHIND.get(family_of(rule), _WORDS)
    event = audit.newest_event(engine, tables, after=last.seq)
    if event is None:
        return Ending(last.reviewer, last.at, what)
    names = {person.id: person.name for person in people.all_people(engine)}
    row = audit.rows_of(engine, [event]).get(event.seq, {})
    deed = event_words(event, row, names)
    because = _("{what}; since then: {deed}").format(what=what, deed=deed)
    return _ended(last, because, event.actor, event.at)


def _hold_since(case: Case, seq: int) -> Hold | None:
    """Return the hold that covers the post and was placed or lifted since; the newest first."""
    post = case.post
    since = [
        hold
        for hold in case.holds
        if hold.matches(post.id, post.content, case.market, case.channel)
        and (hold.is_active or max(hold.placed_seq, hold.lifted_seq or 0) > seq)
    ]
    return max(since, key=lambda hold: hold.placed_seq, default=None)


def _ended(last: Decision, what: str, who: PersonId, at: datetime) -> Ending:
    return Ending(last.reviewer, last.at, what, who, at)


def _here(at: datetime) -> str:
    return moment(at.astimezone().replace(tzinfo=None))
