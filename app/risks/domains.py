"""Links that lead to another market: by domain, by the country of its ending, by language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.flag import Flag, Severity, mark_of
from app.domain.market import MarketId
from app.domain.place import Place
from app.domain.post import Post
from app.risks.accounts import SHORTEST_STEM, stem_of
from app.risks.facts import Facts
from app.risks.links import Link, links
from app.risks.phrasing import fitted, quoted, way_out
from app.risks.web_names import COUNTRIES, LOCALES, plain, web_name
from app.wording import _

RULE = "channel.domain"
MILD = frozenset({"en", "hr", "ar", "ma", "pa", "no", "be"})
"""On the sites of others: many pages are in English only, and the rest are words of paths too."""

_LOCALE = re.compile(r"([a-z]{2})(?:[-_]([a-z]{2}))?")


def other_market(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag links to the address of another market, or to pages in another language.

    By the team's own list of addresses first; else by what addresses tell: the same name with the
    ending of another country, and codes of language and country before or behind the domain.
    """
    found = links(post.content)
    if not found:
        return
    known = _known(facts.team.places, facts.market.id, facts.channel.handle, facts.market.country)
    flagged = set()
    for link in found:
        flag = _flag(link, post, facts, known)
        if flag is not None and flag.key not in flagged:
            flagged.add(flag.key)
            yield flag


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a team's addresses, as one market sees them."""

    own: tuple[str, ...]
    foreign: tuple[tuple[str, Place], ...]
    names: frozenset[str]
    """Names of the brand, as they stand before the ending of a domain."""

    def place(self, link: Link) -> Place | None:
        """Return the market whose address a link is, where it is none of the own ones."""
        whole = link.host.removeprefix("www.") + link.path.lower()
        own = max((len(one) for one in self.own if _lies_in(whole, one)), default=0)
        theirs = [(len(one), place) for one, place in self.foreign if _lies_in(whole, one)]
        length, place = max(theirs, key=lambda one: one[0], default=(0, None))
        return place if length > own else None

    def is_own(self, link: Link) -> bool:
        """Tell whether the team has said that a link is one of this market's."""
        whole = link.host.removeprefix("www.") + link.path.lower()
        return any(_lies_in(whole, one) for one in self.own)


def _flag(link: Link, post: Post, facts: Facts, known: _Known) -> Flag | None:
    name = web_name(link.host)
    if name is None:
        return None
    if place := known.place(link):
        return _of_place(link, place.name, facts)
    if known.is_own(link):
        return None
    is_ours = plain(name.name) in known.names
    if is_ours and name.country and name.country != facts.market.country:
        return _of_place(link, name.country, facts)
    codes = _codes(link, name.domain)
    other = _other_locale(codes, post, facts)
    if not other:
        return None
    is_mild = not is_ours and (other in MILD or bool(known.names))
    return _of_language(link, "-".join(codes), Severity.NOTE if is_mild else Severity.CAUTION)


@lru_cache(maxsize=128)
def _known(places: tuple[Place, ...], market: MarketId, handle: str, country: str) -> _Known:
    own = [_bare(one) for place in places if place.market == market for one in place.addresses]
    foreign = [
        (_bare(one), place) for place in places if place.market != market for one in place.addresses
    ]
    hosts = {one.partition("/")[0] for one in (*own, *(address for address, _place in foreign))}
    names = {plain(name.name) for name in map(web_name, hosts) if name is not None}
    names.add(plain(stem_of(handle, country)))
    return _Known(
        tuple(own),
        tuple((address, place) for address, place in foreign if address not in own),
        frozenset(name for name in names if len(name) >= SHORTEST_STEM),
    )


def _bare(address: str) -> str:
    """Return an address as links are compared with it."""
    return address.lower().rpartition("://")[2].removeprefix("www.").rstrip("/")


def _lies_in(whole: str, address: str) -> bool:
    """Tell whether host and path lie in an address: below its domain, and in its path if any."""
    domain, slash, path = address.partition("/")
    host, _slash, rest = whole.partition("/")
    if host != domain and not host.endswith(f".{domain}"):
        return False
    return not slash or f"{rest}/".startswith(f"{path}/")


def _codes(link: Link, domain: str) -> tuple[str, ...]:
    """Return the codes of language and country that stand before or behind a domain."""
    before = link.host.removesuffix(domain).strip(".").removeprefix("www.").split(".")
    for part in (*before, *link.segments[:1]):
        code = _LOCALE.fullmatch(part)
        if code and code[1] in LOCALES and (code[2] or code[1]) in LOCALES | COUNTRIES:
            return tuple(filter(None, code.groups()))
    return ()


def _other_locale(codes: tuple[str, ...], post: Post, facts: Facts) -> str:
    """Return the code that does not fit the market, or nothing."""
    spoken = {
        language.replace("_", "-").partition("-")[0].lower()
        for language in (*facts.market.languages, post.content.language)
    }
    home = {facts.market.country.lower(), *(["uk"] if facts.market.country == "GB" else [])}
    strange = next((code for code in codes if code not in spoken | home), "")
    match codes:
        case (one, other) if not strange:  # as in de-at, or at-de
            fits = (one in spoken and other in home) or (one in home and other in spoken)
            return "" if fits else other
    return strange


def _of_place(link: Link, place: str, facts: Facts) -> Flag:
    return Flag(
        rule=RULE,
        severity=Severity.CAUTION,
        key=f"{RULE}:{link.host}",
        mark=mark_of(Severity.CAUTION, link.host, facts.market.id),
        headline=fitted(_("Link to {place}: {host}").format(place=place, host=link.host)),
        why=_("This post is for {market}; the address is that of another market.").format(
            market=facts.market.name
        ),
        way_out=way_out(Severity.CAUTION),
        evidence=quoted((link.written,)),
    )


def _of_language(link: Link, codes: str, severity: Severity) -> Flag:
    return Flag(
        rule=RULE,
        severity=severity,
        key=f"{RULE}:{link.host}:{codes}",
        mark=mark_of(severity, link.host, codes),
        headline=fitted(_("Page for “{codes}” behind the link").format(codes=codes)),
        why=_("The address names a language or a country that is not the market's."),
        way_out=way_out(severity),
        evidence=quoted((link.written,)),
    )
