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


MESSY_HEADER = (
    *("No.", "Datum", "Day", "Uhrzeit (local)", "Country", "Platform(s)", "Copy", "Final wording"),
    *("Hashtags", "Asset link", "Approved?", "Briefing"),
)
"""Two languages, weekdays beside days, and a column that is called like the text but is none."""


def messy_plan(first: date, count: int = 400) -> list[list[object]]:
    """Return the sheet of a team of three markets as it really looks, `count` rows long.

    A title above, days in three forms, the texts where nobody looks for them, places that are no
    channels, rows without a day or with an impossible one, blank rows, and a legend at the end.
    """
    texts = {"DE": GERMAN, "FR": FRENCH, "GB": BRITISH}
    countries = {"DE": "Deutschland", "FR": "France", "GB": "UK"}
    codes = list(texts)
    rows: list[list[object]] = [["Content plan, all markets"], [], list(MESSY_HEADER)]
    for number in range(1, count + 1):
        code = codes[number % len(codes)]
        day = first + timedelta(days=number // (2 * len(codes)) * 2)
        forms = (day, f"{day:%d.%m.%Y}", (day - date(1899, 12, 30)).days)
        hour = 9 + number % 9
        rows.append(
            [
                *(number, forms[number % 3], f"{day:%a}", f"{hour}h30", countries[code]),
                *("Instagram", f"see briefing {number}", texts[code].format(number=number)),
                *("brot, bakery", "bread.jpg", "yes", "slide 7"),
            ]
        )
    for number, column, value in (
        (41, "Datum", "T-2"),
        (44, "Datum", "31.02.2027"),
        (52, "Platform(s)", "Newsletter"),
        (57, "Platform(s)", "Blog"),
        (61, "Uhrzeit (local)", None),
        (73, "Country", "Atlantis"),
    ):
        rows[2 + number][MESSY_HEADER.index(column)] = value
    legend: list[list[object]] = [[], ["Legend"], [*[None] * 7, "green: approved"]]
    return [*rows, *legend]
