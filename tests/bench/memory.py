"""Memory of the process: an empty window, the calendar opened, a year paged through.

`python -m tests.bench.memory empty` or `… CALENDAR SETTINGS FIRST_DAY` measures once.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.bench.ground import Ground, in_a_process_of_its_own
from tests.bench.machine import resident_megabytes
from tests.bench.measurement import Measurement

MONTHS = 12


def measure(ground: Ground) -> Iterator[Measurement]:
    """Look at fresh processes."""
    if resident_megabytes() is None:
        return
    module = "tests.bench.memory"
    empty = in_a_process_of_its_own(module, "empty")["empty"]
    words = (str(ground.calendar), str(ground.folder), ground.today.isoformat())
    own = in_a_process_of_its_own(module, *words)
    for what in own:
        yield Measurement("memory", what, (own[what],), "MB", baseline=(empty,))


def once(calendar: Path, settings: Path, first_day: date) -> dict[str, float | None]:
    """Return the memory of this process after each step."""
    from PySide6.QtCore import Qt

    from tests.bench.desk import SEEN_600, Desk, say_what_matters

    say_what_matters()
    desk = Desk(calendar, SEEN_600, settings, first_day)
    found = {"calendar open and painted, at rest": resident_megabytes()}
    for _month in range(MONTHS):
        desk.press(Qt.Key.Key_PageDown)
        desk.settle()
    found[f"after paging through {MONTHS} months"] = resident_megabytes()
    desk.close()
    return found


def empty() -> dict[str, float | None]:
    """Return the memory of this process with an empty window."""
    from tests.bench import baseline

    return {"empty": baseline.memory()}


if __name__ == "__main__":
    first, *rest = sys.argv[1:]
    wanted = (
        empty()
        if first == "empty"
        else once(Path(first), Path(rest[0]), date.fromisoformat(rest[1]))
    )
    print(json.dumps(wanted))
