"""Posts of one channel that stand on each other's toes."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from app.domain.companion import Companion
from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.company import CLOSE
from app.risks.facts import Facts
from app.risks.phrasing import fitted, quoted, way_out
from app.wording import _, ngettext

_USUAL = timedelta(minutes=30)
_APART: Mapping[str, timedelta] = MappingProxyType(
    {
        **dict.fromkeys(("x", "threads", "bluesky", "mastodon", "telegram"), timedelta(minutes=10)),
        "push": CLOSE,
    }
)
"""How far apart posts stand at least: little where people follow a stream, more where it rings."""
_RINGS = frozenset({"push"})
"""Networks that disturb a person with each post."""


def same_minute(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag two posts of one channel at the same minute: they bury each other.

    A sibling there is the same message in another language, and a note only.
    """
    local = post.content.local
    there = [other for other in _on_its_channel(post, facts) if other.post.content.local == local]
    if local is None or not there:
        return
    severity = Severity.NOTE if all(other.is_sibling for other in there) else Severity.CAUTION
    first = min(there, key=lambda other: other.name)
    yield Flag(
        rule="timing.same-minute",
        severity=severity,
        key=f"timing.same-minute:{first.post.id}",
        mark=mark_of(severity, *sorted(f"{one.post.id} {local.isoformat()}" for one in there)),
        headline=fitted(_("Same minute as {post}").format(post=first.name)),
        why=ngettext(
            "{count} other post goes out on this channel at {clock}: they bury each other.",
            "{count} other posts go out on this channel at {clock}: they bury each other.",
            len(there),
        ).format(count=len(there), clock=f"{local:%H:%M}"),
        way_out=_("Move one of them by some minutes. {tick}").format(tick=way_out(severity)),
        evidence=quoted(other.post.content.text for other in there),
    )


def too_close(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note a post that follows another one of its channel too soon; a push so soon is a caution."""
    local, network = post.content.local, facts.channel.network
    if local is None:
        return
    apart = _APART.get(network, _USUAL)
    near = [
        (gap, other)
        for other in _on_its_channel(post, facts)
        if timedelta() < (gap := _gap(local, other)) < apart
    ]
    if not near:
        return
    gap, nearest = min(near, key=lambda found: (found[0], found[1].name))
    minutes = int(gap.total_seconds() // 60)
    severity = Severity.CAUTION if network in _RINGS else Severity.NOTE
    yield Flag(
        rule="timing.spacing",
        severity=severity,
        key=f"timing.spacing:{nearest.post.id}",
        mark=mark_of(severity, nearest.post.id, str(minutes)),
        headline=fitted(
            ngettext("{count} minute from {post}", "{count} minutes from {post}", minutes).format(
                count=minutes, post=nearest.name
            )
        ),
        why=_("On this network {count} minutes between two posts are usual at least.").format(
            count=int(apart.total_seconds() // 60)
        ),
        way_out=way_out(severity),
        evidence=quoted((nearest.post.content.text,)),
    )


def _on_its_channel(post: Post, facts: Facts) -> Iterator[Companion]:
    channel = post.content.channel
    return (
        other
        for other in facts.companions
        if other.post.content.channel == channel and other.post.content.local is not None
    )


def _gap(local: datetime, other: Companion) -> timedelta:
    there = other.post.content.local
    return timedelta.max if there is None else abs(there - local)
