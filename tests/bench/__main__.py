"""How fast Countersign is on this machine, beside an empty PySide6 window.

    python3 run.py bench                     measure everything, about a quarter of an hour
    python3 run.py bench --quick             less of everything, under a minute
    python3 run.py bench --only painting     one subject
    python3 run.py bench --posts 300000      a longer plan, whose weeks hold as much
    python3 run.py bench --only growth --posts 300000    what it costs beside one of 10,000
    python3 run.py bench --json              one JSON document
    python3 run.py bench --write PAGE.md     put the tables between the two marks of a page

The first run makes a calendar of 100,000 posts, which takes minutes, and keeps it in the cache.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # people start what Python has compiled before

from tests.bench import machine
from tests.bench.desk import say_what_matters
from tests.bench.ground import Ground, ground, roomy_screen
from tests.bench.large_calendar import ROOT, kept_calendar
from tests.bench.measurement import Measurement
from tests.bench.report import Report
from tests.bench.scale import BY_POSTS, FULL, QUICK, Scale

SUBJECTS = (
    "start",
    "opening",
    "painting",
    "paging",
    "saving",
    "reviewing",
    "finding",
    "assessing",
    "importing",
    "exporting",
    "memory",
    "risks",
)
"""Each a module beside this one with `measure(ground)`."""
ASKED_FOR = ("growth",)
"""The same, measured only where somebody asks for it: making the calendar takes too long."""
COULD_NOT = 2


def main(words: Sequence[str]) -> int:
    """Measure what is asked for; 2 where something could not be measured, else 0."""
    wish = _parser().parse_args(list(words))
    if wish.here:
        found = measured_here(wish.only, _scale(wish), is_quick=wish.quick)
        print(json.dumps([one.as_json() for one in found]))
        return 0
    say(f"Measuring {', '.join(wish.only)} …")
    facts = machine.facts()
    if set(wish.only) - {"risks"}:
        kept_calendar(_scale(wish), _today(), say=say)
    measurements: list[Measurement] = []
    failed = []
    for subject in wish.only:
        try:
            measurements += measured(subject, wish)
        except subprocess.CalledProcessError:
            failed.append(subject)
    report = Report(facts, measurements)
    print(report.as_json() if wish.json else report.as_table())
    if wish.write is not None:
        report.write_into(wish.write)
    if failed:
        say(f"Could not measure {', '.join(failed)}: the reason stands above.")
    return COULD_NOT if failed else 0


def measured(subject: str, wish: argparse.Namespace) -> list[Measurement]:
    """Measure a subject in a process of its own, so that none warms or burdens another."""
    say(f"  {subject}")
    words = ["--here", "--only", subject, "--posts", str(wish.posts)]
    words += ["--quick"] if wish.quick else []
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [Measurement.from_json(one) for one in json.loads(done.stdout.splitlines()[-1])]


def measured_here(
    subjects: Sequence[str], scale: Scale, *, is_quick: bool
) -> Iterator[Measurement]:
    """Measure subjects in this process, each on a fresh copy of the calendar."""
    for subject in subjects:
        with ground(kept_calendar(scale, _today()), scale, _today(), is_quick=is_quick) as lent:
            roomy_screen(lent.folder)
            say_what_matters()
            yield from on_ground(subject, lent)


def on_ground(subject: str, lent: Ground) -> Iterator[Measurement]:
    """Measure one subject on a ground."""
    yield from import_module(f"tests.bench.{subject}").measure(lent)


def say(sentence: str) -> None:
    """Tell how far it is, beside the figures."""
    print(sentence, file=sys.stderr, flush=True)


def _scale(wish: argparse.Namespace) -> Scale:
    return QUICK if wish.quick else BY_POSTS[wish.posts]


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day of the person who measures


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 run.py bench", description=__doc__)
    known = (*SUBJECTS, *ASKED_FOR)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--only", nargs="+", choices=known, default=SUBJECTS, metavar="SUBJECT")
    parser.add_argument("--posts", type=int, choices=BY_POSTS, default=FULL.posts)
    parser.add_argument("--quick", action="store_true", help="less of everything")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--write", type=Path, metavar="PAGE.md", help="put the tables into a page")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
