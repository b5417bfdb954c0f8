"""The hour at which a post goes out, by the clocks of its market."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import assert_never

from app.days.written import written_day
from app.domain.flag import Flag, Severity, mark_of
from app.domain.market import EVERY_WEEKDAY, PublishingHours
from app.domain.post import Post
from app.domain.wall_time import ClockTime, clock_time
from app.risks.facts import Facts
from app.risks.phrasing import way_out
from app.wording import _

MIDNIGHT = time(0)
MORNING = time(6)


def clock_change(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Flag a time that the clocks never show, or show twice.

    Schedulers take such a time silently, some an hour early, some an hour late; the zones' rules
    are those of the IANA database.
    """
    local, zone = post.content.local, post.content.zone
    if local is None:
        return
    match clock_time(local, zone):
        case ClockTime.NEVER:
            yield _flag(
                "timing.gap",
                Severity.BLOCKED,
                local,
                headline=_("{clock} does not exist on this day").format(clock=_clock(local)),
                why=_("The clocks of {zone} are put forward and skip this time.").format(zone=zone),
                answer=_("Choose another time."),
                facts=(zone,),
            )
        case ClockTime.TWICE:
            yield _flag(
                "timing.overlap",
                Severity.CAUTION,
                local,
                headline=_("{clock} happens twice on this day").format(clock=_clock(local)),
                why=_(
                    "The clocks of {zone} are put back; schedulers differ in which of the two"
                    " they take."
                ).format(zone=zone),
                facts=(zone,),
            )
        case ClockTime.ONCE:
            return
        case never:
            assert_never(never)


def publishing_hours(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a post outside the market's publishing hours, or at night where it has none.

    A placeholder of McDonald's stood for more than eight hours on 24 November 2017, since it had
    gone out at midnight of a holiday, when nobody was there.
    """
    local, hours = post.content.local, facts.market.hours
    if local is None:
        return
    if hours is None:
        if local.time() < MORNING:
            yield _flag(
                "timing.night",
                Severity.CAUTION,
                local,
                headline=_("At night: {clock}").format(clock=_clock(local)),
                why=_("Few people are awake in the market, and often nobody who could answer."),
                facts=(),
            )
    elif not hours.contain(local):
        open_at = f"{hours.opens:%H:%M}–{_closing(hours)}"
        yield _flag(
            "timing.hours",
            Severity.CAUTION,
            local,
            headline=_("Outside publishing hours: {clock}").format(clock=_clock(local)),
            why=_("{market} publishes {hours}, {days}.").format(
                market=facts.market.name, hours=open_at, days=_days(hours)
            ),
            facts=(open_at, *map(str, sorted(hours.weekdays))),
        )


def midnight(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Note a post at exactly 00:00.

    Four brands in Britain wished a happy new year on 31 December 2015 at 00:00, a day too early.
    """
    local = post.content.local
    if local is not None and local.time() == MIDNIGHT:
        yield _flag(
            "timing.midnight",
            Severity.NOTE,
            local,
            headline=_("00:00 begins {day}").format(day=written_day(local.date())),
            why=_("Midnight belongs to the day that starts; many mean the end of the day before."),
            facts=(local.date().isoformat(),),
        )


def _flag(
    rule: str,
    severity: Severity,
    local: datetime,
    *,
    headline: str,
    why: str,
    facts: tuple[str, ...],
    answer: str = "",
) -> Flag:
    return Flag(
        rule=rule,
        severity=severity,
        key=rule,
        mark=mark_of(severity, local.isoformat(), *facts),
        headline=headline,
        why=why,
        way_out=answer or way_out(severity),
        evidence=(f"{local:%Y-%m-%d %H:%M}",),
    )


def _clock(local: datetime) -> str:
    return f"{local:%H:%M}"


def _closing(hours: PublishingHours) -> str:
    return "24:00" if hours.closes == MIDNIGHT else f"{hours.closes:%H:%M}"


def _days(hours: PublishingHours) -> str:
    """Return the weekdays on which a market publishes, as in: Mon, Tue."""
    if hours.weekdays >= EVERY_WEEKDAY:
        return _("on every day")
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return ", ".join(names[weekday] for weekday in sorted(hours.weekdays))
