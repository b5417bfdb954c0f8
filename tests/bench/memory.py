"""Memory of the process: an empty window, the calendar, a year of it, sheets in and files out.

`python -m tests.bench.memory STEP CALENDAR SETTINGS POSTS QUICK` measures once, in a fresh process.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from tests.bench.ground import Ground, in_a_process_of_its_own
from tests.bench.machine import peak_megabytes, resident_megabytes
from tests.bench.measurement import AT_REST, WITHOUT_LANGUAGES, Measurement
from tests.bench.scale import BY_POSTS, QUICK

MONTHS = 12
_GOALS = {"bare": WITHOUT_LANGUAGES, "open": AT_REST}


def measure(ground: Ground) -> Iterator[Measurement]:
    """Look at a fresh process for each step."""
    if resident_megabytes() is None:
        return
    count = f"{ground.rows():,}"
    empty = _of("empty", ground)
    for step, what in (
        ("bare", "calendar open and painted, at rest, without the language model"),
        ("open", "calendar open and painted, at rest"),
        ("year", f"after paging through {MONTHS} months"),
        ("csv", f"at most, while {count} rows of CSV are imported"),
        ("xlsx", f"at most, while {count} rows of XLSX are imported"),
        ("export", f"at most, while {count} posts are exported"),
    ):
        yield Measurement(
            "memory", what, (_of(step, ground),), "MB", _GOALS.get(step), baseline=(empty,)
        )


def _of(step: str, ground: Ground) -> float:
    size = (str(ground.scale.posts), str(int(ground.is_quick)))
    place = (str(ground.kept), str(ground.folder), *size)
    found: float = in_a_process_of_its_own("tests.bench.memory", step, *place)["megabytes"]
    return found


def once(step: str, ground: Ground) -> float | None:
    """Return the memory of this process after a step, or the most during it."""
    from PySide6.QtCore import Qt

    from app.risks import language
    from tests.bench import baseline
    from tests.bench.desk import SEEN_600, Desk, say_what_matters

    say_what_matters()
    if step == "empty":
        return baseline.memory()
    if step == "bare":
        language.warm_up = lambda: None

    def page(desk: Desk) -> None:
        for _month in range(MONTHS):
            desk.press(Qt.Key.Key_PageDown)
            desk.rest()

    def bring_in(desk: Desk) -> None:
        from tests.bench import importing  # it writes sheets, with a library that takes memory

        importing.preview(desk, importing.written_sheet(ground, step, "memory"))
        importing.import_all(desk)

    def give_out(desk: Desk) -> None:
        from tests.bench import exporting

        exporting.export_all(desk, ground)

    deeds: Mapping[str, Callable[[Desk], object]] = {
        "bare": Desk.rest,
        "open": Desk.rest,
        "year": page,
        "csv": bring_in,
        "xlsx": bring_in,
        "export": give_out,
    }
    desk = Desk(ground.another(0), SEEN_600, ground.folder, ground.today, opens_once=True)
    try:
        desk.take_focus()
        deeds[step](desk)
        return resident_megabytes() if step in ("bare", "open", "year") else peak_megabytes()
    finally:
        desk.close()


if __name__ == "__main__":
    step, calendar, folder, posts, quick = sys.argv[1:]
    today = date.today()  # noqa: DTZ011 - the day of the person who measures
    scale = QUICK if int(quick) else BY_POSTS[int(posts)]
    lent = Ground(Path(calendar), Path(calendar), Path(folder), scale, today, bool(int(quick)))
    print(json.dumps({"megabytes": once(step, lent)}))
