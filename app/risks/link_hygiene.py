"""Links that cannot work, were meant for colleagues, or came along from somewhere else."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.link_words import Fault, words_of
from app.risks.links import Link, Where, links
from app.risks.phrasing import quoted, way_out
from app.risks.scripts import LATIN, letters_by_script
from app.risks.web_names import web_name

RULE = "channel.link"

Check = Callable[[Link], bool]

_PLACEHOLDERS = re.compile(r"(?:^|\.)example(?:\.(?:com|org|net))?$")
"""Reserved for examples: another rule says that they are left over."""
_INSIDE = re.compile(
    r"localhost$|\.(?:local|localhost|internal|intranet|lan|test|invalid)$"
    r"|^(?:127|10)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$"
    r"|^0\.0\.0\.0$|^\[?::1\]?$|^f[cd][0-9a-f]{2}:"
)
_BY_NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$")
_WORKSHOP = re.compile(
    r"(?:^|[-.])(?:staging|stg|pre-?prod|uat)\d{0,3}(?=[-.]|$)"
    r"|(?:^|[-.])(?:dev|qa)\d{0,3}(?=\.|$)"
    r"|(?:^|\.)(?:stage|devel(?:op(?:ment)?)?|test(?:ing)?|preview|sandbox|draft|entwurf|vorschau"
    r"|recette|preproduccion|collaudo)\d{0,3}(?=\.|$)"
)
"""Labels before a name: only what no page for readers is called may stand beside another word."""
_WORKSHOP_SITES = re.compile(
    r"\.(?:ngrok(?:-free)?\.(?:io|app|dev)|vercel\.app|netlify\.app|herokuapp\.com|pages\.dev"
    r"|azurewebsites\.net|wpengine\.com|wpcomstaging\.com|webflow\.io|onrender\.com|surge\.sh"
    r"|gitpod\.io|web\.app|firebaseapp\.com|amplifyapp\.com|trycloudflare\.com|loca\.lt"
    r"|shopifypreview\.com|pantheonsite\.io|kinsta\.cloud|cloudwaysapps\.com|ddev\.site)$"
)
_WORKSHOP_PORTS = frozenset({"3000", "4200", "5000", "5173", "8000", "8080", "8443", "8888"})
_BACK_DOOR = re.compile(
    r"^/(?:wp-admin|wp-login|administrator|admin|backoffice|typo3|umbraco|sitecore"
    r"|craft/admin|ghost)(?:[/.]|$)",
    re.IGNORECASE,
)
_WORKING_COPY = re.compile(
    r"^docs\.google\.com/(?!forms/.*viewform).*/edit|^docs\.google\.com/(?!forms/).*[?&]usp=sharing"
    r"|^(?:www\.)?(?:canva\.com/design/.*/edit|figma\.com/(?:file|design|proto)/)"
    r"|^(?:app|my)\.(?:asana|slack|clickup|monday|hubspot|contentful|storyblok|planable)\."
    r"|^(?:trello\.com/[bc]/|github\.com/.*/edit/|(?:mail|drive)\.google\.com/(?!file/|open))"
    r"|^(?:business|adsmanager)\.facebook\.com/|^studio\.youtube\.com/|^[\w-]+\.sharepoint\.com/"
    r"|^admin\.|^(?:cms|backend|backoffice|intranet|jira|confluence)\.|^web\.whatsapp\.com/$"
)
_PREVIEW = frozenset({"preview", "preview_id", "preview_nonce", "draft", "previewmode"})
_PREVIEW_THEME = "preview_theme_id"
_YES = frozenset({"true", "1", "yes"})
_SHORTENERS_WRITTEN = (
    "bit.ly tinyurl.com ow.ly is.gd cutt.ly rebrand.ly shorturl.at t.ly rb.gy tiny.cc v.gd"
    " goo.gl t.co lnkd.in buff.ly dlvr.it ift.tt trib.al spr.ly hubs.ly s.id shorte.st adf.ly"
    " bl.ink smarturl.it short.io tny.im u.to x.gd n9.cl urlz.fr me2.do han.gl vo.la dwz.cn"
    " suo.im clck.ru vk.cc mcaf.ee shrtco.de qr.ae snip.ly"
)
_SHORTENERS = frozenset(_SHORTENERS_WRITTEN.split())
_CLICK_MARKS_WRITTEN = (
    "fbclid gclid gbraid wbraid msclkid ttclid twclid igshid igsh li_fat_id yclid dclid"
    " mc_eid _hsenc sscid epik"
)
_CLICK_MARKS = frozenset(_CLICK_MARKS_WRITTEN.split())
_BAD_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})|%25[0-9a-fA-F]{2}")
_TWO_ADDRESSES = re.compile(
    r"^https?:.+?(?<![=/:?&%])(?<!to/)(?<!web/)https?:/{1,2}", re.IGNORECASE
)
_MISTYPED = re.compile(
    r"^(?!https?://[^/:])(?:h+t+p*s*|http|https|htp|htps|ttps?|hhtps?|htttps?|https?s)(?:[:;]?/{1,4}|:)",
    re.IGNORECASE,
)
_TWICE = re.compile(r"^https?:/{0,2}https?(?:[:/]|%3a)", re.IGNORECASE)
_MISTYPED_HOST = re.compile(
    r"\.\.|^\.|^w{1,2}\.|^w{4,}\.|^www[^.]|^www\.[^.]+$|,|\.(?:con|cmo|ocm|vom|comm|coom|c0m|ogr)$"
)
_AT_THE_END = re.compile(r"[.,;:!?'\"’”»*…。、，)\]}]$")
_FILE = re.compile(r"^(?:file:|[a-z]:[\\/]|\\\\|smb:|/(?:users|home|volumes)/)", re.IGNORECASE)
_NO_PAGE = frozenset({"javascript", "data", "blob", "about", "vbscript", "chrome", "view-source"})
_OTHER_SCHEMES = frozenset({"mailto", "tel", "sms", "geo", "whatsapp"})


def hygiene(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Flag what is wrong with the addresses of a post, as far as their letters tell.

    The network is never asked. A link to a colleague's draft or to a computer in the house is the
    commonest of all mistakes of campaigns; each kind of fault is one flag, however many have it.
    """
    found = links(post.content)
    if not found:
        return
    faults = ((fault, link) for link in found for fault in _faults(link))
    yield from flags(RULE, faults)


