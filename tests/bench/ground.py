"""What a subject is measured on: a calendar of its own, a folder, and how often."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.large_calendar import ROOT, first_day
from tests.bench.scale import FULL, Scale

SCREEN = {"name": "bench", "x": 0, "y": 0, "width": 3000, "height": 14_000, "dpr": 1}


@dataclass(frozen=True, slots=True)
class Ground:
    """One subject's own copy of the calendar, and a folder that is gone afterwards."""

    calendar: Path
    kept: Path
    """The calendar as it was made; nobody writes into it."""
    folder: Path
    scale: Scale
    today: date
    is_quick: bool = False

    @property
    def last_day(self) -> date:
        """The last day of the plan."""
        return first_day(self.today, self.scale) + timedelta(days=self.scale.days - 1)

    @property
    def periods_to_come(self) -> int:
        """How many periods of four weeks the plan goes on after the one in view."""
        monday = self.today - timedelta(days=self.today.weekday())
        return max((self.last_day - monday).days // 28, 1)

    def another(self, number: int) -> Path:
        """Return another copy of the calendar, as it was at first."""
        return Path(shutil.copy(self.kept, self.folder / f"Bench {number}.countersign"))

    def rounds(self, full: int, quick: int) -> int:
        """Return how often to measure."""
        return quick if self.is_quick else full

    def rows(self) -> int:
        """Return how many posts are assessed, imported and exported."""
        return 10_000 if self.scale == FULL else self.scale.posts // 10


@contextmanager
def ground(kept: Path, scale: Scale, today: date, *, is_quick: bool) -> Iterator[Ground]:
    """Lend a ground; its folder lies on a real disk, for what is saved must reach one."""
    with TemporaryDirectory(prefix="bench-", dir=kept.parent) as name:
        folder = Path(name)
        calendar = Path(shutil.copy(kept, folder / "Bench.countersign"))
        yield Ground(calendar, kept, folder, scale, today, is_quick)


def roomy_screen(folder: Path) -> None:
    """Without a screen of its own, let Qt have one on which 5,000 posts can be seen at once."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        wanted = folder / "screen.json"
        wanted.write_text(json.dumps({"screens": [SCREEN]}), encoding="ascii")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={wanted}"


def in_a_process_of_its_own(module: str, *words: str) -> dict:
    """Run a module of the bench in a fresh process and return the JSON of its last line."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])
