"""What of a post is seen before a tap: the words, the link, the shape of a picture. Roughly."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import regex

from app.commands.counting import networks
from app.commands.texts import network_name
from app.risks.feeds import Layout
from app.risks.networks import Links

__all__ = ["Layout", "Preview", "preview_of"]

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
    """After how many characters that is, roughly; 0 where they do not count."""
    lines: int
    """After how many lines that is; 0 where they do not count."""
    title: str
    """What is seen of the title."""
    title_fold: int
    """After how many characters a title is cut; 0 where none is seen."""
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


def preview_of(network: str, text: str, link: str, title: str = "") -> Preview | None:
    """Return how a network will show a text; nothing where that is not known of it."""
    known = networks().find(network)
    if known is None or known.feed is None:
        return None
    feed = known.feed
    is_seen = feed.layout is not Layout.PIN
    seen = before_the_fold(text, feed.fold, feed.lines) if is_seen else ""
    site = _site(link, text) if feed.card and known.links is not Links.NONE else ""
    return Preview(
        network=network_name(network),
        layout=feed.layout,
        seen=seen,
        is_folded=is_seen and seen != text.strip(),
        fold=feed.fold,
        lines=feed.lines,
        title=_cut(title, feed.title),
        title_fold=feed.title,
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


def _cut(title: str, fold: int) -> str:
    whole = title.strip() if fold else ""
    seen = before_the_fold(whole, fold, 0)
    return whole if seen == whole else f"{seen}…"


def _site(link: str, text: str) -> str:
    found = _ADDRESS.search(link or text)
    host = urlsplit(found.group()).hostname if found else ""
    return (host or "").removeprefix("www.")