def flags(rule: str, faults: Iterable[tuple[Fault, Link]]) -> Iterator[Flag]:
    """Yield one flag for each kind of fault, with the addresses that have it."""
    ordered = sorted(faults, key=lambda pair: pair[0].value)
    for fault, pairs in groupby(ordered, key=lambda pair: pair[0]):
        written = tuple(dict.fromkeys(link.written for _fault, link in pairs))
        severity, (headline, why) = SEVERITIES[fault], words_of(fault)
        yield Flag(
            rule=rule,
            severity=severity,
            key=f"{rule}:{fault.value}",
            mark=mark_of(severity, *sorted(written)),
            headline=headline,
            why=why,
            way_out=way_out(severity),
            evidence=quoted(written),
        )


SEVERITIES: Mapping[Fault, Severity] = MappingProxyType(
    dict.fromkeys(Fault, Severity.CAUTION)
    | dict.fromkeys((Fault.INSIDE, Fault.FILE), Severity.STOP)
    | dict.fromkeys(
        (
            *(Fault.SHORTENED, Fault.CLICK_MARK, Fault.NOT_SECURE),
            *(Fault.NOT_CLICKABLE, Fault.ONE_PREVIEW),
        ),
        Severity.NOTE,
    )
)
"""Nobody outside can open a file or a computer in the house: who means it says why."""


@dataclass(frozen=True, slots=True)
class _Check:
    fault: Fault
    has: Check


