"""Several processes beside the program, which share work that is much for one."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from app.commands.worker import Worker

T = TypeVar("T")

_MOST = 2
"""Each holds word lists and a language model of its own: more would fill the memory."""


class Crew:
    """One or two processes with a reader of a calendar; a process is started when first asked."""

    def __init__(self, path: Path, language: str = "en", size: int | None = None) -> None:
        """Take the calendar, and the language in which days are named; nothing is started yet."""
        count = size or min(_MOST, os.cpu_count() or 1)
        self.members = tuple(Worker(path, language) for _number in range(count))

    @property
    def first(self) -> Worker:
        """The one that is there for what one process can do."""
        return self.members[0]

    def dismiss(self) -> None:
        """End all but the first, unless they are at work; they come again when asked."""
        for worker in self.members[1:]:
            worker.rest()

    def close(self) -> None:
        """End all of them at once; whoever waits for an answer is told that it is lost."""
        for worker in self.members:
            worker.close()


def share(wanted: Sequence[T], number: int, size: int) -> tuple[Sequence[T], Sequence[T]]:
    """Return the next slice for a member of a crew, and what is left.

    The first begins at the start and the second at the end, so that each loads what its part needs.
    """
    if number == 0:
        return wanted[:size], wanted[size:]
    return wanted[-size:], wanted[:-size]
