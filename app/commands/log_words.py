"""The words of events that are no version, decision or hand-over of a post."""

from collections.abc import Callable, Mapping
from datetime import datetime

from app.commands.dates import moment
from app.commands.texts import role_name, scope_name, severity_name
from app.domain.flag import Severity
from app.domain.hold import Scope
from app.domain.person import PersonId, Role
from app.risks.rule_names import rule_or_family
from app.storage.audit import Event
from app.storage.chain import REDO, UNDO
from app.storage.rows import tuple_of
from app.wording import _

Row = Mapping[str, object]


def event_words(event: Event, row: Row, names: Mapping[PersonId, str]) -> str:
    """Return what was done, by the row of history that the event recorded."""
    words: Mapping[str, Callable[[], str]] = {
        "calendar": lambda: _("Made the calendar “{name}”").format(name=row["name"]),
        "knowledge": lambda: _("First used day knowledge {knowledge} and rules {rules}").format(
            knowledge=row["knowledge"], rules=row["rules"]
        ),
        "person_version": lambda: _person(row),
        "market_version": lambda: _("Saved the market {name}").format(name=row["name"]),
        "market_withdrawn": lambda: _market_withdrawn(row),
        "channel_version": lambda: _("Saved the channel {name} {handle} in {market}").format(
            name=row["name"], handle=row["handle"], market=row["market"]
        ),
        "channel_retired": lambda: _channel_retired(row),
        "policy_version": lambda: _("Asks {count} to approve a post with a stop: {reason}").format(
            count=row["approvers_on_stop"], reason=row["reason"]
        ),
        "severity_rule": lambda: _severity(row),
        "home_version": lambda: _("Said that the brand is at home in {country}: {reason}").format(
            country=row["country"] or "–", reason=row["reason"]
        ),
        "team_day": lambda: _team_day(row),
        "team_term": lambda: _team_term(row),
        "day_switch": lambda: _day_switch(row),
        "web_domain": lambda: _web_domain(row),
        "duty": lambda: _duty(row, names),
        "duty_week": lambda: _duty(row, names),
        "duty_gap": lambda: _duty_gap(row),
        "medium": lambda: _("Kept the picture {file}").format(file=row["file_name"]),
        "post": lambda: _("Gave it its number"),
        "authorship": lambda: _("Took over the words of {name}").format(
            name=names.get(PersonId(str(row["person_id"])), str(row["person_id"]))
        ),
        "hold": lambda: _hold(row),
        "hold_lift": lambda: _("Lifted a hold: {reason}").format(reason=row["reason"]),
        "hashtag_confirmation": lambda: _("Confirmed #{tag} for {market}: {note}").format(
            tag=row["hashtag"],
            market=row["market"] or _("all markets"),
            note=row["note"] or _("looked at"),
        ),
        "hashtag_withdrawn": lambda: (
            _("A confirmed hashtag counts no longer")
            if row["is_withdrawn"]
            else _("A confirmed hashtag counts again")
        ),
        "export": lambda: _("Exported for {preset} into {folder}").format(
            preset=row["preset"], folder=row["folder"]
        ),
    }
    said = words.get(event.table) if row else None
    if said is None:
        return f"{event.action} {event.table}".replace("_", " ")
    ways = {UNDO: _("Undo: {what}"), REDO: _("Done again: {what}")}
    return ways.get(event.action, "{what}").format(what=said())


def _person(row: Row) -> str:
    if not row["is_active"]:
        return _("Took {name} out of the team").format(name=row["name"])
    return _("Saved {name} as {role}").format(
        name=row["name"], role=role_name(Role(str(row["role"])))
    )


def _market_withdrawn(row: Row) -> str:
    words = (
        _("The market {market} counts as never added")
        if row["is_withdrawn"]
        else _("Added the market {market} again")
    )
    return words.format(market=row["market_id"])


def _channel_retired(row: Row) -> str:
    words = (
        _("Retired the channel {channel}")
        if row["is_retired"]
        else _("Uses the channel {channel} again")
    )
    return words.format(channel=row["channel_id"])


def _severity(row: Row) -> str:
    name = rule_or_family(str(row["rule"])).name
    if not row["severity"]:
        return _("“{rule}” weighs again as the program says: {reason}").format(
            rule=name, reason=row["reason"]
        )
    return _("“{rule}” weighs as “{severity}”: {reason}").format(
        rule=name,
        severity=severity_name(Severity[str(row["severity"]).upper()]),
        reason=row["reason"],
    )


def _team_day(row: Row) -> str:
    if row["is_active"]:
        return _("Saved the day {name}").format(name=row["name"])
    return _("Retired the day {name}: {reason}").format(name=row["name"], reason=row["reason"])


def _team_term(row: Row) -> str:
    words = _("Saved the term {term}")
    if not row["is_active"]:
        words = _("Retired the term {term}: {reason}")
    return words.format(term=", ".join(tuple_of(str(row["words"]))), reason=row["reason"])


def _day_switch(row: Row) -> str:
    words = _("Switched the day {day} off: {reason}")
    if not row["is_off"]:
        words = _("Switched the day {day} on again: {reason}")
    return words.format(day=row["observance"], reason=row["reason"])


def _web_domain(row: Row) -> str:
    words = _("Gave {market} the address {address}")
    if not row["is_active"]:
        words = _("Took the address {address} from {market}")
    return words.format(market=row["market"], address=row["domain"])


def _duty(row: Row, names: Mapping[PersonId, str]) -> str:
    words = _("Put {name} on duty in {market}, {starts} to {ends}")
    if not row["is_active"]:
        words = _("Took {name} off duty in {market}, {starts} to {ends}: {reason}")
    return words.format(
        name=names.get(PersonId(str(row["person_id"])), str(row["person_id"])),
        market=row["market"] or _("all markets"),
        starts=_moment(str(row["starts"])),
        ends=_moment(str(row["ends"])),
        reason=row["reason"],
    )


def _duty_gap(row: Row) -> str:
    words = _("Said that nobody is on duty in {market}, {starts} to {ends}")
    if not row["is_active"]:
        words = _("Took back that nobody is on duty in {market}, {starts} to {ends}: {reason}")
    return words.format(
        market=row["market"] or _("all markets"),
        starts=_moment(str(row["starts"])),
        ends=_moment(str(row["ends"])),
        reason=row["reason"],
    )


def _moment(written: str) -> str:
    """Return a day and its hour as people read them; an hour alone is written so already."""
    return moment(datetime.fromisoformat(written)) if "T" in written else written


def _hold(row: Row) -> str:
    scope = scope_name(Scope(str(row["scope"])))
    if not row["target"]:
        return _("Placed a hold on {scope}: {reason}").format(scope=scope, reason=row["reason"])
    return _("Placed a hold on {scope} {target}: {reason}").format(
        scope=scope, target=row["target"], reason=row["reason"]
    )