def _faults(link: Link) -> Iterator[Fault]:
    """Yield what is wrong with one address: where it is broken, nothing else is looked at."""
    if broken := _broken(link):
        yield broken
    elif not _PLACEHOLDERS.search(link.host) or link.where is Where.LINK:
        yield from (check.fault for check in _CHECKS if check.has(link))


def _broken(link: Link) -> Fault | None:
    """Return why an address cannot be opened as it is written, the surest reason first."""
    written, is_link = link.written, link.where is Where.LINK
    if link.scheme in _OTHER_SCHEMES:
        return None
    found = {
        Fault.FILE: _FILE.match(written),
        Fault.TWO_ADDRESSES: _TWICE.match(written) or _TWO_ADDRESSES.match(written),
        Fault.SPACE: is_link and re.search(r"\s", written),
        Fault.MISTYPED: _MISTYPED.match(written) or link.scheme in _NO_PAGE or _has_no_host(link),
        Fault.NO_SCHEME: is_link and not link.scheme,
    }
    return next((fault for fault, is_found in found.items() if is_found), None)


def _has_no_host(link: Link) -> bool:
    return link.scheme in {"http", "https", ""} and _is_no_host(link.host)


def _is_no_host(host: str) -> bool:
    if _INSIDE.search(host) or _BY_NUMBER.match(host):
        return False
    return not host or "." not in host or bool(_MISTYPED_HOST.search(host))


def _before_name(link: Link) -> str:
    name = web_name(link.host)
    return link.host.removesuffix(name.domain) if name else ""


def _is_workshop(link: Link) -> bool:
    return bool(
        _WORKSHOP.search(_before_name(link).rstrip("."))
        or _WORKSHOP_SITES.search(link.host)
        or link.port in _WORKSHOP_PORTS
    )


def _is_for_colleagues(link: Link) -> bool:
    whole = f"{link.host}{link.path}" + (f"?{link.query}" if link.query else "")
    parameters = link.parameters
    return bool(
        _BACK_DOOR.match(link.path)
        or _WORKING_COPY.search(whole)
        or any(
            (name in _PREVIEW and (value in _YES or value.isdigit())) or name == _PREVIEW_THEME
            for name, value in parameters
        )
    )


def _is_lookalike(link: Link) -> bool:
    """Tell whether a label mixes letters of several scripts, which no honest name does."""
    if link.host.isascii():
        return False
    return any(
        LATIN in scripts and len(scripts) > 1 and {"CYRILLIC", "GREEK", "ARMENIAN"} & set(scripts)
        for scripts in map(letters_by_script, link.host.split("."))
    )


def _has_two_queries(link: Link) -> bool:
    is_joined = "?" in link.query and not re.search(r"https?(?::|%3a)", link.query, re.IGNORECASE)
    return is_joined or bool(re.search(r"&utm_\w+=", link.path))


_CHECKS = (
    _Check(Fault.INSIDE, lambda link: bool(_INSIDE.search(link.host))),
    _Check(
        Fault.BY_NUMBER,
        lambda link: bool(_BY_NUMBER.match(link.host)) and not _INSIDE.search(link.host),
    ),
    _Check(Fault.WORKSHOP, _is_workshop),
    _Check(Fault.FOR_COLLEAGUES, _is_for_colleagues),
    _Check(Fault.LOOKALIKE, _is_lookalike),
    _Check(Fault.HIDDEN_HOST, lambda link: bool(link.user) and link.scheme != "mailto"),
    _Check(Fault.BAD_PERCENT, lambda link: bool(_BAD_PERCENT.search(link.path + link.query))),
    _Check(Fault.TWO_QUERIES, _has_two_queries),
    _Check(
        Fault.AT_THE_END,
        lambda link: link.where is Where.LINK and bool(_AT_THE_END.search(link.written)),
    ),
    _Check(Fault.SHORTENED, lambda link: link.host.removeprefix("www.") in _SHORTENERS),
    _Check(
        Fault.CLICK_MARK,
        lambda link: any(name in _CLICK_MARKS for name, _value in link.parameters),
    ),
    _Check(Fault.NOT_SECURE, lambda link: link.scheme == "http"),
)
