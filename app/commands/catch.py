"""How much a hold stops: posts to come, in groups that a hold catches whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.domain.channel import Channel, ChannelId
from app.domain.hold import Hold, HoldId, Scope
from app.domain.market import Market
from app.domain.person import NOBODY
from app.domain.post import NO_POST, Content, PostId

Aim = tuple[ChannelId, str]
"""A channel and a campaign: what a hold can be aimed at."""


@dataclass(frozen=True, slots=True)
class Catch:
    """How many posts a hold stops."""

    posts: int
    approved: int | None = None
    """How many of them could leave today; nothing where that was not counted."""
    queued: int = 0
    """How many of what it covers already lie at a scheduler, where no hold reaches them."""
    schedulers: tuple[str, ...] = ()
    """Where those lie."""


@dataclass(frozen=True, slots=True)
class Lies:
    """What lies at a scheduler: aimed at as it lies there, or as the post stands here now."""

    scheduler: str
    there: Aim
    here: Aim
    post: PostId = NO_POST


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a hold could catch now."""

    places: Mapping[ChannelId, tuple[Market, Channel]]
    planned: Mapping[Aim, int]
    """How many posts are to come, the tray included."""
    approved: Mapping[Aim, int] | None
    """How many of them could leave today, where it was asked for."""
    lies: tuple[Lies, ...]
    alone: Mapping[PostId, bool | None] = field(default_factory=dict)
    """Posts to come that are, or may be, held by themselves; whether each could leave today."""

    @property
    def campaigns(self) -> tuple[str, ...]:
        """The campaigns that posts to come belong to, by name."""
        return tuple(sorted({campaign for _channel, campaign in self.planned} - {""}))

    def under(self, hold: Hold) -> Catch:
        """Return what a hold catches of it, by the very rule that the gate goes by."""
        if hold.scope is Scope.POST:
            return self._of_one(PostId(hold.target))
        covered = set(self._covered(hold))
        lies = [one for one in self.lies if covered & {one.there, one.here}]
        return _catch(
            sum(count for aim, count in self.planned.items() if aim in covered),
            None
            if self.approved is None
            else sum(count for aim, count in self.approved.items() if aim in covered),
            lies,
        )

    def if_placed(self, scope: Scope, target: str) -> Catch:
        """Return what a hold would catch that nobody has placed yet."""
        countries = {str(market.id): market.country for market, _channel in self.places.values()}
        country = countries.get(target, "") if scope is Scope.MARKET else ""
        return self.under(
            Hold(HoldId(""), scope, target, "", 0, NOBODY, datetime.now(UTC), country=country)
        )

    def _of_one(self, post: PostId) -> Catch:
        may_leave = self.alone.get(post, None if self.approved is None else False)
        lies = [one for one in self.lies if one.post == post]
        return _catch(
            int(post in self.alone), may_leave if may_leave is None else int(may_leave), lies
        )

    def _covered(self, hold: Hold) -> Iterator[Aim]:
        known = {*self.planned, *(aim for one in self.lies for aim in (one.there, one.here))}
        for channel_id, campaign in known:
            market, channel = self.places[channel_id]
            content = Content(market.id, channel_id, "", market.zone, campaign=campaign)
            if hold.matches(NO_POST, content, market, channel):
                yield channel_id, campaign


def _catch(posts: int, approved: int | None, lies: Sequence[Lies]) -> Catch:
    schedulers = tuple(sorted({one.scheduler for one in lies}))
    return Catch(posts, approved, len(lies), schedulers)
