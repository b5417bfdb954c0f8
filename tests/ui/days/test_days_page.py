from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QSplitter,
)

from app.commands.days import save_days, switch_day
from app.commands.known_days import DayList
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from tests.builders import calendars
from tests.builders.calendars import FRANCE, GERMANY, LENA, MARC, NORA
from tests.ui.direct import DirectJobs, DirectOperations
from ui.days.day_details import DayDetails
from ui.days.days_page import DaysPage
from ui.days.home_dialog import HomeDialog
from ui.days.import_days_dialog import ImportDaysDialog
from ui.days.reason_dialog import ReasonDialog
from ui.days.team_day_dialog import TeamDayDialog
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2027, 11, 1)
FIRE = TeamDay("team-fire", "Fire", "fixed 11-20", Tone.MOURNING, Severity.STOP, (GERMANY,))


@pytest.fixture
def session(tmp_path):
    made = calendars.team_session(tmp_path / "team.countersign")
    calendars.act_as(made, MARC)
    save_days(made, days=[FIRE])
    yield made
    made.close()


@pytest.fixture
def dialog(session, tmp_path, qtbot):
    reader = calendars.reader_of(tmp_path / "team.countersign")
    operations = DirectOperations(session.me, session)
    made = DaysPage(reader, operations, DirectJobs(), reader.calendar(), LIGHT, today=TODAY)
    operations.changed.connect(lambda _changes: made.set_calendar(reader.calendar()))
    made.operations = operations
    qtbot.addWidget(made)
    made.show()
    yield made
    reader.close()


