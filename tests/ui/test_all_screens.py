"""What a window can do without is loaded once the calendar stands, and before anybody asks."""

import ast
import os
import subprocess
import sys
from datetime import date
from functools import cache

import pytest

from tests.architecture.project import ROOT
from tests.builders import calendars

LATER = (
    *("ui.post", "ui.review.review_screen", "ui.settings.settings_dialog", "ui.palette_maker"),
    *("ui.calendar.month_plan", "ui.hours.hours_plan", "ui.listing", "ui.leaving", "ui.papers"),
    *("ui.days", "ui.duty", "ui.history", "ui.recall.recall_dialog", "ui.holds.hold_dialog"),
    *("app.risks.index", "app.risks.reading", "app.commands.post_view", "app.exchange.sheets"),
    *("holidays", "numpy", "py3langid", "rapidfuzz", "openpyxl", "icalendar", "sqlite_utils"),
    *("importlib.metadata", "multiprocessing"),
)
"""Packages and modules; what is in a package is meant too."""
DOORS = (
    *("app/commands/reader.py", "ui/dialogs.py", "ui/plan_views.py", "ui/window_body.py"),
    *("ui/palette_door.py", "ui/post_deeds.py", "ui/other_time.py"),
)
"""What loads a screen, or what answers a question, when it is first asked for."""
WORTH_WAITING_FOR = {
    "ui.papers.contents": "it paints pages",
    "ui.papers.paper_dialog": "it paints pages",
}
PAINTED = """
import sys
from datetime import date
from tests.bench import starter
starter.say_painted = lambda: print(*sys.modules, flush=True)
starter.grid(*sys.argv[1:])
"""


def loaded_by(program: str, *words: object) -> set[str]:
    """Return the modules that a fresh Python names in its first line."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[0].split())


@pytest.fixture(scope="module")
def at_the_first_paint(tmp_path_factory):
    folder = tmp_path_factory.mktemp("start")
    session = calendars.team_session(folder / "team.countersign")
    calendars.ready_post(session, day=date.today())  # noqa: DTZ011  where the window opens
    session.close()
    return loaded_by(PAINTED, folder / "team.countersign", folder)


@cache
def loaded_beside_the_window() -> set[str]:
    return loaded_by("import sys, ui.all_screens; print(*sys.modules)")


def opened_by(door: str) -> set[str]:
    """Return the modules that the functions of a door load."""
    functions = (
        node
        for node in ast.walk(ast.parse((ROOT / door).read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    imports = (
        node
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom)
    )
    return {str(node.module) for node in imports} - {"app.commands"}


@pytest.mark.parametrize("later", LATER)
def test_the_calendar_is_painted_before_this_is_loaded(later, at_the_first_paint):
    assert "ui.calendar.lanes_view" in at_the_first_paint
    assert not [name for name in at_the_first_paint if f"{name}.".startswith(f"{later}.")]


@pytest.mark.parametrize("door", DOORS)
def test_what_a_door_opens_has_been_loaded_beside_the_window_by_then(door):
    opened = opened_by(door)
    assert opened
    assert opened - loaded_beside_the_window() <= WORTH_WAITING_FOR.keys()
