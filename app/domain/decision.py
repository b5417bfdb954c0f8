"""What a reviewer said about exactly one content of a post."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from unicodedata import east_asian_width

from app.domain.flag import Flag, Severity, facts_in
from app.domain.person import PersonId
from app.domain.post import Fingerprint, PostId


class Verdict(StrEnum):
    """A reviewer's word; every one but the first is a no."""

    APPROVE = "approve"
    CHANGES = "changes"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


_LETTERS_OF_A_REASON = 8


def says_why(words: str) -> bool:
    """Tell whether words can be a reason: a dot or an "ok" is none.

    Letters that stand for a whole word or syllable count twice, as they are drawn.
    """
    letters = (letter for letter in words if letter.isalpha())
    return sum(1 + (east_asian_width(one) == "W") for one in letters) >= _LETTERS_OF_A_REASON


@dataclass(frozen=True, slots=True)
class SeenFlag:
    """A flag as it stood before the reviewer's eyes, with the tick or the reason given."""

    key: str
    mark: str
    severity: Severity
    headline: str
    is_ticked: bool = False
    reason: str = ""

    def answers(self, flag: Flag) -> bool:
        """Tell whether this is the same risk with the same facts, and no graver than it was then.

        Whoever has answered a stop has answered all that the same facts could ask for since.
        """
        is_same = (self.key, facts_in(self.mark)) == (flag.key, facts_in(flag.mark))
        return is_same and self.severity >= flag.severity


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict on one fingerprint."""

    post: PostId
    revision: int
    fingerprint: Fingerprint
    verdict: Verdict
    reviewer: PersonId
    seq: int
    """Its place in the audit sequence: before and after are decided by it, never by clocks."""
    at: datetime
    note: str = ""
    seen: tuple[SeenFlag, ...] = ()
    remembrance: bool = False
    """Whether the reviewer says that the post is the remembrance of its day."""
    shown: tuple[str, ...] = ()
    """What had been on screen: `text`, `medium:DIGEST`, `flag:KEY` …"""
    required: int = 1
    """How many approvers the policy asked for at that time."""
    knowledge: str = ""
    """Version of the day knowledge in use."""
    rules: str = ""
    """Version of the rules in use."""

    @property
    def is_approval(self) -> bool:
        """Whether it says yes."""
        return self.verdict is Verdict.APPROVE
