"""The main job: a plan comes in, a day is dangerous, another person reads, only that leaves."""

import csv
import json
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.commands.sample import next_anchor
from tests.builders.calendars import LENA, MARC, add_britain, team_session
from tests.builders.sheets import plan_rows, workbook
from tests.journeys.desk import Desk

TODAY = datetime.now().astimezone().date()
POGROM_DAY = next_anchor(TODAY + timedelta(days=3))
DAY_BEFORE = POGROM_DAY - timedelta(days=1)
REASON = "It is quiet, and agreed with the museum."


# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def name_on_screen(desk):
    label = desk.see("review_name")
    assert isinstance(label, QLabel)
    return label.text()


def approve_what_is_shown(desk):
    name = name_on_screen(desk)
    desk.read_whole()
    desk.answer_flags(REASON)
    desk.click("approval_box")
    desk.wait(lambda: name_on_screen(desk) != name, why=f"{name} was not approved")
    return name


def test_only_what_another_person_read_and_ticked_leaves(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    session = team_session(path)
    add_britain(session)
    session.close()
    sheet = workbook(tmp_path / "plan.xlsx", plan_rows(DAY_BEFORE))
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        # a planner sits down and brings the team's plan in
        desk.sit_down_as(LENA, "Lena Brandt")
        desk.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        desk.choose_file("choose_file", sheet)
        desk.see("import_tabs")
        desk.click("import")
        desk.wait(lambda: not desk.is_seen("import_dialog"), why="the import did not end")

        # the plan is shown, and goes to the reviewers
        card = desk.cell(r"^DE-0001")
        desk.grid.setFocus()
        desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        desk.press(Qt.Key.Key_R)
        desk.cell(r"^DE-0001.*[Ww]aiting for review")

        # a drag to 9 November says why that day is not like others, before and after the drop
        hints = []
        desk.click_cell(card)
        target = desk.grid.model().index(card.row(), card.column() + 1)
        desk.drag(card, target, on_the_way=lambda: hints.append(desk.see("drop_hint_why").height()))
        moved = desk.cell(r"^DE-0001.*[Ss]top")
        assert moved.column() == card.column() + 1
        assert hints[0] > 0

        # another person reads and ticks
        desk.sit_down_as(MARC, "Marc Fournier")
        desk.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert name_on_screen(desk) == "DE-0001"
        approved = [approve_what_is_shown(desk) for _number in range(3)]

        # the file holds exactly what was approved
        desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        desk.type_into("folder", str(tmp_path / "out"))
        desk.click("export")
        desk.see("outcome_folder")
    finally:
        desk.close()
    (manifest,) = (tmp_path / "out").rglob("manifest.json")
    rows = json.loads(manifest.read_text("utf-8"))["rows"]
    assert sorted(row["post"] for row in rows) == sorted(approved)
    written = [
        row["Text"]
        for file in manifest.parent.glob("*.csv")
        for row in csv.DictReader(file.read_text("utf-8-sig").splitlines())
    ]
    assert len(written) == len(approved) == 3
