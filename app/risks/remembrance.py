"""What a post may not do that is the remembrance of its day."""

from collections.abc import Iterator

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.phrasing import quoted, way_out
from app.risks.tones import tones
from app.wording import _


def remembrance_flags(post: Post, facts: Facts) -> Iterator[Flag]:
    """Yield a stop for all that sells or celebrates, with keys of their own: `remembrance.…`.

    Asked only where a reviewer says that the post is the remembrance of its day. Starbucks Korea,
    18 May 2026: a campaign beside the anniversary of Gwangju. A remembrance is no advertisement.
    """
    found = tones(post, facts)
    if words := (*found.sells, *found.prices):
        why = _("A remembrance is no advertisement: what sells in it is read as one.")
        yield _stop("remembrance.selling", _("Sells in a remembrance"), why, words)
    if words := found.celebrates:
        why = _("A remembrance is no party: cheer in it is read as mockery.")
        yield _stop("remembrance.festive", _("Celebrates in a remembrance"), why, words)
    if words := found.appetite:
        why = _("A remembrance is no advertisement: food and drink in it are read as one.")
        yield _stop("remembrance.appetite", _("Food and drink in a remembrance"), why, words)


def _stop(rule: str, headline: str, why: str, words: tuple[str, ...]) -> Flag:
    return Flag(
        rule=rule,
        severity=Severity.STOP,
        key=rule,
        mark=mark_of(Severity.STOP, *sorted(set(words))),
        headline=headline,
        why=why,
        source=_("Practice of remembrance"),
        way_out=way_out(Severity.STOP),
        evidence=quoted(words),
    )
