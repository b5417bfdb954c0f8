"""What holds are aimed at and how much they stop, in words."""

from collections.abc import Sequence

from app.commands.catch import Catch
from app.commands.texts import network_name
from app.commands.views import CalendarView
from app.domain.hold import Hold, Scope, folded
from app.wording import _, ngettext

NAMED = 3
"""So many people are called by their names."""


def targets(
    scope: Scope, calendar: CalendarView, campaigns: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Return what a scope can be aimed at, each with its name.

    Nothing for everything; nothing for one post either: a person points at it.
    """
    match scope:
        case Scope.EVERYTHING | Scope.POST:
            return ()
        case Scope.REGION:
            regions = sorted({market.region for market in calendar.markets} - {""})
            return tuple((region, region) for region in regions)
        case Scope.MARKET:
            return tuple((market.id, market.name) for market in calendar.markets)
        case Scope.NETWORK:
            networks = sorted({channel.network for channel in calendar.channels})
            return tuple((network, network_name(network)) for network in networks)
        case Scope.CHANNEL:
            return tuple(
                (
                    channel.id,
                    _("{market} · {channel}").format(
                        market=calendar.market(channel.market).name, channel=channel.name
                    ),
                )
                for channel in calendar.channels
            )
        case Scope.CAMPAIGN:
            return tuple((campaign, campaign) for campaign in campaigns)


def target_name(hold: Hold, calendar: CalendarView) -> str:
    """Return what a hold covers, as people say it."""
    if hold.scope is Scope.EVERYTHING:
        return _("Everything")
    if hold.post is not None:
        return hold.post.name
    names = dict(targets(hold.scope, calendar, [hold.target]))
    return names.get(hold.target, hold.target)


def stands_already(scope: Scope, target: str, calendar: CalendarView) -> str:
    """Return who has placed the same hold before, and why; empty where nobody has."""
    wanted = _target(scope, target)
    for hold in calendar.holds:
        if hold.is_active and (hold.scope, _target(hold.scope, hold.target)) == (scope, wanted):
            return _(
                "The same hold stands already, by {who}: “{reason}”. A second one must be lifted "
                "on its own."
            ).format(who=calendar.person_name(hold.placed_by), reason=hold.reason)
    return ""


def _target(scope: Scope, target: str) -> str:
    return folded(target) if scope is Scope.CAMPAIGN else target


def would_stop(catch: Catch) -> str:
    """Return what a hold would stop, before it is placed."""
    if not catch.posts:
        words = _("It stops no post that is planned now, and every new one that it covers.")
    elif catch.approved is None:
        words = ngettext(
            "It stops {count} planned post.", "It stops {count} planned posts.", catch.posts
        ).format(count=f"{catch.posts:,}")
    else:
        words = ngettext(
            "It stops {count} planned post, {approved} of them approved.",
            "It stops {count} planned posts, {approved} of them approved.",
            catch.posts,
        ).format(count=f"{catch.posts:,}", approved=f"{catch.approved:,}")
    if not catch.queued:
        return words
    queued = ngettext(
        "{count} already lies at the scheduler: take it out there.",
        "{count} already lie at the scheduler: take them out there.",
        catch.queued,
    ).format(count=f"{catch.queued:,}")
    return _("{first} {second}").format(first=words, second=queued)


def would_stop_it(catch: Catch) -> str:
    """Return what a hold of one post would stop, before it is placed."""
    if catch.queued:
        return _("It lies at the scheduler already, where no hold reaches it: take it out there.")
    if not catch.posts:
        return _("It is cancelled or has gone out: there is nothing left to stop.")
    if catch.approved:
        return _("It stops this post, which is approved.")
    return _("It stops this post alone.")


def stops(catch: Catch) -> str:
    """Return what a hold stops while it stands, such as “Stops 14 posts · 3 still queued”."""
    posts = ngettext("Stops {count} post", "Stops {count} posts", catch.posts).format(
        count=catch.posts
    )
    if not catch.queued:
        return posts
    queued = ngettext(
        "{count} still queued in {scheduler}", "{count} still queued in {scheduler}", catch.queued
    ).format(count=f"{catch.queued:,}", scheduler=", ".join(catch.schedulers))
    return _("{first} · {second}").format(first=posts, second=queued)


def who_reads_again(calendar: CalendarView) -> str:
    """Return who can read again what a hold had caught."""
    names = [one.name for one in calendar.people if one.may_review and one.is_active]
    named = ", ".join(names[:NAMED])
    others = len(names) - NAMED
    if others > 0:
        return ngettext(
            "{names} and {count} more reviewer can read them again.",
            "{names} and {count} more reviewers can read them again.",
            others,
        ).format(names=named, count=f"{others:,}")
    return _("{names} can read them again.").format(names=named)
