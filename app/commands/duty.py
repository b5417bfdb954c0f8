"""Who is on duty: a roster that reviewers keep, by hand or from a file."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from zoneinfo import available_timezones

from app.commands.conflicts import in_one_transaction, refuse_if_changed
from app.commands.own_list import OwnList, Words, retire_entries, save_entries
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.duty import EVERY_MARKET, Duty, Gap, Roster, Shift, Week
from app.domain.market import MarketId
from app.domain.person import PersonId
from app.errors import InvalidInputError, MissingError
from app.exchange.duty_fields import Names
from app.exchange.duty_files import DutyFile, read_duty
from app.storage import duty as kept
from app.storage import people
from app.wording import _, ngettext

LONGEST = timedelta(days=366)
"""Of a shift or a gap: what is longer has an end that was mistyped."""
MOST_DUTY = 20_000

RosterFile = DutyFile
"""The duty that a file holds, and what is wrong with the rest of it."""


@in_one_transaction
def save_duty(
    session: Session, *, duty: Sequence[Duty], reason: str = "", base: Iterable[Duty] = ()
) -> ChangeSet:
    """Put people on duty, or change duty whose id is known, which needs a reason.

    All of it or nothing: InvalidInputError names what is not possible. ConflictError where
    somebody has changed some of it since it was as in `base`.
    """
    return save_entries(session, DUTY, duty, reason, base)


def retire_duty(session: Session, *, duty: Duty, reason: str) -> ChangeSet:
    """Let duty count no longer, with a reason; a reviewer or an owner does it."""
    return retire_duties(session, duty=[duty], reason=reason)


@in_one_transaction
def retire_duties(session: Session, *, duty: Sequence[Duty], reason: str) -> ChangeSet:
    """Let some duty count no longer, all of it or none, with a reason.

    ConflictError where somebody has changed or retired some of it meanwhile.
    """
    return retire_entries(session, DUTY, [one.id for one in duty], reason, duty)


def read_roster_file(
    path: Path, calendar: CalendarView, market: MarketId = EVERY_MARKET
) -> RosterFile:
    """Return the duty of a .csv or .ics file, and what is wrong with the rest of it.

    `market` is meant where an entry names none.
    """
    usual = next((one for one in calendar.markets if one.id == market), None)
    return read_duty(path, Names.of(calendar.people, calendar.markets, usual))


def duty_in(roster: Roster, market: MarketId) -> tuple[Duty, ...]:
    """Return the duty of one market: patterns, then shifts and gaps by their beginning."""
    own = roster.of(market)
    single: list[Shift | Gap] = [*own.shifts, *own.gaps]
    return (*own.weeks, *sorted(single, key=lambda one: (one.starts, one.id)))


def all_duty(roster: Roster) -> tuple[Duty, ...]:
    """Return everything that a roster is made of."""
    return (*roster.shifts, *roster.weeks, *roster.gaps)


def with_duty(roster: Roster, saved: Sequence[Duty], retired: Sequence[Duty] = ()) -> Roster:
    """Return a roster as it stands once some duty is saved and other duty retired."""
    out = {one.id for one in (*saved, *retired)}
    rest = [one for one in all_duty(roster) if one.id not in out] + list(saved)
    return Roster(
        tuple(one for one in rest if isinstance(one, Shift)),
        tuple(one for one in rest if isinstance(one, Week)),
        tuple(one for one in rest if isinstance(one, Gap)),
    )


def _known(session: Session) -> Iterable[Duty]:
    return all_duty(kept.roster(session.engine))


def _refuse_if_changed(session: Session, base: Duty, now: Duty | None, wanted: Duty | None) -> None:
    table = {Shift: "duty", Week: "duty_week", Gap: "duty_gap"}[type(base)]
    key = "gap_id" if isinstance(base, Gap) else "duty_id"
    what = _("this entry of duty")
    refuse_if_changed(
        session, what, base=base, now=now, wanted=wanted, table=table, **{key: base.id}
    )


def _check(session: Session, duty: Iterable[Duty]) -> None:
    setting = Setting.of(session.engine)
    here = {one.id for one in people.all_people(session.engine) if one.is_active}
    for one in duty:
        _check_one(one, setting, here)


def _check_one(duty: Duty, setting: Setting, here: set[PersonId]) -> None:
    if duty.market != EVERY_MARKET and duty.market not in setting.markets:
        raise MissingError(_("Choose a market of this calendar."))
    if duty.zone not in available_timezones():
        raise InvalidInputError(
            _("“{zone}” is no time zone: choose one such as Europe/Berlin.").format(zone=duty.zone)
        )
    if not isinstance(duty, Gap) and duty.person not in here:
        raise MissingError(_("Choose somebody who is in the team."))
    match duty:
        case Week():
            if not duty.weekdays:
                raise InvalidInputError(_("Choose at least one weekday."))
            if duty.until < duty.since:
                raise InvalidInputError(_("The last day lies before the first: exchange them."))
        case _:
            if duty.ends <= duty.starts:
                raise InvalidInputError(_("The end lies before the beginning: exchange them."))
            if duty.ends - duty.starts > LONGEST:
                raise InvalidInputError(
                    _("This lasts more than a year: correct its beginning or its end.")
                )


def _words(saved: Sequence[Duty], retired: Sequence[Duty], former: Sequence[Duty]) -> Words:
    count = len(saved) + len(retired)
    label = ngettext("Retire {count} entry of duty", "Retire {count} entries of duty", count)
    done = ngettext("Retired {count} entry of duty", "Retired {count} entries of duty", count)
    if saved:
        label = ngettext("Add {count} entry of duty", "Add {count} entries of duty", count)
        done = ngettext("Saved {count} entry of duty", "Saved {count} entries of duty", count)
    if former:
        label = ngettext("Change {count} entry of duty", "Change {count} entries of duty", count)
    return label.format(count=count), done.format(count=count)


DUTY: OwnList[Duty] = OwnList(
    known=_known,
    check=_check,
    compare=_refuse_if_changed,
    save=kept.save_duty,
    retire=partial(kept.save_duty, is_active=False),
    words=_words,
    most=MOST_DUTY,
    too_many=lambda: _("A calendar keeps {count} entries of duty; retire some first."),
    why_changed=lambda: _("Write why the duty changes: it is kept in the history."),
    why_retired=lambda: _("Write why the duty no longer counts: it is kept."),
    gone=lambda: _("This duty counts no more: look at the list again."),
    asks_why=False,
)
