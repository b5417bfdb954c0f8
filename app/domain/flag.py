"""One risk of one post, with its reason, its source and who can lift it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    """The state of that risk, from `mark_of`: facts and severity."""
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
        return family_of(self.rule)

    def at(self, severity: Severity) -> "Flag":
        """Return the same risk with the same facts at another severity."""
        mark = _marked(facts_in(self.mark), severity)
        return replace(self, severity=severity, mark=mark)


def family_of(rule: str) -> str:
    """Return the first part of a rule's name: `day` of `day.solemn`."""
    return rule.partition(".")[0]


def mark_of(severity: Severity, *facts: str) -> str:
    """Return the digest of the facts that matter, then the severity, as in `1f0c….3`."""
    return _marked(sha256(length_prefixed(facts))[:16], severity)


def facts_in(mark: str) -> str:
    """Return the part of a mark that stands for the facts, whatever their severity."""
    return mark.partition(".")[0]


def _marked(facts: str, severity: Severity) -> str:
    return f"{facts}.{int(severity)}"


def worst(severities: Iterable[Severity]) -> Severity | None:
    """Return the highest severity, or nothing where there is none."""
    return max(severities, default=None)
