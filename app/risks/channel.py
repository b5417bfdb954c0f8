"""What the network of a post's channel takes."""

from collections.abc import Iterator
from typing import assert_never
from unicodedata import category

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Content, Post
from app.risks.counting import Unit, count, hashtags, mentions
from app.risks.facts import Facts
from app.risks.networks import (
    CAPTION,
    FIRST_COMMENT,
    TEXT,
    TITLE,
    Length,
    Needs,
    Network,
    length_of,
)
from app.risks.phrasing import quoted, way_out
from app.wording import _, ngettext


def length(post: Post, facts: Facts) -> Iterator[Flag]:
    """Block what is longer than the network takes, counted as it counts.

    The limits and their sources stand in resources/networks.toml.
    """
    network = facts.network
    if network is None:
        return
    for field, text in _texts(post.content):
        limit = network.limit(field)
        careful = network.careful_limit(field)
        limits = [one for one in (limit, careful.limit if careful else None) if one is not None]
        if not limits or network.surely_takes(text, min(limits)):
            continue
        used = length_of(text, network, field).used
        if limit is not None and used > limit:
            yield _too_long(field, Length(used, limit, network.unit), network)
        elif careful is not None and used > careful.limit:
            size = Length(used, careful.limit, network.unit)
            yield _perhaps_too_long(field, size, network, careful.why)


