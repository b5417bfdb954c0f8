"""The team's own days, and days of the program that it switches off."""

from collections.abc import Iterable, Mapping, Sequence

from app.commands.conflicts import in_one_transaction, refuse_if_changed
from app.commands.session import Session
from app.commands.setting import Setting
from app.days.team_days import rule_of
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.team_day import EVERY_MARKET, LONGEST_TEXT, MOST_DAYS, TEAM_ID, DaySwitch, TeamDay
from app.errors import InvalidInputError, MissingError
from app.storage import team_days
from app.wording import _, ngettext


@in_one_transaction
def save_days(
    session: Session, *, days: Sequence[TeamDay], reason: str = "", base: Iterable[TeamDay] = ()
) -> ChangeSet:
    """Add days of the team, or change those whose id is known; a change needs a reason.

    All of them or none: InvalidInputError names the day that is not possible, ConflictError one
    that somebody has changed since it was as in `base`.
    """
    session.reviewer()
    known, shown = _known(session), {day.id: day for day in base}
    for day in days:
        _refuse_changed(session, shown.get(day.id), known.get(day.id), wanted=day)
    fresh = [day for day in days if known.get(day.id) != day]
    if any(day.id in known for day in fresh) and not reason.strip():
        raise InvalidInputError(_("Write why the day changes: it is kept in the history."))
    return _keep(session, fresh, (), reason)


@in_one_transaction
def retire_day(
    session: Session, *, day_id: str, reason: str, base: TeamDay | None = None
) -> ChangeSet:
    """Let a day of the team count no longer, with a reason; a reviewer or an owner does it.

    ConflictError where somebody has changed it since it was as in `base`.
    """
    session.reviewer()
    day = _known(session).get(day_id)
    if day is None:
        raise MissingError(_("This day is not one of the team's: look at the list again."))
    _refuse_changed(session, base, day, wanted=None)
    if not reason.strip():
        raise InvalidInputError(_("Write why the day no longer counts: it is kept."))
    return _keep(session, (), [day], reason)


def _refuse_changed(
    session: Session, base: TeamDay | None, now: TeamDay | None, *, wanted: TeamDay | None
) -> None:
    if base is not None:
        refuse_if_changed(
            session, base.name, base=base, now=now, wanted=wanted, table="team_day", day_id=base.id
        )


def _known(session: Session) -> Mapping[str, TeamDay]:
    return {day.id: day for day in Setting.of(session.engine).team.calendar.days}


def _keep(
    session: Session, saved: Sequence[TeamDay], retired: Sequence[TeamDay], reason: str
) -> ChangeSet:
    """Let some days count as they are given, and others no longer: all of it or nothing."""
    session.reviewer()
    setting, known = Setting.of(session.engine), _known(session)
    for day in saved:
        _check_day(day, setting)
    if len(known.keys() | {day.id for day in saved}) > MOST_DAYS:
        raise InvalidInputError(
            _("A calendar keeps {count} days of its own; retire some first.").format(
                count=f"{MOST_DAYS:,}"
            )
        )
    if not saved and not retired:
        return ChangeSet(_("Save days"))
    former = [known[day.id] for day in saved if day.id in known]
    added = [day for day in saved if day.id not in known]
    label, done = _words(saved, retired, are_new=not former)
    with session.changing(
        label,
        lambda later, why: _keep(later, [*former, *retired], added, why),
        by=Session.reviewer,
        asks_why=bool(saved),
    ) as stamp:
        for day in saved:
            team_days.save_day(session.engine, stamp, day, reason)
        for day in retired:
            team_days.retire_day(session.engine, stamp, day, reason)
    return ChangeSet.of_setting(label, done)


