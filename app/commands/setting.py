"""What all posts of a calendar share: its markets, channels, holds, policy and team."""

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from app.domain.channel import Channel, ChannelId
from app.domain.hold import Hold
from app.domain.market import Market, MarketId
from app.domain.place import places_of
from app.domain.policy import Policy
from app.domain.post import NO_POST, Content, Post
from app.domain.team import NO_TEAM, Team
from app.storage import audit, holds, markets
from app.storage.duty import roster
from app.storage.engine import Engine
from app.storage.home import home
from app.storage.policy import policy
from app.storage.severities import all_severities
from app.storage.team_days import team_calendar
from app.storage.team_terms import team_terms
from app.storage.web_addresses import all_addresses


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """One reading of the calendar beside its posts; two readings are never equal."""

    markets: Mapping[MarketId, Market]
    channels: Mapping[ChannelId, Channel]
    holds: tuple[Hold, ...]
    policy: Policy
    team: Team = NO_TEAM

    @classmethod
    def of(cls, engine: Engine) -> "Setting":
        """Return all of it as it stands; read anew after a change."""
        stand = audit.newest_hash_of(engine, _READ_FROM)
        known = _KNOWN.get(engine)
        if known is not None and known[0] == stand:
            return known[1]
        all_markets, all_channels = markets.all_markets(engine), markets.all_channels(engine)
        setting = cls(
            {market.id: market for market in all_markets},
            {channel.id: channel for channel in all_channels},
            holds.all_holds(engine),
            policy(engine),
            Team(
                home=home(engine),
                places=places_of(all_markets, all_channels, all_addresses(engine)),
                severities=all_severities(engine),
                calendar=team_calendar(engine),
                roster=roster(engine),
                terms=team_terms(engine),
            ),
        )
        _KNOWN[engine] = stand, setting
        return setting

    @staticmethod
    def hand_on(engine: Engine, to: Engine) -> None:
        """Let another connection to the same calendar begin with what one knows already."""
        known = _KNOWN.get(engine)
        if known is not None:
            _KNOWN[to] = known

    def of_post(self, post: Post) -> tuple[Market, Channel]:
        """Return the market and the channel of a post."""
        return self.markets[post.content.market], self.channels[post.content.channel]

    @property
    def usable_channels(self) -> tuple[Channel, ...]:
        """The channels on which posts can be planned."""
        return tuple(one for one in self.channels.values() if not one.is_retired)

    def active_holds(self, post: Post) -> tuple[Hold, ...]:
        """Return the standing holds that cover a post."""
        market, channel = self.of_post(post)
        return tuple(
            hold
            for hold in self.holds
            if hold.is_active and hold.matches(post.id, post.content, market, channel)
        )

    def is_under(self, hold: Hold, channel_id: ChannelId, campaign: str) -> bool:
        """Tell whether a hold covers all posts of a channel that belong to a campaign."""
        channel = self.channels[channel_id]
        market = self.markets[channel.market]
        content = Content(market.id, channel.id, "", market.zone, campaign=campaign)
        return hold.matches(NO_POST, content, market, channel)

    def likely_channel(self, post: Post, market_id: MarketId) -> Channel | None:
        """Return the channel that a post would take in a market: its own, or one of its network."""
        own = self.channels[post.content.channel]
        there = [
            channel
            for channel in self.channels.values()
            if channel.market == market_id and (channel == own or not channel.is_retired)
        ]
        same_network = [channel for channel in there if channel.network == own.network]
        return own if own in there else next(iter([*same_network, *there]), None)


_READ_FROM = (
    *("market_version", "market_withdrawn", "channel_version", "channel_retired"),
    *("hold", "hold_lift", "post_hold", "post_hold_lift"),
    *("policy_version", "severity_rule"),
    *("person_version", "home_version", "team_day", "day_switch", "web_domain"),
    "team_term",
    *("duty", "duty_week", "duty_gap"),
)
"""The tables of history that a setting is made of."""

# The hash of an event covers all events before it, also where a transaction was taken back.
_KNOWN: WeakKeyDictionary[Engine, tuple[str, Setting]] = WeakKeyDictionary()
