"""What of a post is seen before a tap: the words, the link, the shape of a picture. Roughly."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import regex

from app.commands.counting import networks
from app.commands.texts import network_name
from app.risks.feeds import Layout
from app.risks.networks import Links

__all__ = ["Layout", "Preview", "has_feed", "preview_of"]

_ADDRESS = regex.compile(r"https?://[^\s<>\"“”]+")


@dataclass(frozen=True, slots=True)
class Preview:
    """How a network will show a text with its link, as far as the program's facts go."""

    network: str
    """What the network calls itself."""
    layout: Layout
    seen: str
    """The words before “more”."""
    is_folded: bool
    """Whether some of them wait behind it."""
    fold: int
    """After how many characters that is, roughly; 0 where nothing folds."""
    tallest: float
    widest: float
    card: float
    """Width by height of the picture in the link's card; 0 where there is no card."""
    site: str
    """The site that the card leads to."""
    source: str
    source_url: str
    as_of: date

    def shape(self, width: int, height: int) -> float:
        """Return width by height of what is seen of a picture; the rest is cropped."""
        return min(max(width / height, self.tallest), self.widest)


def has_feed(network: str) -> bool:
    """Tell whether it is known how a network shows a post."""
    known = networks().find(network)
    return known is not None and known.feed is not None


def preview_of(network: str, text: str, link: str) -> Preview | None:
    """Return how a network will show a text; nothing where that is not known of it."""
    known = networks().find(network)
    if known is None or known.feed is None:
        return None
    feed = known.feed
    seen = before_the_fold(text, feed.fold, feed.lines)
    site = _site(link, text) if feed.card and known.links is not Links.NONE else ""
    return Preview(
        network=network_name(network),
        layout=feed.layout,
        seen=seen,
        is_folded=seen != text.strip(),
        fold=feed.fold,
        tallest=feed.tallest,
        widest=feed.widest,
        card=feed.card if site else 0.0,
        site=site,
        source=feed.source,
        source_url=feed.source_url,
        as_of=feed.as_of,
    )


def before_the_fold(text: str, fold: int, lines: int) -> str:
    """Return the words before “more”: whole ones, and no sign that people see as one is cut."""
    seen = text.strip()
    if lines:
        seen = "\n".join(seen.split("\n")[:lines]).rstrip()
    signs = regex.findall(r"\X", seen)
    if not fold or len(signs) <= fold:
        return seen
    cut = "".join(signs[:fold])
    if signs[fold].isspace():
        return cut.rstrip()
    *whole, _last = regex.split(r"(?=\s)", cut)
    return ("".join(whole) or cut).rstrip()


def _site(link: str, text: str) -> str:
    found = _ADDRESS.search(link or text)
    host = urlsplit(found.group()).hostname if found else ""
    return (host or "").removeprefix("www.")
