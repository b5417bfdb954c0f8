from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton

from app.commands.duty import save_duty
from app.domain.duty import DutyId, Gap, Shift, Week
from tests.builders.calendars import FRANCE, GERMANY, LENA, MARC
from tests.builders.duty import CHRISTMAS, CLOSED, NIGHT, OFFICE
from tests.builders.ui_c import become, calendar_of, meanwhile, settle
from tests.ui.direct import DirectJobs
from ui.duty.duty_page import DutyPage
from ui.duty.roster_grid import RosterGrid
from ui.duty.roster_page import RosterPage
from ui.theme import DARK, LIGHT
from ui.widgets.two_line_list import TwoLineList

pytestmark = pytest.mark.in_english


@pytest.fixture
def jobs():
    return DirectJobs()


@pytest.fixture
def dialog(qtbot, path, operations, jobs):
    operations.run(lambda session: save_duty(session, duty=[OFFICE, CHRISTMAS, NIGHT]))
    settle(operations, qtbot)
    made = DutyPage(calendar_of(path), operations, jobs, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def save(qtbot, dialog, operations):
    """Press Save and wait until it is done."""

    def saving():
        press(qtbot, dialog, "save")
        settle(operations, qtbot)

    return saving


def child(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def press(qtbot, dialog, name):
    qtbot.mouseClick(child(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def rows(dialog):
    found = child(dialog, TwoLineList, "duty_list")
    return [found.item(row).data(Qt.ItemDataRole.UserRole) for row in range(found.count())]


def choose(dialog, key):
    child(dialog, TwoLineList, "duty_list").setCurrentRow(rows(dialog).index(str(key)))


def heading(dialog):
    return child(dialog, QLabel, "heading").text()


def message(dialog):
    return child(dialog, QLabel, "message").text()


def test_markets_stand_above_their_duty_and_a_market_shows_its_week(dialog):
    assert rows(dialog) == ["", "n", "DE", "w", "s", "FR"]
    choose(dialog, GERMANY)
    assert heading(dialog) == "Germany"
    assert child(dialog, RosterGrid, "roster_grid").isVisible()
    choose(dialog, CHRISTMAS.id)
    assert heading(dialog) == "Germany: once"


@pytest.mark.parametrize(
    ("button", "kind"), [("add_week", Week), ("add_shift", Shift), ("add_gap", Gap)]
)
def test_new_duty_belongs_to_the_chosen_market_and_needs_no_reason(
    dialog, save, path, button, kind
):
    choose(dialog, FRANCE)
    child(dialog, QPushButton, button).click()
    save()
    own = calendar_of(path).roster.of(FRANCE)
    (made,) = [one for one in (*own.shifts, *own.weeks, *own.gaps) if one.id != NIGHT.id]
    assert isinstance(made, kind)
    assert made.market == FRANCE
    assert child(dialog, TwoLineList, "duty_list").key == made.id


def test_for_all_markets_new_duty_begins_with_the_first_one(qtbot, dialog):
    choose(dialog, NIGHT.id)
    press(qtbot, dialog, "add_gap")
    assert heading(dialog) == "Germany: nobody is there"


def test_a_change_waits_for_its_reason(qtbot, dialog, operations, path):
    choose(dialog, OFFICE.id)
    box = child(dialog, QComboBox, "person")
    box.setCurrentIndex(box.findData(str(MARC)))
    save = child(dialog, QPushButton, "save")
    assert not save.isEnabled()
    assert save.toolTip() == "Write why it changes."
    qtbot.keyClicks(child(dialog, QLineEdit, "reason"), "Holidays")
    press(qtbot, dialog, "save")
    settle(operations, qtbot)
    assert calendar_of(path).roster.weeks == (replace(OFFICE, person=MARC),)


def test_retired_duty_is_gone_and_its_market_is_shown(qtbot, dialog, operations, path):
    choose(dialog, CHRISTMAS.id)
    retire = child(dialog, QPushButton, "retire")
    assert not retire.isEnabled()
    assert retire.toolTip() == "Write why first, at the end of the form."
    qtbot.keyClicks(child(dialog, QLineEdit, "reason"), "Swapped")
    press(qtbot, dialog, "retire")
    settle(operations, qtbot)
    assert calendar_of(path).roster.shifts == (NIGHT,)
    assert "s" not in rows(dialog)
    assert heading(dialog) == "Germany"


def test_what_is_not_saved_stays_in_view(qtbot, dialog):
    choose(dialog, OFFICE.id)
    child(dialog, QToolButton, "weekday_5").click()
    choose(dialog, FRANCE)
    assert child(dialog, TwoLineList, "duty_list").key == OFFICE.id
    assert "not saved yet" in message(dialog)
    for name in ("add_shift", "import_roster"):
        press(qtbot, dialog, name)
    assert not dialog.may_leave()
    press(qtbot, dialog, "discard")
    choose(dialog, FRANCE)
    assert heading(dialog) == "France"


def test_new_duty_that_is_left_untouched_goes_with_the_next_choice(qtbot, dialog):
    choose(dialog, FRANCE)
    press(qtbot, dialog, "add_week")
    assert len(rows(dialog)) == 7
    choose(dialog, GERMANY)
    assert len(rows(dialog)) == 6


def test_a_file_is_shown_before_it_comes_in(dialog, save, path, monkeypatch):
    roster = path.parent / "roster.csv"
    roster.write_text(
        "person,market,weekdays,from,to\nMarc Fournier,,sat,9:00,12:00\nZoe,,mon,9:00,12:00\n",
        "utf-8",
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(roster), ""))
    choose(dialog, FRANCE)
    child(dialog, QPushButton, "import_roster").click()
    assert heading(dialog) == "roster.csv"
    assert child(dialog, TwoLineList, "import_problems").count() == 1
    save()
    (week,) = calendar_of(path).roster.of(FRANCE).weeks
    assert (week.person, week.market) == (MARC, FRANCE)
    assert heading(dialog) == "France"


def test_a_file_without_anything_for_the_roster_cannot_be_saved(dialog, tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("person,from,to\nZoe,9:00,12:00\n", "utf-8")
    dialog.read_file(roster)
    save = child(dialog, QPushButton, "save")
    assert not save.isEnabled()
    assert "Nothing in this file" in save.toolTip()
    child(dialog, QPushButton, "discard").click()
    dialog.read_file(tmp_path / "gone.csv")
    assert "There is no file" in message(dialog)


def test_nothing_happens_where_no_file_is_chosen(qtbot, dialog, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    before = heading(dialog)
    press(qtbot, dialog, "import_roster")
    assert heading(dialog) == before


def test_what_is_refused_is_said_in_the_bar(qtbot, dialog, operations, path):
    press(qtbot, dialog, "add_week")
    for day in range(5):
        child(dialog, QToolButton, f"weekday_{day}").click()
    press(qtbot, dialog, "save")
    settle(operations, qtbot)
    assert "at least one weekday" in message(dialog)
    assert len(calendar_of(path).roster.weeks) == 1


def test_a_planner_may_look_and_reads_why_not_more(qtbot, dialog, operations):
    become(operations, qtbot, LENA)
    assert "A reviewer or an owner changes the roster" in message(dialog)
    add = child(dialog, QPushButton, "add_week")
    assert not add.isEnabled()
    assert "you are Lena Brandt" in add.toolTip()
    become(operations, qtbot, MARC)
    assert add.isEnabled()


def test_what_others_change_comes_in_and_what_is_written_stays(qtbot, dialog, path, operations):
    choose(dialog, OFFICE.id)
    child(dialog, QToolButton, "weekday_5").click()
    operations.run(lambda session: save_duty(session, duty=[CLOSED]))
    settle(operations, qtbot)
    dialog.set_calendar(calendar_of(path))
    assert "g" in rows(dialog)
    assert child(dialog, QToolButton, "weekday_5").isChecked()
    dialog.set_theme(DARK)


def test_without_a_market_there_is_nobody_to_put_on_duty(qtbot, path, operations, jobs):
    bare = replace(calendar_of(path), markets=(), channels=())
    dialog = DutyPage(bare, operations, jobs, LIGHT)
    qtbot.addWidget(dialog)
    assert heading(dialog) == "Add a market first."
    assert child(dialog, QPushButton, "add_week").toolTip() == "Add a market first."


def test_days_that_were_dragged_over_are_put_on_the_roster_and_taken_off(
    dialog, operations, path, qtbot
):
    choose(dialog, GERMANY)
    page = dialog.findChild(RosterPage)
    shift = replace(CHRISTMAS, id=DutyId("new"))
    page.put_asked.emit([shift])
    settle(operations, qtbot)
    assert shift in calendar_of(path).roster.shifts
    assert child(dialog, TwoLineList, "duty_list").key == GERMANY
    page.take_off_asked.emit([shift], "Swapped")
    settle(operations, qtbot)
    assert shift not in calendar_of(path).roster.shifts
    assert heading(dialog) == "Germany"


def test_the_grid_leads_to_a_pattern_and_from_all_markets_to_one(dialog):
    page = dialog.findChild(RosterPage)
    page.pattern_asked.emit(OFFICE.id)
    assert heading(dialog) == "Germany: every week"
    page.market_asked.emit(FRANCE)
    assert heading(dialog) == "France"
    dialog.set_theme(DARK)


def test_duty_that_was_typed_stays_where_somebody_else_was_first(dialog, qtbot, save, path):
    choose(dialog, CHRISTMAS.id)
    box = child(dialog, QComboBox, "person")
    box.setCurrentIndex(box.findData(str(LENA)))
    qtbot.keyClicks(child(dialog, QLineEdit, "reason"), "Swapped")
    theirs = replace(CHRISTMAS, ends=CHRISTMAS.ends.replace(minute=45))
    meanwhile(path, partial(save_duty, duty=[theirs], reason="Longer"))
    save()
    dialog.set_calendar(calendar_of(path))
    assert "Nora Haddad has changed this entry of duty" in message(dialog)
    assert box.currentData() == str(LENA)
    assert child(dialog, QLineEdit, "reason").text() == "Swapped"
    press(qtbot, dialog, "message_action")
    assert box.currentData() == str(CHRISTMAS.person)
    assert theirs in calendar_of(path).roster.shifts


def test_a_file_that_is_shown_stays_while_others_save(dialog, path, tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("person,market,from,to\nMarc Fournier,DE,2027-12-27 09:00,2027-12-27 18:00\n")
    dialog.read_file(roster)
    meanwhile(path, partial(save_duty, duty=[CLOSED]))
    dialog.set_calendar(calendar_of(path))
    assert heading(dialog) == "roster.csv"


def test_why_somebody_is_taken_off_stays_until_they_are(dialog, qtbot, operations, path):
    choose(dialog, GERMANY)
    reason = child(dialog, QLineEdit, "roster_reason")
    reason.setText("Swapped")
    theirs = replace(CHRISTMAS, ends=CHRISTMAS.ends.replace(minute=45))
    meanwhile(path, partial(save_duty, duty=[theirs], reason="Longer"))
    page = dialog.findChild(RosterPage)
    page.take_off_asked.emit([CHRISTMAS], "Swapped")
    settle(operations, qtbot)
    assert "Nora Haddad has changed this entry of duty" in message(dialog)
    assert reason.text() == "Swapped"
    assert theirs in calendar_of(path).roster.shifts
    page.take_off_asked.emit([theirs], "Swapped")
    settle(operations, qtbot)
    assert reason.text() == ""
