"""What is said of posts that go out next: what becomes of them, where, and when."""

from datetime import datetime

from app.commands import dates
from app.commands.leaving import Fate, Leaving
from app.commands.recall_words import cause_words
from app.commands.texts import network_name, severity_name, stage_name
from app.domain.wall_time import local_at
from app.wording import _

HOLD = "hold.active"
"""The rule whose flag says what stands above it already: that the post is on hold."""

ICONS = {
    Fate.RECALL: "warning",
    Fate.LATE: "clock",
    Fate.HELD: "hold",
    Fate.READY: "stage-approved",
    Fate.QUEUED: "stage-queued",
    Fate.SENT: "stage-sent",
    Fate.MISSED: "close",
}
"""The sign of each fate."""


def fate_name(fate: Fate) -> str:
    """Return what becomes of posts, in few words, for a filter."""
    return {
        Fate.RECALL: _("Must come out"),
        Fate.LATE: _("Not approved"),
        Fate.HELD: _("On hold"),
        Fate.READY: _("Approved, not exported"),
        Fate.QUEUED: _("At the scheduler"),
        Fate.SENT: _("Gone out"),
        Fate.MISSED: _("Missed"),
    }[fate]


def fate_words(one: Leaving) -> str:
    """Return what becomes of a post."""
    card = one.card
    match one.fate:
        case Fate.RECALL if one.recall is not None:
            return _("Must come out of {scheduler}").format(scheduler=one.recall.scheduler)
        case Fate.QUEUED if card.hand_over is not None:
            return _("In {scheduler}, as approved").format(
                scheduler=card.hand_over.preset.capitalize()
            )
        case Fate.LATE:
            return _("Not approved · {stage}").format(stage=stage_name(card.stage).lower())
        case Fate.MISSED:
            return _("Missed its time · {stage}").format(stage=stage_name(card.stage).lower())
        case Fate.HELD:
            return _("On hold: stays in")
    return fate_name(one.fate)


def why_words(one: Leaving) -> str:
    """Return the gravest reason to look at it: why it must come out, or its worst flag."""
    if one.recall is not None:
        return cause_words(one.recall)
    if not one.card.is_assessed:
        return _("Its risks are still being checked.")
    if not one.card.flags:
        return ""
    flag = one.card.flags[0]
    if flag.rule == HOLD:
        return _("Hold: {reason}").format(reason=" · ".join(flag.evidence))
    return f"{severity_name(flag.severity)}: {flag.headline}"


def headline(one: Leaving) -> str:
    """Return what is said in it, as it will be sent."""
    return one.recall.headline if one.recall is not None else one.card.headline


def place_words(one: Leaving, market: str) -> str:
    """Return number, market and channel in one line."""
    channel = one.recall.channel if one.recall is not None else one.card.channel
    parts = dict.fromkeys([one.card.name, market, network_name(channel.network), channel.name])
    return " · ".join(part for part in parts if part)


def own_time_words(one: Leaving, mine: str) -> str:
    """Return when it goes out by the reader's own clock."""
    return dates.clock(local_at(one.instant, mine))


def market_time_words(one: Leaving, mine: str) -> str:
    """Return the market's own time, with its day where that is another one."""
    here = local_at(one.instant, mine)
    same_day = here.date() == one.local.date()
    there = dates.clock(one.local) if same_day else dates.moment(one.local)
    return f"{there} {dates.zone_name(one.zone, one.local).split(',')[0]}"


def distance_words(instant: datetime, now: datetime) -> str:
    """Return how far ahead it is, such as `in 3 hours`."""
    return dates.distance(instant - now)


def spoken(one: Leaving, market: str, mine: str, now: datetime) -> str:
    """Return all that matters in one line, as a screen reader says it."""
    here = local_at(one.instant, mine)
    parts = [
        distance_words(one.instant, now),
        _("{moment} your time").format(moment=dates.moment(here)),
        market_time_words(one, mine),
        place_words(one, market),
        fate_words(one),
        why_words(one),
        headline(one),
    ]
    return ", ".join(part for part in parts if part)


def tooltip(one: Leaving, market: str, mine: str, now: datetime) -> str:
    """Return it whole, line by line: nothing that is cut off in its row is lost."""
    here = local_at(one.instant, mine)
    lines = [
        headline(one),
        place_words(one, market),
        _("{moment} your time, {distance}").format(
            moment=dates.moment(here), distance=distance_words(one.instant, now)
        ),
        f"{dates.moment(one.local)} {dates.zone_name(one.zone, one.local)}",
        fate_words(one),
        why_words(one),
        one.recall.way_out if one.recall is not None else "",
    ]
    return "\n".join(line for line in lines if line)
