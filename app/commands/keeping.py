"""Whether the place where a calendar is kept is a safe one."""

from pathlib import Path

from app.storage.where import home_of
from app.wording import _

SUFFIX = ".countersign"
"""How the name of a calendar ends."""


def danger_of(path: Path) -> str:
    """Return in one sentence what can go wrong with a calendar in this place; else nothing.

    It may ask the operating system, and a network: not for the thread of a window.
    """
    kind = home_of(path)
    if kind is None:
        return ""
    return _(
        "This calendar lies on {kind}: two computers that save at once can damage it there. "
        "Keep it in a folder of one computer."
    ).format(kind=kind)
