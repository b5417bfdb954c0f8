"""What leaves: the scheduler's format, and what was handed over to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from app.domain.post import Content, Fingerprint, PostId

ExportId = NewType("ExportId", str)


@dataclass(frozen=True, slots=True)
class Carrier:
    """What a preset can carry, as far as the gate must know it."""

    name: str
    fields: frozenset[str]
    """Names among `title text link first_comment tags campaign post_type media`."""
    media_limit: int
    lead: timedelta = timedelta(0)
    """How long before its time a post must be handed over."""
    networks: frozenset[str] = frozenset()
    """Networks that it serves; none means all."""

    def left_behind(self, content: Content) -> tuple[str, ...]:
        """Return the filled fields that the preset does not carry, in a fixed order."""
        filled = [name for name in _CARRIED_IF_FILLED if getattr(content, name)]
        missing = [name for name in filled if name not in self.fields]
        too_many = "media" in self.fields and len(content.media) > self.media_limit
        return (*missing, *(("second_medium",) if too_many else ()))


_CARRIED_IF_FILLED = (
    "title",
    "text",
    "link",
    "first_comment",
    "tags",
    "post_type",
    "options",
    "media",
)


@dataclass(frozen=True, slots=True)
class HandOver:
    """A post given to a scheduler; open until its time has passed or a person confirms its end."""

    export: ExportId
    post: PostId
    revision: int
    fingerprint: Fingerprint
    preset: str
    file: str
    row: int
    instant: datetime
    is_closed: bool = False
    seq: int = 0
    """Its place in the audit sequence."""

    def is_open(self, now: datetime) -> bool:
        """Whether the scheduler may still send it."""
        return not self.is_closed and self.instant > now
