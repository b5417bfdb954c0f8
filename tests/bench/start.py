"""From the start of the process to the first painted grid."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from app.commands.calendars import create_sample
from app.commands.knowledge import Knowledge
from tests.bench.ground import Ground
from tests.bench.large_calendar import ROOT
from tests.bench.measurement import BEYOND_EMPTY, Goal, Measurement


def measure(ground: Ground) -> Iterator[Measurement]:
    """Start the program again and again, each time beside an empty window."""
    rounds = ground.rounds(10, 2)
    for what, calendar in (
        (f"{ground.scale.posts:,} posts, two weeks in view", ground.calendar),
        ("the sample of the first start", _sample(ground)),
    ):
        _started("grid", str(calendar), str(ground.folder))  # the first one warms the disk's cache
        own, empty = [], []
        for _round in range(rounds):
            empty.append(_started("empty"))
            own.append(_started("grid", str(calendar), str(ground.folder)))
        yield Measurement(
            "start",
            f"process start to first painted grid: {what}",
            tuple(own),
            goal=Goal(median(empty) + BEYOND_EMPTY, "median"),
            baseline=tuple(empty),
            note="files already in the system's cache",
        )


def _started(*words: str) -> float:
    """Return the milliseconds from starting a process to its first picture."""
    command = [sys.executable, "-m", "tests.bench.starter", *words]
    started = perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline()
        spent = (perf_counter() - started) * 1000
        process.stdout.read()
    if line != "painted\n":
        message = f"{words[0]} never painted anything"
        raise TimeoutError(message)
    return spent


def _sample(ground: Ground) -> Path:
    return create_sample(ground.folder / "Sample.countersign", ground.today, Knowledge.load())
