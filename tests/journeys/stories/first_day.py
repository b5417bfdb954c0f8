"""A fresh machine: a sample to look at, an empty calendar to fill, and looks that are kept."""

import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.journeys.desk import LEFT, NO_KEYS, Desk
from tests.journeys.eye import TipWatch, lightness, oversights, share_of_white
from tests.pseudo import plain
from ui.widgets.house_style import PRIMARY

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
ROOM = QSize(1200, 760)
DARK_BELOW, LIGHT_ABOVE = 0.35, 0.65

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def look_over(desk):
    """Nothing on the screen is unfinished, shut without a word, or cut without a tooltip."""
    desk.wait(lambda: desk.window.is_settled)
    desk.wait(lambda: not oversights(), why=str(oversights()))


def button_in(desk, bar, name):
    button = desk.see(bar).findChild(QPushButton, name)
    assert button is not None
    return button


def main_buttons(desk):
    """Return the words of the buttons that stand out as the answer that is expected."""
    return [
        button.text()
        for button in desk.window.findChildren(QPushButton)
        if button.isVisible() and button.property(PRIMARY)
    ]


def is_dark(desk):
    return lightness(desk.window) < DARK_BELOW


def is_light(desk):
    return lightness(desk.window) > LIGHT_ABOVE


def the_first_start_shows_a_sample_and_two_ways_to_begin(desk):
    desk.wait(lambda: len([words for words in desk.cells() if "not approved" in words]) > 3)
    bar = desk.see("sample_bar")
    assert "sample data" in bar.accessibleName()
    assert button_in(desk, "sample_bar", "message_action").text() == "New calendar…"
    assert button_in(desk, "sample_bar", "message_second_action").text() == "Import a sheet…"
    look_over(desk)


def an_empty_calendar_says_how_it_begins(desk, path):
    sample = desk.window
    QTest.mouseClick(button_in(desk, "sample_bar", "message_action"), LEFT)
    desk.see("new_calendar_dialog")
    look_over(desk)
    desk.type_into("calendar_name", "Spring campaign")
    desk.type_into("owner_name", "Olga Owner")
    desk.type_into("place", str(path))
    desk.click("make")
    desk.wait(lambda: desk.window is not sample)
    desk.sit_before_the_window()
    desk.wait(lambda: "Olga Owner" in desk.words("who_am_i"))
    desk.see("markets_button")
    assert len(main_buttons(desk)) == 1
    assert not desk.is_seen("sample_bar")
    look_over(desk)
    desk.choose_from_menu_bar("File", "Open the sample calendar")
    desk.see("sample_bar")
    desk.sit_before_the_window()


def its_looks_are_chosen(desk):
    assert is_light(desk)
    desk.choose_from_menu_bar("View", "Colours", "Dark")
    desk.wait(lambda: is_dark(desk), why="it did not get dark")
    look_over(desk)
    desk.choose_from_menu_bar("View", "Colours", "Like the system")
    desk.wait(lambda: is_light(desk), why="it does not follow the system, which is light here")
    desk.choose_from_menu_bar("View", "Colours", "Light")
    assert is_light(desk)


@dataclass(frozen=True)
class Looks:
    """How the markets by days look, and where they stand."""

    dark: bool
    lane: int
    day: int
    folded: tuple[str, ...]
    title: str

    @classmethod
    def of(cls, desk):
        """Look at the window."""
        grid, model = desk.grid, desk.grid.model()
        rows = range(model.rowCount())
        heads = (plain(str(model.headerData(row, Qt.Orientation.Vertical))) for row in rows)
        return cls(
            is_dark(desk),
            max(grid.rowHeight(row) for row in rows),
            grid.columnWidth(0),
            tuple(dict.fromkeys(head for head in heads if "folded" in head)),
            desk.words("period_title"),
        )


def cards_become_small_and_days_wide(desk):
    before = Looks.of(desk)
    desk.choose_from_menu_bar("View", "Density", "Compact")
    desk.wait(lambda: Looks.of(desk).lane < before.lane, why="the cards stayed as high")
    before = Looks.of(desk)
    desk.choose_from_menu_bar("View", "Zoom", "Wider days")
    desk.wait(lambda: Looks.of(desk).day > before.day, why="the days stayed as narrow")
    look_over(desk)


def what_is_cut_is_said_whole_under_the_mouse(desk, qapp):
    """Rest on a card whose words have no room."""
    watch = TipWatch()
    qapp.installEventFilter(watch)
    card = desk.cell("not approved")
    desk.grid.scrollTo(card)
    headline = str(card.data())
    desk.bring_to_the_front()
    place = desk.place_of(card)
    for step in (QPoint(3, 2), QPoint(1, 1), QPoint(0, 0)):
        QTest.mouseMove(desk.window.windowHandle(), place + step, 20)
    desk.wait(lambda: watch.said, why="nothing is said under the mouse")
    qapp.removeEventFilter(watch)
    assert headline in watch.said[0]


