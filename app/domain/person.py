"""Who plans, who reviews and who owns the calendar."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from app.domain.market import MarketId

PersonId = NewType("PersonId", str)

NOBODY = PersonId("")


class Role(StrEnum):
    """What a person may do; each role may do all that the one before it may."""

    PLANNER = "planner"
    REVIEWER = "reviewer"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the team; empty `markets` means all of them."""

    id: PersonId
    name: str
    role: Role
    languages: tuple[str, ...] = ()
    markets: tuple[MarketId, ...] = ()
    login: str = ""
    is_active: bool = True

    @property
    def may_review(self) -> bool:
        """Reviewers and owners decide on posts, lift holds and change what guards the plan."""
        return self.is_active and self.role in (Role.REVIEWER, Role.OWNER)

    def reads(self, language: str) -> bool:
        """Tell whether they read a language, whatever its region; nobody's list means all."""
        known = {one.partition("-")[0].lower() for one in self.languages}
        return not known or language.partition("-")[0].lower() in known

    @property
    def may_own(self) -> bool:
        """Owners change people, markets, channels and the policy."""
        return self.is_active and self.role is Role.OWNER
