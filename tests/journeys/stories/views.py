"""One plan, looked at in several ways: a month, a day by hours, and as pages for a client."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from app.commands.reader import Reader
from app.domain.post import PostId
from tests.builders.calendars import GERMANY, LENA, approve_as, knowledge, ready_post, team_session
from tests.journeys.desk import Desk
from ui.hours.hours_view import HoursView

TODAY = datetime.now().astimezone().date()
NEXT_MONTH = (TODAY.replace(day=1) + timedelta(days=32)).replace(day=1)
DAY = NEXT_MONTH.replace(day=10)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CARD = r"^DE-0001"

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


@dataclass
class Story:
    """The window, and what lies in the file behind it."""

    desk: Desk
    path: Path
    post: PostId

    def stands(self) -> tuple[datetime | None, bool]:
        """Return when the post goes out, and whether it is approved."""
        return stands(self.path, self.post)

    def wait_until(self, local: datetime, *, is_approved: bool) -> None:
        """Wait until the post stands there."""
        self.desk.wait(lambda: self.stands() == (local, is_approved), why=f"not at {local}")

    def choose(self) -> None:
        """Click the post."""
        self.desk.click_cell(self.desk.cell(CARD))


def stands(path, post):
    reader = Reader.open(path, knowledge())
    try:
        (card,) = reader.cards_of([post])
        return card.local, card.is_approved
    finally:
        reader.close()


def take_back(desk: Desk) -> None:
    """Press Ctrl+Z as soon as the window says that something can be taken back."""
    undo = desk.window.findChild(QAction, "undo")
    desk.wait(undo.isEnabled, why="there was nothing to take back")
    desk.press(Qt.Key.Key_Z, CTRL)


def in_the_month(story: Story, at_first: datetime) -> None:
    desk = story.desk
    desk.grid.setFocus()
    desk.press(Qt.Key.Key_2, CTRL)
    desk.wait(lambda: desk.grid.objectName() == "month")
    desk.press(Qt.Key.Key_PageDown)

    # a drag to the next day ends the approval; undo brings it back
    card = desk.cell(CARD)
    target = desk.grid.model().index_at(GERMANY, DAY + timedelta(days=1))
    desk.drag(card, target, on_the_way=lambda: desk.see("drop_hint"))
    story.wait_until(at_first + timedelta(days=1), is_approved=False)
    take_back(desk)
    story.wait_until(at_first, is_approved=True)

    # by key a week is a step
    story.choose()
    desk.press(Qt.Key.Key_Down, ALT)
    story.wait_until(at_first + timedelta(days=7), is_approved=False)
    take_back(desk)
    story.wait_until(at_first, is_approved=True)

    # another market's month has none of it
    desk.choose_in("market_choice", "France")
    desk.wait(lambda: not any(words.startswith("DE-") for words in desk.cells()))
    desk.choose_in("market_choice", "Germany")


def by_hours(story: Story, at_first: datetime) -> None:
    desk = story.desk
    story.choose()
    desk.press(Qt.Key.Key_3, CTRL)
    desk.wait(lambda: desk.grid.objectName() == "hours")

    # the new time is said before the drop
    card, said = desk.cell(CARD), []
    target = desk.grid.model().index(at_first.hour + 3, card.column())

    def look() -> None:
        assert isinstance(desk.grid, HoursView)
        assert desk.grid.aim.aimed is not None
        said.append(datetime.combine(DAY, desk.grid.aim.aimed[1]))

    desk.drag(card, target, on_the_way=look)
    story.wait_until(said[0], is_approved=False)
    assert said[0] != at_first

    # five minutes are a step
    story.choose()
    desk.press(Qt.Key.Key_Down, ALT)
    story.wait_until(said[0] + timedelta(minutes=5), is_approved=False)


def as_pages(desk: Desk, target: Path) -> None:
    desk.press(Qt.Key.Key_P, CTRL)
    pages = desk.see("page_count")
    assert isinstance(pages, QLabel)
    desk.wait(lambda: "1" in pages.text(), why="the pages were not laid out")
    desk.choose_file("paper_save", target)
    desk.wait(target.exists, why="the PDF was not written")
    desk.click("paper_close")


def test_a_post_is_followed_through_the_views_and_the_client_gets_pages(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    session = team_session(path)
    reader = Reader.open(path, knowledge())
    post = ready_post(session, day=DAY)
    approve_as(session, reader, post)
    reader.close()
    session.close()
    at_first, is_approved = stands(path, post)
    assert is_approved
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(LENA, "Lena Brandt")
        story = Story(desk, path, post)
        in_the_month(story, at_first)
        by_hours(story, at_first)
        as_pages(desk, tmp_path / "plan.pdf")
    finally:
        desk.close()
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")

    # the next morning the window stands where it stood
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.wait(lambda: desk.grid.objectName() == "hours")
        desk.cell(CARD)
    finally:
        desk.close()
