"""A post: one message on one channel at one local date and time, and its immutable versions."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import NewType

from app.domain.canonical import canonical_json, length_prefixed, sha256
from app.domain.channel import ChannelId
from app.domain.market import MarketId
from app.domain.medium import Medium
from app.domain.person import NOBODY, PersonId
from app.domain.wall_time import instant_of

PostId = NewType("PostId", str)
Fingerprint = NewType("Fingerprint", str)

NO_POST = PostId("")
"""The id of no post."""
FINGERPRINT_VERSION = 1


class _Hashed:
    """Room beside a value's fields for its own digest, once worked out, and as it was stored."""

    __slots__ = ("_digest", "_stored")
    _digest: Fingerprint
    _stored: Fingerprint


@dataclass(frozen=True, slots=True)
class Content(_Hashed):
    """Every field that any preset can write: what an approval is bound to."""

    market: MarketId
    channel: ChannelId
    language: str
    zone: str
    local: datetime | None = None
    """Wall time in `zone`, to the minute; nothing for a post in the tray."""
    title: str = ""
    text: str = ""
    link: str = ""
    first_comment: str = ""
    tags: tuple[str, ...] = ()
    campaign: str = ""
    post_type: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """Network options as sorted pairs of key and value."""
    media: tuple[Medium, ...] = ()

    def parts(self) -> dict[str, str | None]:
        """Return each field as the one text that is stored and hashed, in hashing order."""
        return {
            "market": self.market,
            "channel": self.channel,
            "language": self.language,
            "local": _minutes(self.local),
            "zone": self.zone,
            "title": self.title,
            "text": self.text,
            "link": self.link,
            "first_comment": self.first_comment,
            "tags": _listed(self.tags),
            "campaign": self.campaign,
            "post_type": self.post_type,
            "options": canonical_json(dict(self.options)) if self.options else "{}",
            "media": _listed([[m.url, m.digest, m.alt] for m in self.media]),
        }

    @property
    def fingerprint(self) -> Fingerprint:
        """SHA-256 over the version and every field: the same content, the same fingerprint."""
        try:
            return self._digest
        except AttributeError:
            written = f"{FINGERPRINT_VERSION}{length_prefixed(self.parts().values())}"
            object.__setattr__(self, "_digest", Fingerprint(sha256(written)))
            return self._digest

    @property
    def lookup(self) -> Fingerprint:
        """The fingerprint to look things up by, as it was stored if it was, else worked out.

        Nothing is decided by it: whoever writes into a file by hand can write any beside a text.
        """
        try:
            return self._stored
        except AttributeError:
            return self.fingerprint

    def stored_as(self, fingerprint: Fingerprint) -> "Content":
        """Return this content, which remembers the fingerprint that stands beside it in a file."""
        object.__setattr__(self, "_stored", fingerprint)
        return self

    @property
    def day(self) -> date | None:
        """The local day, or nothing for a post in the tray."""
        return self.local and self.local.date()

    @property
    def instant(self) -> datetime | None:
        """The UTC instant at which it goes out, as far as the zone's rules are known today."""
        return self.local and instant_of(self.local, self.zone)


def _listed(values: Sequence[object]) -> str:
    return canonical_json(values) if values else "[]"  # most have none, and a calendar has many


def _minutes(local: datetime | None) -> str | None:
    return None if local is None else local.isoformat(timespec="minutes")


CONTENT_FIELDS = frozenset(field.name for field in fields(Content))


@dataclass(frozen=True, slots=True)
class Post:
    """One version of a post; an edit is the next one."""

    id: PostId
    number: int
    """Counts per market: market code and number are the post's short name, as in DE-0142."""
    content: Content
    revision: int = 0
    """0 before it is saved for the first time."""
    editor: PersonId = NOBODY
    seq: int = 0
    """Where this version stands in the audit sequence."""
    name: str = ""
    """What planners call it; never published."""
    ready: bool = False
    cancelled: bool = False
    idea: str = ""
    """Siblings in other markets and channels share it."""
    gloss: str = ""
    labels: tuple[str, ...] = ()
    notes: str = ""
    source_id: str = ""
    series: str = ""
    occurrence: int = 0
    copied_from: str = ""
    undo_of: int = 0
    """The revision that this version takes back; 0 for any other edit."""

    @property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint of what this version would publish."""
        return self.content.fingerprint

    def value(self, field: str) -> object:
        """Return one field, of the content or beside it."""
        return getattr(self.content if field in CONTENT_FIELDS else self, field)

    def changed(self, **changes: object) -> "Post":
        """Return the post with some fields changed, of the content or beside it."""
        inside = {name: value for name, value in changes.items() if name in CONTENT_FIELDS}
        beside = {name: value for name, value in changes.items() if name not in CONTENT_FIELDS}
        return replace(self, content=replace(self.content, **inside), **beside)  # type: ignore[arg-type]

    def moved_to(self, day: date) -> "Post":
        """Return the post on another day at the same local time of day."""
        local = self.content.local
        if local is None:
            message = "A post without a time needs a time before it can stand on a day."
            raise ValueError(message)
        return self.changed(local=datetime.combine(day, local.time()))


EDITABLE_FIELDS = CONTENT_FIELDS | {
    "name",
    "ready",
    "cancelled",
    "idea",
    "gloss",
    "labels",
    "notes",
}
"""What a person can change by an edit, and undo can bring back."""


def changed_fields(before: Post, after: Post) -> frozenset[str]:
    """Return the names of the editable fields in which two versions differ."""
    return frozenset(name for name in EDITABLE_FIELDS if before.value(name) != after.value(name))


def short_name(code: str, number: int) -> str:
    """Return what people call a post, such as DE-0142."""
    return f"{code}-{number:04d}"
