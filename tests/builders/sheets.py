"""Planners' sheets for tests, as real files."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from pathlib import Path

from openpyxl import Workbook

HEADER = ("Date", "Time", "Market", "Platform", "Copy", "Status")
GERMAN = "Frisch aus dem Ofen: unser Roggenbrot mit Sauerteig, Ausgabe {number} für euch."
FRENCH = "Notre pain de seigle au levain sort du four ce matin, fournée {number} pour vous."
BRITISH = "Our rye sourdough came out of the oven this morning, batch {number} is for you."


def workbook(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """Write rows into the first sheet of a workbook and return its path."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def plan_rows(first: date, count: int = 60) -> list[tuple[object, ...]]:
    """Return a header and rows of three markets, two posts each two days; all say Approved."""
    texts = {"DE": GERMAN, "FR": FRENCH, "GB": BRITISH}
    codes = list(texts)
    rows: list[tuple[object, ...]] = [HEADER]
    for number in range(count):
        code = codes[number % len(codes)]
        day = first + timedelta(days=number // (2 * len(codes)) * 2)
        at = time(9 + number % 8, 30)
        rows.append((day, at, code, "Instagram", texts[code].format(number=number + 1), "Approved"))
    return rows


def csv_sheet(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """Write rows into a text file, with what a spreadsheet would write for days and times."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path
