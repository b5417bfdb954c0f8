"""From an empty window to an approved and exported post, with the keyboard alone."""

import csv
import json
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.commands.dates import day_name
from app.commands.days import save_days
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from tests.builders.calendars import FR_INSTAGRAM, GERMANY, MARC, act_as, ready_post, team_session
from tests.journeys.desk import A_LOOK_MS, Desk
from tests.journeys.keyboard import FARTHEST, Keyboard, MouseWatch
from tests.journeys.screen_reader import ScreenReader

TODAY = datetime.now().astimezone().date()
MONDAY = TODAY + timedelta(days=7 - TODAY.weekday())
"""Of next week: the window opens on two weeks, this one and that."""
TUESDAY, WEDNESDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 4))
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key
NEW = "Demain, notre pain de seigle au levain vous attend encore chaud."
REASON = "It is quiet, and agreed with the town hall."

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def plan(path):
    """One French post stands there, and the team keeps two days on Friday."""
    session = team_session(path, lambda: datetime.now(UTC))
    ready_post(session, "Le pain de seigle est prêt.", MONDAY, FR_INSTAGRAM, time(12))
    act_as(session, MARC)
    rule = FRIDAY.isoformat()
    save_days(
        session,
        days=[
            TeamDay("team-fire", "The fire", rule, Tone.MOURNING, Severity.STOP, (GERMANY,)),
            TeamDay("team-fair", "The fair", rule, Tone.MOURNING, Severity.CAUTION, (GERMANY,)),
        ],
    )
    session.close()


@dataclass
class Story:
    """The window, the hands on the keys, and what a screen reader says."""

    desk: Desk
    keys: Keyboard
    reader: ScreenReader

    def hear(self, *parts: str) -> None:
        """Wait until something was announced in which all of these are said."""
        self.desk.wait(
            lambda: any(all(part in told for part in parts) for told in self.reader.told),
            why=f"{parts} was not told, but {self.reader.told}",
        )

    def hear_anew(self, *parts: str) -> None:
        """Wait until it is what was announced last."""
        self.desk.wait(
            lambda: all(part in self.reader.last for part in parts),
            why=f"{parts} was not told last, but {self.reader.told}",
        )

    def stand_on(self, *parts: str) -> None:
        """Wait until the focus is on an entry of which all of these are said."""
        self.desk.wait(
            lambda: all(part in self.keys.at for part in parts),
            why=f"the focus never came to {parts}, but to {self.keys.at}",
        )


def on(day):
    return day_name(day, "long")


def is_mirrored(desk):
    return desk.window.layoutDirection() is Qt.LayoutDirection.RightToLeft


def later(desk):
    return KEY.Key_Left if is_mirrored(desk) else KEY.Key_Right


def say_who_sits_here(story):
    """Names are gone through with the arrows; nobody is chosen before that."""
    keys, desk = story.keys, story.desk
    keys.wait_at("person_lena")
    story.stand_on("Lena Brandt, Planner")
    assert not desk.see("accept").isEnabled()
    keys.press(KEY.Key_Space)
    assert keys.goes_round() > 1
    keys.press(KEY.Key_Return)
    desk.wait(lambda: not desk.is_seen("who_am_i_dialog"))
    keys.wait_at("calendar")


def go_round_the_window(story):
    """Tab leads through all of the window and back to the plan."""
    assert story.keys.goes_round() > 10
    story.stand_on("Germany", on(TODAY))


def write_a_post(story):
    desk, keys = story.desk, story.keys
    for _day in range((TUESDAY - TODAY).days):
        keys.press(later(desk))
    story.stand_on("Germany", on(TUESDAY))
    keys.press(KEY.Key_N, CONTROL)
    keys.wait_at("post_text")
    keys.write(NEW)
    keys.tab_to("post_language", back=True)
    keys.press(KEY.Key_Down)
    assert keys.at == "Language: French"
    assert keys.goes_round() > 20
    keys.press(KEY.Key_S, CONTROL)
    story.hear("Created", "1 caution came")
    keys.press(KEY.Key_Escape)
    keys.wait_at("calendar")
    story.stand_on("DE-0001", on(TUESDAY), "draft", "not approved")


