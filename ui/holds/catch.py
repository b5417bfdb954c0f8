"""What a hold will catch, before it is placed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.commands.texts import network_name
from app.commands.views import CalendarView, Card
from app.domain.hold import Hold, HoldId, Scope
from app.domain.market import MarketId
from app.domain.person import PersonId
from app.domain.post import Content
from app.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Catch:
    """How many posts a hold stops."""

    posts: int
    approved: int
    """How many of them could leave today."""
    queued: int
    """How many of them already lie at a scheduler, where no hold reaches them."""

    def sentence(self) -> str:
        """Return it in words."""
        if not self.posts:
            return _("It stops no post that is planned now, and every new one that it covers.")
        words = ngettext(
            "It stops {count} planned post, {approved} of them approved.",
            "It stops {count} planned posts, {approved} of them approved.",
            self.posts,
        ).format(count=self.posts, approved=self.approved)
        if not self.queued:
            return words
        queued = ngettext(
            "{count} already lies at the scheduler: take it out there.",
            "{count} already lie at the scheduler: take them out there.",
            self.queued,
        ).format(count=self.queued)
        return _("{first} {second}").format(first=words, second=queued)


def caught(cards: Sequence[Card], scope: Scope, target: str, calendar: CalendarView) -> Catch:
    """Return what a hold would catch of these posts, by the very rule that the gate goes by."""
    countries = {market.id: market.country for market in calendar.markets}
    country = countries.get(MarketId(target), "") if scope is Scope.MARKET else ""
    hold = Hold(HoldId(""), scope, target, "", 0, PersonId(""), datetime.now(UTC), country=country)
    found = [card for card in cards if _covers(hold, card, calendar)]
    return Catch(
        posts=len(found),
        approved=sum(card.is_approved for card in found),
        queued=sum(card.hand_over is not None for card in found),
    )


def targets(
    scope: Scope, calendar: CalendarView, campaigns: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Return what a scope can be aimed at, each with its name; nothing for everything."""
    match scope:
        case Scope.EVERYTHING:
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
    names = dict(targets(hold.scope, calendar, [hold.target]))
    return names.get(hold.target, hold.target)


def _covers(hold: Hold, card: Card, calendar: CalendarView) -> bool:
    content = Content(
        card.market, card.channel.id, card.language, card.zone, campaign=card.campaign
    )
    return hold.matches(content, calendar.market(card.market), card.channel)
