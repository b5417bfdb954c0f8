"""The team's own days, and days of the program that it switches off."""

from collections.abc import Sequence

from app.commands.session import Session
from app.commands.setting import Setting
from app.days.team_days import rule_of
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.team_day import EVERY_MARKET, LONGEST_TEXT, MOST_DAYS, TEAM_ID, TeamDay
from app.errors import InvalidInputError, MissingError
from app.storage import team_days
from app.wording import _, ngettext


def save_days(session: Session, *, days: Sequence[TeamDay], reason: str = "") -> ChangeSet:
    """Add days of the team, or change those whose id is known; a change needs a reason.

    All of them or none: InvalidInputError names the day that is not possible.
    """
    session.reviewer()
    setting = Setting.of(session.engine)
    known = {day.id: day for day in setting.team.calendar.days}
    fresh = [day for day in days if known.get(day.id) != day]
    for day in fresh:
        _check_day(day, setting)
    if any(day.id in known for day in fresh) and not reason.strip():
        raise InvalidInputError(_("Write why the day changes: it is kept in the history."))
    if len(known.keys() | {day.id for day in fresh}) > MOST_DAYS:
        raise InvalidInputError(
            _("A calendar keeps {count} days of its own; retire some first.").format(
                count=f"{MOST_DAYS:,}"
            )
        )
    with session.writing() as stamp:
        for day in fresh:
            team_days.save_day(session.engine, stamp, day, reason)
    return ChangeSet(_saved(days), everything=True)


def retire_day(session: Session, *, day_id: str, reason: str) -> ChangeSet:
    """Let a day of the team count no longer, with a reason; a reviewer or an owner does it."""
    session.reviewer()
    known = {day.id: day for day in Setting.of(session.engine).team.calendar.days}
    day = known.get(day_id)
    if day is None:
        raise MissingError(_("This day is not one of the team's: look at the list again."))
    if not reason.strip():
        raise InvalidInputError(_("Write why the day no longer counts: it is kept."))
    with session.writing() as stamp:
        team_days.retire_day(session.engine, stamp, day, reason)
    return ChangeSet(_("Retired {day}").format(day=day.name), everything=True)


def switch_day(
    session: Session,
    *,
    observance: str,
    is_off: bool,
    reason: str,
    market: MarketId = EVERY_MARKET,
) -> ChangeSet:
    """Switch a day off in one market or in all, or on again; a reviewer or an owner does it.

    It stays in sight as a note that tells who has done so, and why.
    """
    session.reviewer()
    setting = Setting.of(session.engine)
    if market != EVERY_MARKET and market not in setting.markets:
        raise MissingError(_("Choose a market of this calendar."))
    if not observance.strip():
        raise InvalidInputError(_("Choose the day that is switched."))
    if not reason.strip():
        raise InvalidInputError(_("Write why the day is switched: it is shown with it."))
    with session.writing() as stamp:
        team_days.switch_day(
            session.engine,
            stamp,
            observance=observance,
            market=market,
            is_off=is_off,
            reason=reason.strip(),
        )
    label = _("Switched a day off") if is_off else _("Switched a day on again")
    return ChangeSet(label, everything=True)


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


def _saved(days: Sequence[TeamDay]) -> str:
    if len(days) == 1:
        return _("Saved {day}").format(day=days[0].name)
    count = len(days)
    return ngettext("Saved {count} day", "Saved {count} days", count).format(count=count)
