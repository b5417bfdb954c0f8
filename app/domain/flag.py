"""One risk of one post, with its reason, its source and who can lift it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from app.domain.canonical import length_prefixed, sha256


class Severity(IntEnum):
    """How much a flag asks of the reviewer."""

    NOTE = 1
    """Worth knowing."""
    CAUTION = 2
    """The reviewer ticks it."""
    STOP = 3
    """The reviewer writes why the post may go all the same."""
    BLOCKED = 4
    """The post cannot leave until this is mended."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A risk as a reviewer reads it."""

    rule: str
    """Family and rule, such as `day.solemn`."""
    severity: Severity
    key: str
    """Which risk it is: the same through edits that do not touch it."""
    mark: str
    """Digest of the severity and the facts that matter: another mark has not been seen yet."""
    headline: str
    why: str
    source: str = ""
    source_url: str = ""
    way_out: str = ""
    """Who can lift it, and how."""
    evidence: tuple[str, ...] = ()
    """The words of the post, or the facts, that raised it."""

    @property
    def sight(self) -> str:
        """What a reviewer has had on screen who has read this flag in this state."""
        return f"flag:{self.key}@{self.mark}"

    @property
    def family(self) -> str:
        """The first part of the rule's name."""
        return self.rule.partition(".")[0]


def mark_of(severity: Severity, *facts: str) -> str:
    """Return the digest of a severity and the facts that matter."""
    return sha256(length_prefixed([int(severity), *facts]))[:16]


def worst(severities: Iterable[Severity]) -> Severity | None:
    """Return the highest severity, or nothing where there is none."""
    return max(severities, default=None)