def a_region_is_folded_away(desk):
    assert not Looks.of(desk).folded
    desk.click_cell(desk.cell("not approved"))
    desk.press(KEY.Key_Period, CONTROL | SHIFT)
    desk.wait(lambda: Looks.of(desk).folded, why="no region went")
    (region,) = Looks.of(desk).folded
    assert re.search(r"\d+ markets?, \d+ posts?", region), region
    look_over(desk)


def every_view_and_screen_is_looked_over(desk):
    for key in (KEY.Key_2, KEY.Key_3, KEY.Key_4, KEY.Key_5):
        desk.press(key, CONTROL)
        look_over(desk)
    desk.press(KEY.Key_R, CONTROL)
    desk.see("review_area")
    look_over(desk)
    desk.press(KEY.Key_1, CONTROL)
    for key, keys, dialog in (
        (KEY.Key_E, CONTROL, "export_dialog"),
        (KEY.Key_I, CONTROL, "import_dialog"),
        (KEY.Key_H, CONTROL, "hold_dialog"),
        (KEY.Key_D, CONTROL | SHIFT, "days_dialog"),
        (KEY.Key_Y, CONTROL | SHIFT, "history_dialog"),
        (KEY.Key_Comma, CONTROL, "settings_dialog"),
        (KEY.Key_F1, NO_KEYS, "shortcuts_dialog"),
    ):
        desk.press(key, keys)
        desk.see(dialog).resize(ROOM)  # the screen of this platform is that of a phone
        look_over(desk)
        desk.press(KEY.Key_Escape)
        desk.wait(lambda name=dialog: not desk.is_seen(name), why=f"{dialog} stayed open")


def colours_of(pdf: Path) -> set[str]:
    """Return every colour that is set in the pages of a PDF."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf.read_bytes(), re.DOTALL)
    pages = []
    for stream in streams:
        try:
            pages.append(zlib.decompress(stream))
        except zlib.error:
            continue  # a picture or a font that is kept otherwise
    words = b"\n".join(pages).decode("latin-1")
    return set(re.findall(r"([\d.]+ [\d.]+ [\d.]+) (?:scn|SCN|rg|RG)\b", words))


def print_it(desk, target):
    desk.press(KEY.Key_P, CONTROL)
    desk.see("paper_dialog").resize(ROOM)
    desk.wait(lambda: desk.see("paper_save").isEnabled(), why="the pages were not laid out")
    look_over(desk)
    assert share_of_white(desk.see("page_view")) > 0.2
    desk.choose_file("paper_save", target)
    desk.wait(target.exists, why="the PDF was not written")
    desk.wait(lambda: desk.see("paper_save").isEnabled())
    desk.click("paper_close")
    return colours_of(target)


def paper_stays_light_beside_a_dark_window(desk, folder):
    in_the_light = print_it(desk, folder / "light.pdf")
    desk.choose_from_menu_bar("View", "Colours", "Dark")
    desk.wait(lambda: is_dark(desk))
    assert print_it(desk, folder / "dark.pdf") == in_the_light
    assert in_the_light


def turn_to_another_week(desk):
    title = desk.words("period_title")
    desk.grid.setFocus()
    desk.press(KEY.Key_PageDown)
    desk.wait(lambda: desk.words("period_title") != title)


def test_the_first_day_ends_as_the_second_begins(qapp, tmp_path):
    desk = Desk(qapp, None, tmp_path / "log.txt")
    try:
        the_first_start_shows_a_sample_and_two_ways_to_begin(desk)
        an_empty_calendar_says_how_it_begins(desk, tmp_path / "spring.countersign")
        its_looks_are_chosen(desk)
        cards_become_small_and_days_wide(desk)
        what_is_cut_is_said_whole_under_the_mouse(desk, qapp)
        every_view_and_screen_is_looked_over(desk)
        paper_stays_light_beside_a_dark_window(desk, tmp_path)
        turn_to_another_week(desk)
        a_region_is_folded_away(desk)
        left = Looks.of(desk)
    finally:
        desk.close()
    desk = Desk(qapp, None, tmp_path / "log.txt")
    try:
        desk.see("sample_bar")
        desk.wait(lambda: Looks.of(desk) == left, why=f"{Looks.of(desk)} is not {left}")
    finally:
        desk.close()
