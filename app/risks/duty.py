"""Whether somebody is there to answer when a post goes out."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from app.days.days_off import days_off
from app.domain.duty import NO_DAYS_OFF, Span
from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.domain.wall_time import instant_of, local_at, stamp
from app.risks.facts import Facts
from app.risks.phrasing import fitted, way_out
from app.wording import _

ANSWERING = timedelta(hours=2)
"""In the first hours after it went out a post gets most of its answers."""
TOO_LONG = timedelta(hours=1)
"""So long nobody may be missing in them."""
_ONE_DAY = timedelta(days=1)
_YEARS = range(MINYEAR + 1, MAXYEAR)
"""In the first and the last one the days around a post would be beyond the calendar."""


def nobody_there(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a post after which nobody is on duty for an hour of the first two.

    Silent for markets without a roster. A placeholder of McDonald's stood for more than eight
    hours, for it went out in the night after Thanksgiving (24 November 2017).
    """
    roster, local = facts.team.roster, post.content.local
    if local is None or not roster.is_known or local.year not in _YEARS:
        return
    instant = instant_of(local, post.content.zone)
    after = Span(instant, instant + ANSWERING)
    gaps = roster.near(local.date()).uncovered(after, _days_off(facts, local.date()))
    if sum((gap.length for gap in gaps), timedelta()) < TOO_LONG:
        return
    written = tuple(f"{stamp(gap.starts)}/{stamp(gap.ends)}" for gap in gaps)
    starts, ends = (local_at(at, facts.market.zone) for at in (gaps[0].starts, gaps[-1].ends))
    hours = f"{starts:%H:%M}–{ends:%H:%M}"
    yield Flag(
        rule="duty.nobody",
        severity=Severity.CAUTION,
        key="duty.nobody",
        mark=mark_of(Severity.CAUTION, *written),
        headline=fitted(_("Nobody on duty {hours}").format(hours=hours)),
        why=_("In the first two hours after the post nobody is there to answer or to stop it."),
        way_out=way_out(Severity.CAUTION),
        evidence=(f"{local:%Y-%m-%d} {hours}",),
    )


def _days_off(facts: Facts, day: date) -> frozenset[date]:
    """Return which of a day and its neighbours are public holidays of the market."""
    if all(week.on_holidays for week in facts.team.roster.weeks):
        return NO_DAYS_OFF
    market = facts.market
    return frozenset(
        near
        for near in (day - _ONE_DAY, day, day + _ONE_DAY)
        if near in days_off(market.country, market.subdivisions, near.year)
    )
