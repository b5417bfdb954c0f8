"""A real sheet: dropped on the window, corrected, imported, reviewed, exported, edited again."""

import json
import re
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from app.commands.sample import next_anchor
from tests.builders.calendars import LENA, MARC, add_britain, team_session
from tests.builders.sheets import MESSY_HEADER, messy_plan, workbook
from tests.journeys.desk import Desk
from tests.journeys.file_shelf import drag_file

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = datetime.now().astimezone().date()
POGROM_DAY = next_anchor(TODAY + timedelta(days=3))
REASON = "It is quiet, and agreed with the museum."
FIRST_ROW = 2  # above it are a title, a blank row and the header
TEXT, AT = MESSY_HEADER.index("Final wording"), MESSY_HEADER.index("Uhrzeit (local)")

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def drop(desk, sheet):
    """Drop a sheet on the window and return what its rows would do, tab by tab."""
    drag_file(sheet, desk.window)
    desk.see("import_tabs")
    return tabs(desk)


def tabs(desk):
    desk.wait(lambda: not desk.is_seen("stop"), why="the sheet was not read")
    bar = desk.see("import_tabs")
    assert isinstance(bar, QTabBar)
    return [bar.tabText(number) for number in range(bar.count())]


def bring_in(desk):
    desk.click("import")
    desk.wait(lambda: not desk.is_seen("import_dialog"), why="the import did not end")


def the_column_that_was_guessed_wrong_is_corrected(desk):
    assert "see briefing" in desk.rows("good_rows")[0]
    desk.choose_from_list(f"column_{TEXT}", "Text")
    assert tabs(desk) == ["396 new", "2 rows stay out"]
    assert not any("see briefing" in row for row in desk.rows("good_rows"))


def the_plan_carries_its_flags_and_goes_to_the_reviewers(desk):
    desk.cell(r"^DE-0\d+.*[Ss]top")
    desk.grid.setFocus()
    desk.press(Qt.Key.Key_A, CONTROL)
    desk.press(Qt.Key.Key_R)
    desk.cell(r"[Ww]aiting for review")


def approve_what_is_shown(desk):
    name = desk.words("review_name")
    desk.read_whole()
    desk.answer_flags(REASON)
    desk.click("approval_box")
    desk.wait(lambda: desk.words("review_name") != name, why=f"{name} was not approved")
    return name


def three_are_read_and_ticked(desk):
    desk.press(Qt.Key.Key_R, CONTROL)
    approved = [approve_what_is_shown(desk) for _number in range(3)]
    desk.press(Qt.Key.Key_Escape)
    return approved


def export(desk, folder):
    desk.press(Qt.Key.Key_E, CONTROL)
    desk.type_into("folder", str(folder))
    desk.click("export")
    desk.see("outcome_folder")
    desk.click("close")
    (manifest,) = folder.rglob("manifest.json")
    return sorted(row["post"] for row in json.loads(manifest.read_text("utf-8"))["rows"])


def row_of(desk, post):
    """Return the number of the sheet's row from which a post on the grid came."""
    words = next(words for words in desk.cells() if words.startswith(post))
    found = re.search(r"(?:Ausgabe|fournée|batch) (\d+)", words)
    assert found, words
    return int(found[1])


def edited(plan, rewritten):
    """Return the plan with one text rewritten, one post at another hour, and a new row."""
    plan[FIRST_ROW + rewritten][TEXT] += " Bis gleich!"
    plan[FIRST_ROW + 300][AT] = "17:45"
    last = plan[FIRST_ROW + 400]
    new = [401, *last[1:TEXT], "Zimtschnecken, frisch aus dem Ofen.", *last[TEXT + 1 :]]
    plan.insert(FIRST_ROW + 401, new)
    return plan


def test_a_messy_sheet_comes_in_whole_and_comes_again(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    session = team_session(path)
    add_britain(session)
    session.close()
    plan = messy_plan(POGROM_DAY)
    sheet = workbook(tmp_path / "Content plan FINAL.xlsx", plan)
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(LENA, "Lena Brandt")
        drop(desk, sheet)
        the_column_that_was_guessed_wrong_is_corrected(desk)
        bring_in(desk)
        the_plan_carries_its_flags_and_goes_to_the_reviewers(desk)
        desk.sit_down_as(MARC, "Marc Fournier")
        approved = three_are_read_and_ticked(desk)
        assert export(desk, tmp_path / "out") == sorted(approved)

        # the sheet comes again, edited: posts are updated, none is doubled, one tick is gone
        desk.sit_down_as(LENA, "Lena Brandt")
        workbook(sheet, edited(plan, row_of(desk, approved[0])))
        assert drop(desk, sheet) == [
            *("All 397", "1 new", "2 updated", "394 unchanged", "2 rows stay out"),
        ]
        (ended,) = [row for row in desk.rows("good_rows") if "Its approval ends." in row]
        assert f"Updates {approved[0]}" in ended
        bring_in(desk)
        desk.cell(rf"^{approved[0]}.*[Aa]pproval ended")
        desk.cell(rf"^{approved[1]}.*[Hh]anded over")
        assert drop(desk, sheet) == ["397 unchanged", "2 rows stay out"]
        desk.click("cancel")
    finally:
        desk.close()