def fold(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note how little of a push message is seen at first: about 49 characters on Android."""
    network = facts.network
    if network is None or not network.folds:
        return
    used = count(post.content.text, Unit.GRAPHEMES)
    cut = [each for each in network.folds if used > each.limit]
    if cut:
        places = ", ".join(f"{each.where} ({each.limit})" for each in cut)
        yield Flag(
            rule="channel.fold",
            severity=Severity.NOTE,
            key="channel.fold",
            mark=mark_of(Severity.NOTE, *(each.where for each in cut)),
            headline=_("Cut short after {count} characters").format(count=cut[0].limit),
            why=_("Only the beginning is seen on {places}.").format(places=places),
            source=network.source,
            source_url=network.source_url,
            way_out=way_out(Severity.NOTE),
            evidence=(str(used),),
        )


def too_many_hashtags(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag more hashtags than the network takes; caption and first comment count together.

    Instagram takes 5 since December 2025; not every account alike, so it is no more than a caution.
    """
    network = facts.network
    if network is None or network.hashtags is None:
        return
    found = hashtags(f"{post.content.text}\n{post.content.first_comment}")
    if len(found) > network.hashtags:
        yield Flag(
            rule="channel.hashtags",
            severity=Severity.CAUTION,
            key="channel.hashtags",
            mark=mark_of(Severity.CAUTION, network.key, str(network.hashtags), *sorted(found)),
            headline=_("{count} hashtags, {network} takes {limit}").format(
                count=len(found), network=network.name, limit=network.hashtags
            ),
            why=_("The network may ignore all of them, or refuse the post."),
            source=network.source,
            source_url=network.source_url,
            way_out=way_out(Severity.CAUTION),
            evidence=quoted(found),
        )


def too_many_mentions(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag more accounts named by an @ than the network lets through.

    Limits and sources stand in resources/networks.toml; schedulers refuse such posts as spam.
    """
    network, content = facts.network, post.content
    if network is None or network.mentions is None or "@" not in content.text:
        return
    found = mentions(f"{content.text}\n{content.first_comment}")
    if len(found) > network.mentions:
        yield Flag(
            rule="channel.mentions",
            severity=Severity.CAUTION,
            key="channel.mentions",
            mark=mark_of(Severity.CAUTION, network.key, str(network.mentions), *sorted(found)),
            headline=_("{count} accounts named, {network} takes {limit}").format(
                count=len(found), network=network.name, limit=network.mentions
            ),
            why=_("Schedulers may refuse the post, or the network may take it for spam."),
            source=network.source,
            source_url=network.source_url,
            way_out=way_out(Severity.CAUTION),
            evidence=quoted(found),
        )


def without_title(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note a video without a title on YouTube, which takes none without; Buffer says so too."""
    network = facts.network
    if network is not None and network.needs is Needs.VIDEO and not post.content.title.strip():
        yield Flag(
            rule="channel.title",
            severity=Severity.NOTE,
            key="channel.title",
            mark=mark_of(Severity.NOTE, network.key),
            headline=_("No title yet"),
            why=_("{network} takes no video without a title.").format(network=network.name),
            source=network.source,
            source_url=network.source_url,
            way_out=_("Write a title before it leaves."),
        )


def empty(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Block a post without any text that could be seen and without a picture."""
    if not post.content.media and not any(map(_is_seen, post.content.text)):
        yield Flag(
            rule="channel.empty",
            severity=Severity.BLOCKED,
            key="channel.empty",
            mark=mark_of(Severity.BLOCKED),
            headline=_("Nothing to publish yet"),
            why=_("The post has neither a text nor a picture."),
            way_out=_("Write a text or add a picture."),
        )


def unknown_network(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Note that the limits of a network are not known, so that silence is not taken for a yes."""
    if facts.network is None:
        yield Flag(
            rule="channel.unknown",
            severity=Severity.NOTE,
            key="channel.unknown",
            mark=mark_of(Severity.NOTE, facts.channel.network),
            headline=_("Limits of this network are not known"),
            why=_("Lengths and hashtags were not checked for “{network}”.").format(
                network=facts.channel.network
            ),
            way_out=way_out(Severity.NOTE),
        )


def _texts(content: Content) -> Iterator[tuple[str, str]]:
    yield CAPTION if content.media else TEXT, content.text
    if content.title:
        yield TITLE, content.title
    if content.first_comment:
        yield FIRST_COMMENT, content.first_comment


def _is_seen(character: str) -> bool:
    return category(character)[0] not in "CZ"


def _too_long(field: str, size: Length, network: Network) -> Flag:
    return Flag(
        rule="channel.length",
        severity=Severity.BLOCKED,
        key=f"channel.length:{field}",
        mark=mark_of(Severity.BLOCKED, network.key, str(size.used), str(size.limit)),
        headline=_headline(field, size),
        why=_("{network} takes {limit} {unit}, this has {used}.").format(
            network=network.name, limit=size.limit, unit=_in_words(size.unit), used=size.used
        ),
        source=network.source,
        source_url=network.source_url,
        way_out=ngettext("Shorten it by {count}.", "Shorten it by {count}.", size.over).format(
            count=size.over
        ),
        evidence=(f"{size.used} / {size.limit}",),
    )


def _perhaps_too_long(field: str, size: Length, network: Network, why: str) -> Flag:
    return Flag(
        rule="channel.length",
        severity=Severity.CAUTION,
        key=f"channel.length:{field}",
        mark=mark_of(Severity.CAUTION, network.key, str(size.used), str(size.limit)),
        headline=_headline(field, size),
        why=why,
        source=network.source,
        source_url=network.source_url,
        way_out=way_out(Severity.CAUTION),
        evidence=(f"{size.used} / {size.limit}",),
    )


def _headline(field: str, size: Length) -> str:
    match field:
        case "title":
            return _("Title too long: {used} of {limit}").format(used=size.used, limit=size.limit)
        case "first_comment":
            return _("First comment too long: {used} of {limit}").format(
                used=size.used, limit=size.limit
            )
        case _other:
            return _("Text too long: {used} of {limit}").format(used=size.used, limit=size.limit)


def _in_words(unit: Unit) -> str:
    match unit:
        case Unit.WEIGHTED:
            return _("characters, of which many beyond Latin count 2")
        case Unit.GRAPHEMES | Unit.CODE_POINTS:
            return _("characters")
        case Unit.UTF16:
            return _("characters, of which most emoji count 2")
        case Unit.BYTES:
            return _("bytes")
        case never:
            assert_never(never)
