"""Accounts that a post names: whether they are those of its own market."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from app.domain.flag import Flag, Severity, mark_of
from app.domain.market import MarketId
from app.domain.place import Place
from app.domain.post import Content, Post
from app.risks.counting import hashtags
from app.risks.facts import Facts
from app.risks.links import Link, links
from app.risks.phrasing import fitted, quoted, way_out
from app.risks.web_names import COUNTRIES, country_of, plain, web_name
from app.wording import _

OTHER_MARKET = "channel.handle-of-other-market"
MISSPELT = "channel.handle"

SHORTEST_STEM = 4
"""Letters of a brand's name by which its accounts can be known."""
SHORTEST_GLUED = 6
"""The same where the country stands right behind the name, as in `brandnamede`."""
SHORTEST_HANDLE = 6
"""Shorter handles are too often like another by chance."""

_MENTION = re.compile(r"(?<![\w/.@＠-])[@＠]([a-z0-9_][\w.-]*)", re.IGNORECASE)
_NETWORKS_WRITTEN = "instagram facebook twitter x tiktok youtube linkedin threads pinterest t bsky"
_NETWORKS = frozenset(_NETWORKS_WRITTEN.split())
"""Names of the sites whose paths begin with an account."""
_BEFORE_ACCOUNTS = frozenset(["company", "profile", "in", "c", "user", "pages", "showcase", "s"])
_SERVERS = (".bsky.social",)


def other_market(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag the account of another market: by the team's channels, or by a country at its end.

    Copied posts carry the handles of the market that they were written for.
    """
    named = accounts(post.content)
    if not named:
        return
    own, foreign = _handles(facts.team.places, facts.market.id, facts.channel.handle)
    for handle in named:
        place = foreign.get(handle)
        if handle in own:
            continue
        if place is not None:
            yield _of_other_market(handle, place.name, facts)
        elif country := _other_country(handle, own, facts):
            yield _of_other_market(handle, country, facts)


def misspelt(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a handle or hashtag that is the own handle but for one letter.

    A hashtag may well be the same word with another ending: there the end may differ.
    """
    handle = facts.channel.handle
    named = accounts(post.content)
    tagged = hashtags(f"{post.content.text}\n{post.content.first_comment}")
    if not (named or tagged) or len(plain(handle)) < SHORTEST_HANDLE:
        return
    own, foreign = _handles(facts.team.places, facts.market.id, handle)
    for account in named:
        if account not in own and account not in foreign and _is_nearly(account, handle):
            yield _misspelt(f"@{account}", handle)
    for hashtag in tagged:
        word = plain(hashtag)
        if _is_nearly(word, handle) and word[-2:] == plain(handle)[-2:]:
            yield _misspelt(hashtag, handle)


def accounts(content: Content) -> tuple[str, ...]:
    """Return the accounts that a post names by an @ or by a link, each once, in small letters."""
    return _accounts(content.title, content.text, content.first_comment, links(content))


@lru_cache(maxsize=32)
def _accounts(title: str, text: str, comment: str, addresses: tuple[Link, ...]) -> tuple[str, ...]:
    """Look once; two rules ask."""
    written = f"{title}\n{text}\n{comment}"
    named = [found[1] for found in _MENTION.finditer(written)] if _has_at(written) else []
    named += _linked(addresses)
    return tuple(dict.fromkeys(filter(None, map(_normal, named))))


def _has_at(text: str) -> bool:
    return "@" in text or "＠" in text


def _linked(addresses: Iterable[Link]) -> Iterator[str]:
    for link in addresses:
        site = web_name(link.host)
        if site is None or site.name not in _NETWORKS:
            continue
        parts = [part for part in link.segments if part not in _BEFORE_ACCOUNTS]
        if parts:
            yield parts[0]


def _normal(handle: str) -> str:
    small = handle.strip().lstrip("@＠").lower().rstrip(".-")
    for server in _SERVERS:
        small = small.removesuffix(server)
    return small


@lru_cache(maxsize=128)
def _handles(
    places: tuple[Place, ...], market: MarketId, handle: str
) -> tuple[frozenset[str], dict[str, Place]]:
    """Return the market's own handles, and those of other markets that it does not share."""
    own = {_normal(handle)} | {
        _normal(one) for place in places if place.market == market for one in place.handles
    }
    foreign = {
        _normal(one): place for place in places if place.market != market for one in place.handles
    }
    return frozenset(own - {""}), {name: of for name, of in foreign.items() if name not in own}


def _other_country(handle: str, own: frozenset[str], facts: Facts) -> str:
    """Return the code of the country by which a handle differs from an own one, or nothing."""
    for mine in own:
        stem = stem_of(mine, facts.market.country)
        rest = handle.removeprefix(stem)
        if len(plain(stem)) < SHORTEST_STEM or rest == handle:
            continue
        code = rest.strip("._-")
        if rest == code and len(plain(stem)) < SHORTEST_GLUED:
            continue
        is_marked = rest != code or stem != mine
        if is_marked and code in COUNTRIES and country_of(code) != facts.market.country:
            return country_of(code)
    return ""


def stem_of(handle: str, country: str) -> str:
    """Return a handle without the country at its end: `brand` of `brand.de` in Germany."""
    small = _normal(handle)
    codes = {country.lower(), "uk" if country == "GB" else country.lower()}
    for code in codes:
        stem = small.removesuffix(code)
        is_glued = stem == stem.rstrip("._-")
        if stem not in ("", small) and (not is_glued or len(stem) >= SHORTEST_GLUED):
            return stem.rstrip("._-")
    head, mark, tail = small.replace("-", "_").replace(".", "_").rpartition("_")
    return head if mark and tail in COUNTRIES else small


def _is_nearly(named: str, handle: str) -> bool:
    """Tell whether two handles differ by one letter: changed, missing, too many or swapped."""
    one, other = plain(named), plain(handle)
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if any(map(str.isdigit, left + right)):
        return False  # another year or another shop
    is_swapped = len(left) == len(right) == 2 and left == right[::-1]  # noqa: PLR2004
    return is_swapped or max(len(left), len(right)) <= 1


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _of_other_market(handle: str, place: str, facts: Facts) -> Flag:
    return Flag(
        rule=OTHER_MARKET,
        severity=Severity.CAUTION,
        key=f"{OTHER_MARKET}:{handle}",
        mark=mark_of(Severity.CAUTION, handle, facts.market.id),
        headline=fitted(_("Account of {place}: @{handle}").format(place=place, handle=handle)),
        why=_(
            "This post is for {market}; readers would be sent to the account of another market."
        ).format(market=facts.market.name),
        way_out=way_out(Severity.CAUTION),
        evidence=quoted((f"@{handle}",)),
    )


def _misspelt(written: str, handle: str) -> Flag:
    own = "@" + handle.lstrip("@")
    return Flag(
        rule=MISSPELT,
        severity=Severity.CAUTION,
        key=f"{MISSPELT}:{plain(written)}",
        mark=mark_of(Severity.CAUTION, written, handle),
        headline=fitted(_("Perhaps misspelt: {written}").format(written=written)),
        why=_("The channel's own account is {handle}: one letter differs.").format(handle=own),
        way_out=way_out(Severity.CAUTION),
        evidence=quoted((written, own)),
    )
