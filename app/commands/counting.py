"""How long a text is for a network, for the live count beside a text that is being written."""

from dataclasses import dataclass
from functools import cache

from app.risks.counting import Unit
from app.risks.networks import CAPTION, FIRST_COMMENT, TEXT, TITLE, Networks, length_of
from app.wording import _

__all__ = ["CAPTION", "FIRST_COMMENT", "TEXT", "TITLE", "Count", "count_text", "networks"]


@dataclass(frozen=True, slots=True)
class Count:
    """How much of what a network takes is used up."""

    used: int
    limit: int | None
    """Nothing where the network is not known or names no limit."""
    unit: str
    """What is counted, in words."""

    @property
    def over(self) -> int:
        """By how much the text is too long; 0 where it fits."""
        return 0 if self.limit is None else max(0, self.used - self.limit)


def count_text(text: str, network: str, field: str = TEXT) -> Count:
    """Return the length of a text, caption, title or first_comment as a network counts it.

    Where the network is not known, it is the number of characters, without a limit.
    """
    known = networks().find(network)
    if known is None:
        return Count(len(text), None, _unit_name(Unit.CODE_POINTS))
    length = length_of(text, known, field)
    return Count(length.used, length.limit, _unit_name(length.unit))


@cache
def networks() -> Networks:
    """Return the networks that the program knows, read once."""
    return Networks.load()


def _unit_name(unit: Unit) -> str:
    return {
        Unit.WEIGHTED: _("characters, weighted as X counts them"),
        Unit.GRAPHEMES: _("characters as people see them"),
        Unit.UTF16: _("characters; most emoji count as two"),
        Unit.BYTES: _("bytes"),
        Unit.CODE_POINTS: _("characters"),
    }[unit]


def takes_titles(network: str) -> bool:
    """Tell whether a title goes out beside the text; where the network is not known, it may."""
    known = networks().find(network)
    return known is None or known.limit(TITLE) is not None
