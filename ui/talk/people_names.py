"""Names of people while an @ is being typed."""

from dataclasses import dataclass

from app.domain.comment import SIGN

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Begun:
    """A name that is being typed: where it starts, and what of it stands there."""

    start: int
    words: str


def begun_name(text: str, position: int) -> Begun | None:
    """Return the name that is being typed before a position; nothing where no @ opens one."""
    start = text.rfind(SIGN, max(0, position - _LONGEST_NAME), position)
    if start == -1 or text[start - 1 : start].isalnum():
        return None
    words = text[start + 1 : position]
    if "\n" in words or words.startswith(" "):
        return None
    return Begun(start + 1, words)
