"""Importing a sheet of 10,000 rows at the window, and whether the window answers meanwhile."""

import csv
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from openpyxl import Workbook
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.bench import baseline
from tests.bench.desk import LEFT, SEEN_600, Desk, Pulse, wait_until
from tests.bench.ground import Ground
from tests.bench.large_calendar import sixty_markets
from tests.bench.measurement import NEVER_STUCK, Measurement

HEADER = ("Date", "Time", "Market", "Platform", "Copy", "Hashtags", "Status", "ID")
Row = tuple[str, ...]


def measure(ground: Ground) -> Iterator[Measurement]:
    """Let go of sheets over the window, look at the preview, import; each time other rows."""
    for number, ending in enumerate(("csv", "xlsx")):
        desk = Desk(ground.another(number), SEEN_600, ground.folder, ground.today)
        try:
            yield from _of_kind(desk, ground, ending)
        finally:
            desk.close()


def _of_kind(desk: Desk, ground: Ground, ending: str) -> Iterator[Measurement]:
    previews, imports = [], []
    late: list[float] = []
    count = ground.rows()
    for number in range(ground.rounds(3, 1)):
        sheet = written_sheet(ground, ending, f"{ending}{number}")
        pulse = Pulse()
        previews.append(preview(desk, sheet))
        imports.append(import_all(desk))
        late += pulse.stop()
        desk.settle()
    kind = ending.upper()
    yield _measured(f"preview {count:,} rows of {kind}, until the table is shown", previews)
    yield _measured(f"import {count:,} rows of {kind}, until all is saved and shown", imports)
    yield Measurement(
        "importing",
        f"how late the window answers meanwhile ({kind})",
        tuple(late),
        goal=NEVER_STUCK,
        baseline=baseline.gaps(SEEN_600.size, 1),
    )


def written_sheet(ground: Ground, ending: str, mark: str) -> Path:
    """Return a new sheet for all markets whose rows are like no others."""
    sheet = ground.folder / f"plan-{mark}.{ending}"
    rows = _rows(ground, mark, ground.rows())
    (_write_csv if ending == "csv" else _write_xlsx)(sheet, rows)
    return sheet


def _measured(what: str, times: Sequence[float]) -> Measurement:
    return Measurement("importing", what, tuple(times), "s")


def preview(desk: Desk, sheet: Path) -> float:
    """Let go of a sheet over the window; return the seconds until its rows are shown."""
    started = perf_counter()
    desk.window.dialogs.import_sheet(sheet)
    button = _button(desk)
    wait_until(button.isEnabled, why="no row of the sheet could be used")
    QApplication.processEvents()
    return perf_counter() - started


def import_all(desk: Desk) -> float:
    """Click the button that imports; return the seconds until all is saved and shown."""
    started = perf_counter()
    button = _button(desk)
    dialog = button.window()
    QTest.mouseClick(button, LEFT)
    wait_until(lambda: not dialog.isVisible(), why="the rows were never imported")
    desk.settle()
    return perf_counter() - started


def _button(desk: Desk) -> QPushButton:
    """Return the button that imports, of the dialog that is open."""
    found = desk.window.findChildren(QPushButton, "import")
    return next(button for button in found if button.window().isVisible())


def _rows(ground: Ground, mark: str, count: int) -> Iterator[Row]:
    """Yield the rows of a plan for all markets; every ID is new."""
    markets = sixty_markets()[: ground.scale.markets]
    for number in range(count):
        day = ground.today + timedelta(days=1 + number // 200)
        yield (
            f"{day:%Y-%m-%d}",
            f"{9 + number % 9:02d}:{number * 5 % 60:02d}",
            markets[number % len(markets)].name,
            ("Instagram", "Facebook", "LinkedIn", "X")[number // 3 % 4],
            f"Batch {mark}-{number} of our rye bread leaves the oven this morning, still warm.",
            "#bread #rye",
            "Approved",
            f"{mark}-{number}",
        )


def _write_csv(path: Path, rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])


def _write_xlsx(path: Path, rows: Iterator[Row]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    for row in (HEADER, *rows):
        sheet.append(row)
    book.save(path)
