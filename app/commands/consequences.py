"""What saving posts brought with it: approvals that ended or came back, risks, stale queues."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.commands import cases
from app.commands.flags import AT_ONCE, stored_flags
from app.commands.knowledge import Knowledge
from app.commands.recalling import scheduler_name
from app.commands.setting import Setting
from app.domain.flag import Flag, Severity
from app.domain.post import Post, PostId
from app.storage import exports
from app.storage.engine import Engine

_TWINS = "duplicate.text"


@dataclass(frozen=True, slots=True)
class Standing:
    """How some versions of posts stand: approved, at which risk, and where they lie queued."""

    approved: frozenset[PostId]
    risks: Mapping[PostId, Mapping[str, Severity]]
    """By post and key; without the posts whose flags are not known yet."""
    queued: Mapping[PostId, str]
    """The scheduler that holds exactly this version and has not sent it."""

    @classmethod
    def of(
        cls, engine: Engine, knowledge: Knowledge, found: Sequence[Post], now: datetime
    ) -> "Standing":
        """Return how versions stand now; of many posts the risks stay out, they come later."""
        flags = (
            stored_flags(engine, Setting.of(engine), knowledge, found)
            if len(found) <= AT_ONCE
            else {}
        )
        handed = exports.hand_overs_of(engine, [post.id for post in found])
        return cls(
            approved=frozenset(cases.approved_ids(engine, knowledge, found, flags)),
            risks={post: _by_risk(of) for post, of in flags.items()},
            queued={
                post.id: scheduler_name(one.preset)
                for post in found
                for one in handed.get(post.id, ())
                if one.is_open(now) and one.fingerprint == post.fingerprint and not post.cancelled
            },
        )

    def approvals_lost(self, after: "Standing") -> int:
        """Return how many approvals ended."""
        return len(self.approved - after.approved)

    def approvals_back(self, after: "Standing") -> int:
        """Return how many approvals came back."""
        return len(after.approved - self.approved)

    def came(self, after: "Standing", made: frozenset[PostId], *severities: Severity) -> int:
        """Return how many flags of some severities came, those of posts that were made too."""
        return sum(
            severity in severities and self.risks.get(post, {}).get(key) not in severities
            for post, flags in after.risks.items()
            if post in made or post in self.risks
            for key, severity in flags.items()
        )

    def left_queued(self, after: "Standing") -> tuple[str, ...]:
        """Return the schedulers that go on holding a version which stands here no more."""
        return tuple(
            sorted({name for post, name in self.queued.items() if post not in after.queued})
        )


def _by_risk(flags: Iterable[Flag]) -> dict[str, Severity]:
    """Return how grave each risk is; a text said twice is one risk, whichever post is nearest."""
    found: dict[str, Severity] = {}
    for flag in flags:
        which = flag.rule if flag.rule == _TWINS else flag.key
        found[which] = max(flag.severity, found.get(which, flag.severity))
    return found
