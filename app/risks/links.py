"""The web addresses of a post, taken apart without asking the network."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urlsplit

from app.domain.post import Content


class Where(StrEnum):
    """Where in a post an address stands."""

    LINK = "link"
    TEXT = "text"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Link:
    """One address of a post; what cannot be taken apart has no host."""

    written: str
    """As it stands in the post, without punctuation of the sentence around it."""
    where: Where
    scheme: str = ""
    """Nothing where the address begins with its domain."""
    host: str = ""
    """In small letters, and without a dot at its end."""
    port: str = ""
    user: str = ""
    """What stands before an @ in front of the host."""
    path: str = ""
    query: str = ""

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts of the path, in small letters."""
        return tuple(part for part in self.path.lower().split("/") if part)

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The names and values of the query, in small letters; `+` stands for a space."""
        pairs = (part.partition("=") for part in re.split("[&;?]", self.query) if part)
        return tuple((name.lower(), _read(value)) for name, _equals, value in pairs)

    def value(self, name: str) -> str:
        """Return the value of a parameter of the query, or nothing."""
        return next((value for key, value in self.parameters if key == name), "")


_DOT_AND_LETTER = re.compile(r"\.[^\W\d_]")
"""Without it, or a scheme, a text has no address: most texts go no further."""
_REST = r"[^\s<>\"“”„«»\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]"
"""What an address goes on with: scripts without spaces end it, as the networks have it."""
_IN_TEXT = re.compile(
    rf"(?<![a-z0-9])(?:[a-z]{{2,9}}:/{{1,3}}|https?(?::|/{{2}})|www\.){_REST}+"
    r"|(?<![\w@＠./:%=&?#-])(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}[^\W\d_]{2,24}(?![\w@-])"
    rf"(?::\d{{1,5}})?(?:[/?]{_REST}*)?",
    re.IGNORECASE,
)
_SENTENCE = ".,;:!?'’*_…。、，！？；：）)]}"
_OPENS = {")": "(", "]": "[", "}": "{", "）": "（"}
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST_FIRST = re.compile(r"[^/?#\s]+\.[^/?#\s]+")
_SERVER_AND_PORT = re.compile(r"[^\s/:]+:\d+(?:[/?#]|$)")


def links(content: Content) -> tuple[Link, ...]:
    """Return the addresses of a post: its link, then those in text and first comment."""
    return _links(content.link, content.text, content.first_comment)


@lru_cache(maxsize=64)
def _links(link: str, text: str, comment: str) -> tuple[Link, ...]:
    found = [_taken_apart(link.strip(), Where.LINK)] if link.strip() else []
    found += (_taken_apart(written, Where.TEXT) for written in _addresses(text))
    found += (_taken_apart(written, Where.COMMENT) for written in _addresses(comment))
    return tuple(found)


def _addresses(text: str) -> Iterator[str]:
    if _DOT_AND_LETTER.search(text) or "://" in text:
        for found in _IN_TEXT.finditer(text):
            yield _without_the_sentence(found[0])


def _without_the_sentence(address: str) -> str:
    """Take off the punctuation behind an address, and brackets that were opened before it."""
    while address and address[-1] in _SENTENCE:
        opening = _OPENS.get(address[-1])
        if opening and address.count(opening) >= address.count(address[-1]):
            break
        address = address[:-1]
    return address


def _taken_apart(written: str, where: Where) -> Link:
    has_scheme = _SCHEME.match(written) and not _SERVER_AND_PORT.match(written)
    if not has_scheme and not _HOST_FIRST.match(written):
        return Link(written, where)
    try:
        parts = urlsplit(written if has_scheme else f"//{written}")
        host, port = _host_and_port(parts)
    except ValueError:  # brackets of an address by number that do not close, and the like
        return Link(written, where)
    user = parts.netloc.rpartition("@")[0]
    return Link(written, where, parts.scheme, host, port, user, parts.path, parts.query)


def _host_and_port(parts: SplitResult) -> tuple[str, str]:
    host = (parts.hostname or "").rstrip(".")
    if "xn--" in host:
        host = ".".join(_readable(label) for label in host.split("."))
    port = re.search(r":(\d+)$", parts.netloc)
    return host, port[1] if port else ""


def _readable(label: str) -> str:
    """Return a label of a domain as people would see it."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _read(value: str) -> str:
    return unquote(value.replace("+", " ")).strip().lower()
