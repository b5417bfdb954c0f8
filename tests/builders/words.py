"""What the tests of the command line share: the posts of their calendar, and what was answered."""

import json
from dataclasses import dataclass
from typing import Any

APPROVED, UNREAD, ON_THE_NINTH, FRENCH = "DE-0001", "DE-0002", "DE-0003", "FR-0001"
PAIN = "Notre pain de seigle au levain sort du four ce matin, venez le goûter."


@dataclass(frozen=True, slots=True)
class Said:
    """What a word has answered."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> dict[str, Any]:
        return json.loads(self.out)
