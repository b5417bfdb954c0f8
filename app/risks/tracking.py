"""Tracking in links: whether clicks would be counted for this post and not for another."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from app.domain.flag import Flag
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.link_hygiene import flags
from app.risks.link_words import Fault
from app.risks.links import Link, links
from app.risks.networks import Links, Network
from app.risks.web_names import plain

RULE = "channel.link"
_JANUARY = 1

_SOURCES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "facebook": frozenset({"facebook", "instagram", "threads"}),
        "fb": frozenset({"facebook"}),
        "instagram": frozenset({"instagram"}),
        "ig": frozenset({"instagram"}),
        "twitter": frozenset({"x"}),
        "x": frozenset({"x"}),
        "xcom": frozenset({"x"}),
        "linkedin": frozenset({"linkedin"}),
        "tiktok": frozenset({"tiktok"}),
        "pinterest": frozenset({"pinterest"}),
        "youtube": frozenset({"youtube"}),
        "yt": frozenset({"youtube"}),
        "threads": frozenset({"threads"}),
        "bluesky": frozenset({"bluesky"}),
        "bsky": frozenset({"bluesky"}),
        "mastodon": frozenset({"mastodon"}),
        "telegram": frozenset({"telegram"}),
        "whatsapp": frozenset(),
        "snapchat": frozenset(),
        "newsletter": frozenset(),
        "email": frozenset(),
        "mail": frozenset(),
        "mailchimp": frozenset(),
        "klaviyo": frozenset(),
        "sms": frozenset({"push"}),
        "push": frozenset({"push"}),
        "googleads": frozenset(),
        "adwords": frozenset(),
        "bing": frozenset(),
        "print": frozenset(),
        "flyer": frozenset(),
        "gmb": frozenset({"google-business"}),
        "gbp": frozenset({"google-business"}),
    }
)
"""Where clicks with a source come from; nothing for what is no network of ours."""

_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_PARTS = re.compile(r"[^\W_]+")
_WORDS_TOO_WRITTEN = "de es la it in no at be us is to me my so do am an id co as or se"
_WORDS_TOO = frozenset(_WORDS_TOO_WRITTEN.split())
"""Codes of countries that are words of campaigns as often."""


def tracking(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag tracking that was left from another campaign, year, network or market.

    Links are copied from the last post; nobody sees their tracking until the figures are wrong.
    """
    tracked = [link for link in links(post.content) if "utm_" in link.query]
    if tracked:
        yield from flags(
            RULE, ((fault, link) for link in tracked for fault in _faults(link, post, facts))
        )


def clicks(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note links that nobody can tap on this network, and several where it previews one."""
    network = facts.network
    if network is None or network.links is Links.ALL:
        return
    found = links(post.content)
    if not found:
        return
    if network.links is Links.NONE:
        yield from flags(RULE, ((Fault.NOT_CLICKABLE, link) for link in found))
    elif len({_target(link) for link in found}) > 1:
        yield from flags(RULE, ((Fault.ONE_PREVIEW, link) for link in found))


def _target(link: Link) -> str:
    return f"{link.host.removeprefix('www.')}{link.path.rstrip('/')}?{link.query}"


def _faults(link: Link, post: Post, facts: Facts) -> Iterator[Fault]:
    campaign = link.value("utm_campaign")
    if _is_other_campaign(campaign, post.content.campaign):
        yield Fault.OTHER_CAMPAIGN
    elif _is_other_year(campaign, post):
        yield Fault.OTHER_YEAR
    if _is_other_network(link.value("utm_source"), facts.network):
        yield Fault.OTHER_NETWORK
    if _is_other_market(link, facts):
        yield Fault.OTHER_MARKET


def _is_other_campaign(named: str, own: str) -> bool:
    """Tell whether no word of one campaign stands in the other: names are written in many ways."""
    if not named or not own.strip():
        return False
    one, other = plain(named), plain(own)
    if one in other or other in one:
        return False
    words = {word for word in _PARTS.findall(own.lower()) if len(word) > 2}  # noqa: PLR2004  no codes
    return not words & set(_PARTS.findall(named))


def _is_other_year(campaign: str, post: Post) -> bool:
    day, years = post.content.day, {int(year) for year in _YEAR.findall(campaign)}
    if day is None or not years:
        return False
    fitting = {day.year, day.year + 1} | ({day.year - 1} if day.month == _JANUARY else set())
    return not years & fitting


def _is_other_network(source: str, network: Network | None) -> bool:
    fitting = _SOURCES.get(plain(source.removesuffix(".com")))
    return fitting is not None and network is not None and network.key not in fitting


def _is_other_market(link: Link, facts: Facts) -> bool:
    """Tell whether a campaign begins or ends with the code of another market of the team."""
    parts = _PARTS.findall(link.value("utm_campaign"))
    codes = {place.code.lower(): place.market for place in facts.team.places}
    own = {facts.market.code.lower(), facts.market.country.lower()}
    if len(parts) <= 1 or own & set(parts):
        return False
    return any(
        code in codes and codes[code] != facts.market.id and code not in _WORDS_TOO
        for code in (parts[0], parts[-1])
    )
