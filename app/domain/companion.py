"""Another post beside which a post is judged, and which of them count."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.decision import Verdict
from app.domain.post import Post


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a post stands approved, by the order of events alone: no flag is asked."""

    approved_seq: int = 0
    """Where in the audit as many as were asked had approved its content; 0 where they have not."""
    since: int = 0
    """Where in the audit that content came, or came back."""

    @property
    def is_approved(self) -> bool:
        """Whether its content stands approved."""
        return self.approved_seq > 0

    @property
    def arrived(self) -> int:
        """Where in the audit it came to stand approved as it is."""
        return max(self.approved_seq, self.since)

    @property
    def is_settled(self) -> bool:
        """Whether its reviewers saw it beside all that counts: nothing else can touch it."""
        return self.is_approved and self.since <= self.approved_seq


NOT_APPROVED = Standing()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a post said at a moment, and what it says now."""

    before: str
    after: str
    by: str = ""
    """The name of the person who wrote what it says now."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Another post of the calendar, or of the same file, as one post meets it."""

    post: Post
    name: str
    """What people call it, such as DE-0142."""
    standing: Standing = NOT_APPROVED
    is_sibling: bool = False
    """Whether it belongs to the same idea."""
    corrected: Correction | None = None
    """How this sibling was changed since the post was last written."""
    sent_back: Verdict | None = None
    """What a reviewer has said of this sibling since the post was last written, if it was a no."""
    note: str = ""
    """What that reviewer wrote."""
    left_behind: Correction | None = None
    """How the post itself was changed since this sibling was approved with the words before."""


def counting(own: Standing, met: Iterable[Companion]) -> tuple[Companion, ...]:
    """Return the companions that raise flags on a post: whoever comes later carries them.

    All of them, as long as the post is not approved. An approval is given in sight of all that
    stood beside the post, so that no edit and no approval of another post ends it. Only a post that
    left and came back, by undo, meets anew what was approved while it was away.
    """
    if not own.is_approved:
        return tuple(met)
    return tuple(
        other
        for other in met
        if other.standing.is_approved and own.approved_seq < other.standing.arrived <= own.since
    )