@in_one_transaction
def switch_day(
    session: Session,
    *,
    observance: str,
    is_off: bool,
    reason: str,
    market: MarketId = EVERY_MARKET,
    base: Iterable[DaySwitch] | None = None,
) -> ChangeSet:
    """Switch a day off in one market or in all, or on again; a reviewer or an owner does it.

    It stays in sight as a note that tells who has done so, and why. ConflictError where somebody
    has switched it there since all the switches were as in `base`: their reason stays.
    """
    session.reviewer()
    setting = Setting.of(session.engine)
    if market != EVERY_MARKET and market not in setting.markets:
        raise MissingError(_("Choose a market of this calendar."))
    if not observance.strip():
        raise InvalidInputError(_("Choose the day that is switched."))
    if not reason.strip():
        raise InvalidInputError(_("Write why the day is switched: it is shown with it."))
    switches = setting.team.calendar.switches
    refuse_if_changed(
        session,
        _("what counts of this day"),
        base=None if base is None else _decided(base, observance, market),
        now=_decided(switches, observance, market),
        wanted=None,
        table="day_switch",
        observance=observance,
    )
    was_off = any(
        one.is_off for one in switches if (one.observance, one.market) == (observance, market)
    )
    label, done = _("Switch a day on again"), _("Switched a day on again")
    if is_off:
        label, done = _("Switch a day off"), _("Switched a day off")
    with session.changing(
        label,
        lambda later, why: switch_day(
            later, observance=observance, is_off=was_off, reason=why, market=market
        ),
        by=Session.reviewer,
        asks_why=was_off and not is_off,
    ) as stamp:
        team_days.switch_day(
            session.engine,
            stamp,
            observance=observance,
            market=market,
            is_off=is_off,
            reason=reason.strip(),
        )
    return ChangeSet.of_setting(label, done)


def _decided(
    switches: Iterable[DaySwitch], observance: str, market: MarketId
) -> tuple[tuple[MarketId, bool, str], ...]:
    """Return what was decided of a day as far as it concerns one market, or all of them."""
    return tuple(
        (one.market, one.is_off, one.reason)
        for one in switches
        if one.observance == observance and (market == EVERY_MARKET or one.concerns(market))
    )


def _check_day(day: TeamDay, setting: Setting) -> None:
    if not day.name.strip():
        raise InvalidInputError(_("Give the day a name."))
    if any(len(text) > LONGEST_TEXT for text in _texts(day)):
        raise InvalidInputError(
            _("“{day}”: a text has more than {count} characters; shorten it.").format(
                day=day.name[:60], count=f"{LONGEST_TEXT:,}"
            )
        )
    if not day.id.startswith(TEAM_ID):
        raise InvalidInputError(
            _("“{day}”: the id of a day of the team begins with {start}.").format(
                day=day.name, start=TEAM_ID
            )
        )
    if day.severity is Severity.BLOCKED:
        raise InvalidInputError(
            _("“{day}”: a day is a note, a caution or a stop.").format(day=day.name)
        )
    unknown = [market for market in day.markets if market not in setting.markets]
    if unknown:
        raise MissingError(
            _("“{day}”: there is no market {market} in this calendar.").format(
                day=day.name, market=unknown[0]
            )
        )
    try:
        rule_of(day.rule)
    except InvalidInputError as error:
        raise InvalidInputError(f"{day.name}: {error}") from error


def _texts(day: TeamDay) -> tuple[str, ...]:
    return (day.id, day.name, day.rule, day.why, day.clash, day.source, *day.terms)


def _words(
    saved: Sequence[TeamDay], retired: Sequence[TeamDay], *, are_new: bool
) -> tuple[str, str]:
    """Return what undo calls a change of days, and what one is told of it."""
    days = [*saved, *retired]
    label, done = _("Retire {days}"), _("Retired {days}")
    if saved:
        label = _("Add {days}") if are_new else _("Change {days}")
        done = _("Saved {days}")
    which = days[0].name
    if len(days) > 1:
        which = ngettext("{count} day", "{count} days", len(days)).format(count=len(days))
    return label.format(days=which), done.format(days=which)