def move_it_a_day_and_take_that_back(story):
    keys = story.keys
    keys.press(later(story.desk), ALT)
    story.hear_anew("Moved DE-0001 to", day_name(WEDNESDAY, "short"))
    story.stand_on("DE-0001", on(WEDNESDAY))
    keys.press(KEY.Key_Z, CONTROL)
    story.hear_anew("Undid: Move DE-0001")
    story.stand_on("DE-0001", on(TUESDAY))


def open_the_dialog_of_moves(story):
    story.keys.press(KEY.Key_M)
    story.keys.wait_at("move_date")


def be_told_that_the_past_is_closed(story):
    """The button is shut and out of reach of Tab: why is said at the field."""
    desk, keys = story.desk, story.keys
    open_the_dialog_of_moves(story)
    assert keys.goes_round() > 2
    keys.wait_at("move_date")
    for _day in range((TUESDAY - TODAY).days + 1):
        keys.press(KEY.Key_Down)
    story.hear_anew("That is past", "Choose a later day")
    assert "That is past" in keys.focus.accessibleDescription()
    keys.press(KEY.Key_Return)
    assert not desk.see("move_go").isEnabled()
    keys.press(KEY.Key_Escape)
    keys.wait_at("calendar")
    story.stand_on("DE-0001", on(TUESDAY))


def move_it_to_a_solemn_day(story):
    keys = story.keys
    open_the_dialog_of_moves(story)
    for _day in range((FRIDAY - TUESDAY).days):
        keys.press(KEY.Key_Up)
    story.hear_anew(on(FRIDAY), "The fire")
    keys.press(KEY.Key_Return)
    story.hear_anew("Moved DE-0001 to", day_name(FRIDAY, "short"), "stop came")
    keys.wait_at("calendar")
    story.stand_on("DE-0001", on(FRIDAY), "stop: The fire")


def is_shown(desk, name):
    return any(words.startswith(name) for words in desk.cells())


def filter_by_words_and_by_a_list(story):
    desk, keys = story.desk, story.keys
    keys.press(KEY.Key_F, CONTROL)
    keys.wait_at("find_posts")
    keys.write("levain")
    keys.press(KEY.Key_Return)
    desk.wait(lambda: not is_shown(desk, "FR-0001"), why="the words hid nothing")
    keys.press(KEY.Key_Escape)
    desk.cell("^FR-0001")

    keys.tab_to("filter_market")
    keys.press(KEY.Key_Space)
    keys.wait_at("filter_market_list")
    story.stand_on("Market", "Germany")
    keys.press(KEY.Key_Space)
    assert keys.goes_round() > 1
    keys.press(KEY.Key_Escape)
    keys.wait_at("filter_market")
    desk.wait(lambda: not is_shown(desk, "FR-0001"), why="the list hid nothing")
    keys.press(KEY.Key_Escape)
    desk.cell("^FR-0001")


def find_it(story):
    desk, keys = story.desk, story.keys
    keys.press(KEY.Key_F, CONTROL)
    keys.write("levain")
    story.hear_anew("1 post")
    keys.press(KEY.Key_Down)
    keys.wait_at("found_list")
    story.stand_on("Posts that were found", "levain")
    keys.press(KEY.Key_Escape)
    keys.wait_at("find_posts")
    keys.press(KEY.Key_Down)
    keys.press(KEY.Key_Return)
    keys.wait_at("calendar")
    story.stand_on("DE-0001", on(FRIDAY))
    assert not desk.is_seen("found_list")


def mark_it_ready(story):
    story.keys.press(KEY.Key_R)
    story.hear_anew("Marked DE-0001 ready")
    story.stand_on("DE-0001", "waiting for review")


def be_refused_as_its_author(story):
    """A planner may look at the review: why its box is shut is said at once."""
    keys = story.keys
    keys.press(KEY.Key_Space)
    keys.wait_at("review_area")
    story.hear_anew("DE-0001", "only reviewers and owners approve")
    assert not story.desk.see("approval_box").isEnabled()
    assert keys.goes_round() > 5
    keys.press(KEY.Key_Escape)
    keys.wait_at("calendar")