def part(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def press(qtbot, dialog, name):
    qtbot.mouseClick(part(dialog, QPushButton, name), LEFT)


def the_list(dialog):
    return part(dialog, QListView, "day_list")


def names(dialog):
    return [row.day.id if row.day else row.title for row in the_list(dialog).rows]


def choose(dialog, name):
    the_list(dialog).show_rows(the_list(dialog).rows, name)


def opened(kind):
    tops = QApplication.topLevelWidgets()
    (found,) = [one for one in tops if isinstance(one, kind) and one.isVisible()]
    return found


@pytest.mark.in_english
def test_what_comes_next_stands_on_top_and_is_no_occasion(dialog):
    first, *_rest = the_list(dialog).rows
    assert first.title == "The next 30 days"
    assert first.detail == "Not an occasion: do not use any of them to sell."
    shown = names(dialog)
    assert shown.index("de-reichspogromnacht") < shown.index("team-fire") < shown.index("2027")
    assert part(dialog, DayDetails, "day_details").day is the_list(dialog).day


def test_a_market_and_a_year_ask_for_other_days(dialog):
    market = part(dialog, QComboBox, "days_market")
    market.setCurrentIndex(market.findData(FRANCE))
    assert "fr-13-novembre" in names(dialog)
    assert "de-reichspogromnacht" not in names(dialog)
    part(dialog, QSpinBox, "days_year").setValue(2010)
    assert "2010" in names(dialog)
    after = names(dialog)[names(dialog).index("2010") :]
    assert "fr-13-novembre" not in after


def test_words_narrow_the_list_and_a_button_shows_all_again(dialog, qtbot):
    words = part(dialog, QLineEdit, "days_words")
    qtbot.keyClicks(words, "fire")
    assert "team-fire" in names(dialog)
    assert "de-reichspogromnacht" not in names(dialog)
    qtbot.keyClicks(words, "nothing is called so")
    assert not part(dialog, QSplitter, "days_splitter").isVisible()
    press(qtbot, dialog, "show_all_days_button")
    assert part(dialog, QSplitter, "days_splitter").isVisible()
    assert words.text() == ""


@pytest.mark.in_english
def test_a_day_is_switched_off_with_a_reason_and_on_again(dialog, session, qtbot):
    choose(dialog, "de-reichspogromnacht")
    press(qtbot, dialog, "switch_day")
    asked = opened(ReasonDialog)
    qtbot.keyClicks(part(asked, QLineEdit, "reason"), "A museum")
    press(qtbot, asked, "reason_do")
    assert part(dialog, DayDetails, "day_details").day.id == "de-reichspogromnacht"
    assert (
        part(dialog, DayDetails, "day_details").day.meaning.switched_off
        == "Switched off by Marc Fournier: A museum"
    )
    (switch,) = Setting.of(session.engine).team.calendar.switches
    assert switch.market == GERMANY
    press(qtbot, dialog, "switch_day")
    again = opened(ReasonDialog)
    qtbot.keyClicks(part(again, QLineEdit, "reason"), "It counts")
    press(qtbot, again, "reason_do")
    assert part(dialog, DayDetails, "day_details").day.severity is Severity.STOP


def test_a_day_of_the_team_is_changed_and_retired(dialog, session, qtbot):
    choose(dialog, "team-fire")
    press(qtbot, dialog, "change_day")
    form = opened(TeamDayDialog)
    assert part(form, QLineEdit, "day_name").text() == "Fire"
    form.reject()
    press(qtbot, dialog, "retire_day")
    asked = opened(ReasonDialog)
    qtbot.keyClicks(part(asked, QLineEdit, "reason"), "Long ago")
    press(qtbot, asked, "reason_do")
    assert Setting.of(session.engine).team.calendar.days == ()
    assert "team-fire" not in names(dialog)


def test_beside_a_retired_day_its_neighbour_is_chosen_and_brought_back_it_is_again(
    dialog, session, qtbot
):
    choose(dialog, "team-fire")
    rows = the_list(dialog).rows
    days = [row.day.id for row in rows if row.day]
    below = days[days.index("team-fire") + 1]
    press(qtbot, dialog, "retire_day")
    asked = opened(ReasonDialog)
    qtbot.keyClicks(part(asked, QLineEdit, "reason"), "Long ago")
    press(qtbot, asked, "reason_do")
    assert the_list(dialog).day.id == below
    assert below != days[0]
    dialog.operations.run(lambda one: one.undo())
    assert the_list(dialog).day.id == "team-fire"


def test_a_day_that_a_colleague_adds_leaves_the_choice_alone(dialog, session):
    chosen = the_list(dialog).day.id
    save_days(session, days=[replace(FIRE, id="team-flood", name="Flood")])
    dialog.set_calendar(calendars.reader_of(session.engine.path).calendar())
    assert "team-flood" in names(dialog)
    assert the_list(dialog).day.id == chosen


def test_a_day_is_added(dialog, session, qtbot):
    press(qtbot, dialog, "add_day")
    form = opened(TeamDayDialog)
    qtbot.keyClicks(part(form, QLineEdit, "day_name"), "Flood")
    qtbot.keyClicks(part(form, QLineEdit, "day_rule"), "2027-11-02")
    press(qtbot, form, "save_day")
    assert the_list(dialog).day.meaning.name == "Flood"


def test_a_file_is_shown_before_it_comes_in(dialog, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "days.csv"
    path.write_text("name,rule\nFlood,2028-11-02\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(qtbot, dialog, "import_days_from")
    shown = opened(ImportDaysDialog)
    press(qtbot, shown, "import_days")
    assert the_list(dialog).day.meaning.name == "Flood"
    assert part(dialog, QSpinBox, "days_year").value() == 2028


def test_a_planner_reads_all_and_is_told_why_not_to_change(dialog, session, qtbot):
    calendars.act_as(session, LENA)
    dialog.operations.become(session.me)
    choose(dialog, "de-reichspogromnacht")
    for name in ("add_day", "import_days_from", "switch_day"):
        button = part(dialog, QPushButton, name)
        assert not button.isEnabled()
        assert button.toolTip().startswith("A reviewer or an owner changes days; you are Lena")
    assert part(dialog, QLabel, "days_why_not").text() == button.toolTip()
    calendars.act_as(session, MARC)
    dialog.operations.become(session.me)
    assert part(dialog, QLabel, "days_why_not").text() == ""


def test_an_owner_says_where_the_brand_is_at_home(dialog, session, qtbot):
    button = part(dialog, QPushButton, "home_country")
    assert not button.isEnabled()
    calendars.act_as(session, NORA)
    dialog.operations.become(session.me)
    qtbot.mouseClick(button, LEFT)
    asked = opened(HomeDialog)
    asked.choose("US")
    qtbot.keyClicks(part(asked, QLineEdit, "home_reason"), "Founded there")
    press(qtbot, asked, "save_home")
    assert Setting.of(session.engine).team.home == "US"
    assert "United States" in button.toolTip()


def test_it_can_be_aimed_at_a_day(dialog):
    dialog.aim(date(2030, 11, 9))
    assert part(dialog, QSpinBox, "days_year").value() == 2030
    assert the_list(dialog).day.id == "de-reichspogromnacht"
    dialog.aim(date(2030, 11, 12))
    assert the_list(dialog).day.id == "de-reichspogromnacht"


def test_what_is_wrong_with_the_data_is_said(dialog):
    assert not part(dialog, QLabel, "message").isVisible()
    dialog.show_known(DayList((), (), (), ("days.toml is wrong.",)))
    assert "days.toml is wrong." in part(dialog, QLabel, "message").text()


def test_other_colours_keep_what_is_chosen(dialog):
    choose(dialog, "team-fire")
    dialog.set_theme(DARK)
    assert the_list(dialog).day.id == "team-fire"


@pytest.mark.parametrize("is_switch", [True, False])
def test_a_reason_that_was_typed_stays_where_somebody_else_was_first(
    dialog, session, qtbot, is_switch
):
    choose(dialog, "de-reichspogromnacht" if is_switch else "team-fire")
    press(qtbot, dialog, "switch_day" if is_switch else "retire_day")
    asked = opened(ReasonDialog)
    qtbot.keyClicks(part(asked, QLineEdit, "reason"), "Mine")
    switch_day(session, observance="de-reichspogromnacht", is_off=True, reason="A museum")
    save_days(session, days=[replace(FIRE, name="Blaze")], reason="Its right name")
    press(qtbot, asked, "reason_do")
    assert "Marc Fournier has changed" in part(asked, QLabel, "message").text()
    assert part(asked, QLineEdit, "reason").text() == "Mine"
    team = Setting.of(session.engine).team.calendar
    assert [day.name for day in team.days] == ["Blaze"]
    assert [one.reason for one in team.switches] == ["A museum"]
    with qtbot.waitSignal(asked.rejected):
        press(qtbot, asked, "message_action")


def test_a_day_that_stands_open_looks_again_at_what_counts(dialog, session, qtbot):
    choose(dialog, "team-fire")
    press(qtbot, dialog, "change_day")
    asked = opened(TeamDayDialog)
    qtbot.keyClicks(part(asked, QLineEdit, "day_name"), "!")
    qtbot.keyClicks(part(asked, QLineEdit, "day_reason"), "Why")
    dialog.operations.run(
        partial(save_days, days=[replace(FIRE, name="Blaze")], reason="Its right name")
    )
    press(qtbot, asked, "save_day")
    press(qtbot, asked, "message_action")
    assert part(asked, QLineEdit, "day_name").text() == "Blaze"
