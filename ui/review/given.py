"""What a reviewer has given, with all that stood behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.post import Fingerprint, PostId
from ui.review.decision_bar import No


@dataclass(frozen=True, slots=True)
class GivenApproval:
    """A tick with all that stood behind it."""

    post_id: PostId
    fingerprint: Fingerprint
    ticked: frozenset[str]
    reasons: Mapping[str, str]
    shown: tuple[str, ...]
    remembrance: bool
    note: str


@dataclass(frozen=True, slots=True)
class GivenNo:
    """A no with its reason."""

    post_id: PostId
    fingerprint: Fingerprint
    way: No
    note: str


@dataclass(frozen=True, slots=True)
class GivenSuggestion:
    """Other words for some fields of one version, with a word on why."""

    post_id: PostId
    revision: int
    fields: Mapping[str, str]
    note: str
