"""Hashtags that nobody of the team has looked at."""

from collections.abc import Iterator

from app.domain.flag import Flag, Severity, mark_of
from app.domain.hashtag import GOOD_FOR, folded
from app.domain.post import Content, Post
from app.risks.counting import hashtags
from app.risks.facts import Facts
from app.risks.phrasing import fitted, quoted
from app.wording import _, ngettext

UNCONFIRMED = "hashtag.unconfirmed"
"""Its rule and key: one flag stands for all hashtags of a post."""


def unconfirmed(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag the hashtags that nobody has confirmed for the market; one flag for all of them.

    Eight of 100 published cases took a hashtag of people who told of something grave: DiGiorno
    joked under #WhyIStayed, which tells of violence at home (8 September 2014). Without a calendar
    nobody keeps confirmations, and the rule is silent.
    """
    known = facts.confirmed_hashtags
    if known is None:
        return
    new = [tag for tag in hashtags_of(post.content) if folded(tag) not in known]
    if not new:
        return
    yield Flag(
        rule=UNCONFIRMED,
        severity=Severity.CAUTION,
        key=UNCONFIRMED,
        mark=mark_of(Severity.CAUTION, *sorted(map(folded, new))),
        headline=fitted(
            ngettext("New hashtag: {tags}", "New hashtags: {tags}", len(new)).format(
                tags=" ".join(new)
            )
        ),
        why=ngettext(
            "Nobody has looked yet at what people in {market} use it for today.",
            "Nobody has looked yet at what people in {market} use them for today.",
            len(new),
        ).format(market=facts.market.name),
        way_out=_(
            "Look on the network. A reviewer's tick confirms what was seen for {count} days in"
            " this market."
        ).format(count=GOOD_FOR.days),
        evidence=quoted(new),
    )


def hashtags_of(content: Content) -> tuple[str, ...]:
    """Return the hashtags of text and first comment as they are written, each once."""
    written = f"{content.text}\n{content.first_comment}"
    if "#" not in written and "＃" not in written:
        return ()
    return tuple({folded(tag): tag for tag in reversed(hashtags(written))}.values())[::-1]