def be_refused_at_the_gate(story, folder):
    desk, keys = story.desk, story.keys
    keys.press(KEY.Key_E, CONTROL)
    keys.wait_at("export_dialog")
    story.hear_anew("0 leave", "2 stay in", "Nothing may leave")
    keys.tab_to("folder")
    keys.write_anew(str(folder))
    keys.press(KEY.Key_Return)
    assert keys.goes_round() > 5
    assert not desk.is_seen("outcome_folder")
    keys.press(KEY.Key_Escape)
    keys.wait_at("calendar")


def let_another_sit_down(story):
    desk, keys = story.desk, story.keys
    keys.press(KEY.Key_K, CONTROL)
    keys.wait_at("palette_field")
    keys.press(KEY.Key_Escape)
    keys.wait_at("calendar")
    keys.press(KEY.Key_K, CONTROL)
    keys.wait_at("palette_field")
    keys.write("who am i")
    keys.press(KEY.Key_Return)
    keys.wait_at("person_lena")
    keys.press(KEY.Key_Down)
    story.stand_on("Marc Fournier, Reviewer")
    keys.press(KEY.Key_Return)
    desk.wait(lambda: not desk.is_seen("who_am_i_dialog"))
    keys.wait_at("calendar")


def read_and_approve(story):
    """Space reads, and leads to each caution, to the reason of the stop, and to the box."""
    desk, keys = story.desk, story.keys
    keys.press(KEY.Key_Space)
    keys.wait_at("review_area")
    story.hear_anew("DE-0001", "not yet seen")
    been = []
    for _press in range(FARTHEST):
        if "Approved DE-0001" in story.reader.told:
            break
        QTest.qWait(A_LOOK_MS)
        been.append(keys.at)
        if isinstance(keys.focus, QLineEdit):
            keys.write(REASON)
            keys.press(KEY.Key_Return)
        else:
            keys.press(KEY.Key_Space)
    story.hear("the box is open")
    story.hear("Approved DE-0001")
    assert any("Caution: Reads like French" in at for at in been), been
    assert any("Reason why it may go in spite of: The fire" in at for at in been), been
    assert "Approve DE-0001 exactly as shown" in been
    desk.wait(lambda: desk.words("review_name") == "FR-0001")
    story.hear("FR-0001", "not yet seen")
    keys.press(KEY.Key_Escape)
    keys.wait_at("calendar")
    story.stand_on("DE-0001", ", approved,")


def export_it(story, folder):
    desk, keys = story.desk, story.keys
    keys.press(KEY.Key_E, CONTROL)
    keys.wait_at("export_dialog")
    story.hear_anew("1 leaves", "1 stays in")
    keys.tab_to("folder")
    keys.write_anew(str(folder))
    keys.press(KEY.Key_Return)
    keys.wait_at("open_folder")
    story.hear_anew("1 post exported", str(folder))
    assert keys.goes_round() > 1
    keys.press(KEY.Key_Escape)
    keys.wait_at("calendar")
    assert not desk.is_seen("export_dialog")


def test_a_post_goes_all_the_way_without_a_mouse(qapp, tmp_path, monkeypatch):
    path = tmp_path / "team.countersign"
    plan(path)
    watch, reader = MouseWatch(), ScreenReader(monkeypatch)
    qapp.installEventFilter(watch)
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        story = Story(desk, Keyboard(desk, reader), reader)
        say_who_sits_here(story)
        go_round_the_window(story)
        write_a_post(story)
        move_it_a_day_and_take_that_back(story)
        be_told_that_the_past_is_closed(story)
        move_it_to_a_solemn_day(story)
        filter_by_words_and_by_a_list(story)
        find_it(story)
        mark_it_ready(story)
        be_refused_as_its_author(story)
        be_refused_at_the_gate(story, tmp_path / "out")
        let_another_sit_down(story)
        read_and_approve(story)
        export_it(story, tmp_path / "out")
    finally:
        desk.close()
        reader.take_off()
        qapp.removeEventFilter(watch)
    assert watch.count == 0, "a mouse was used"
    (manifest,) = (tmp_path / "out").rglob("manifest.json")
    rows = json.loads(manifest.read_text("utf-8"))["rows"]
    assert [row["post"] for row in rows] == ["DE-0001"]
    (file,) = manifest.parent.glob("*.csv")
    (row,) = csv.DictReader(file.read_text("utf-8-sig").splitlines())
    assert row["Text"] == NEW
