"""The team's own days, and days of the program that it switches off."""

from collections.abc import Iterable, Sequence

from app.commands.conflicts import in_one_transaction, refuse_if_changed
from app.commands.own_list import OwnList, Words, retire_entries, save_entries
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
    return save_entries(session, DAYS, days, reason, base)


@in_one_transaction
def retire_day(
    session: Session, *, day_id: str, reason: str, base: TeamDay | None = None
) -> ChangeSet:
    """Let a day of the team count no longer, with a reason; a reviewer or an owner does it.

    ConflictError where somebody has changed it since it was as in `base`.
    """
    return retire_entries(session, DAYS, [day_id], reason, [base] if base else ())


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


def _known(session: Session) -> Iterable[TeamDay]:
    return Setting.of(session.engine).team.calendar.days


def _refuse_if_changed(
    session: Session, base: TeamDay, now: TeamDay | None, wanted: TeamDay | None
) -> None:
    refuse_if_changed(
        session, base.name, base=base, now=now, wanted=wanted, table="team_day", day_id=base.id
    )


def _check(session: Session, days: Iterable[TeamDay]) -> None:
    setting = Setting.of(session.engine)
    for day in days:
        _check_day(day, setting)


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
    saved: Sequence[TeamDay], retired: Sequence[TeamDay], former: Sequence[TeamDay]
) -> Words:
    days = [*saved, *retired]
    label, done = _("Retire {days}"), _("Retired {days}")
    if saved:
        label = _("Change {days}") if former else _("Add {days}")
        done = _("Saved {days}")
    which = days[0].name
    if len(days) > 1:
        which = ngettext("{count} day", "{count} days", len(days)).format(count=len(days))
    return label.format(days=which), done.format(days=which)


DAYS = OwnList(
    known=_known,
    check=_check,
    compare=_refuse_if_changed,
    save=team_days.save_day,
    retire=team_days.retire_day,
    words=_words,
    most=MOST_DAYS,
    too_many=lambda: _("A calendar keeps {count} days of its own; retire some first."),
    why_changed=lambda: _("Write why the day changes: it is kept in the history."),
    why_retired=lambda: _("Write why the day no longer counts: it is kept."),
    gone=lambda: _("This day is not one of the team's: look at the list again."),
)
