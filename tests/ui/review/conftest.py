"""A real calendar with the review screen over it, and the hands of a reviewer."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.commands.people import choose_person
from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.person import PersonId
from tests.builders import calendars
from tests.ui.direct import DirectJobs, DirectOperations
from ui import theme
from ui.review import page_walk, reading, reading_desk
from ui.review.review_screen import ReviewScreen


@dataclass
class Desk:
    """A calendar file, the screen over it, and who sits there."""

    session: Session
    reader: Reader
    operations: DirectOperations
    screen: ReviewScreen

    def sit_down(self, person_id: PersonId) -> None:
        """Let somebody else work at this computer."""
        choose_person(self.session, person_id=person_id)
        self.operations.become(self.session.me)

    def press(self, qtbot, key) -> None:
        """Press a key where the focus is, as a person does."""
        qtbot.keyClick(QApplication.focusWidget() or self.screen, key)

    def read_whole(self, qtbot, presses: int = 60) -> None:
        """Turn pages with Space, resting on each, until nothing is left unseen."""
        for _press in range(presses):
            if "not yet seen" not in self.to_do:
                return
            qtbot.wait(40)
            if "not yet seen" in self.to_do:
                qtbot.keyClick(self.screen, Qt.Key.Key_Space)
        message = f"still {self.to_do}"
        raise AssertionError(message)

    @property
    def bar(self):
        return self.screen.findChild(object, "decision_bar")

    @property
    def to_do(self) -> str:
        return self.bar.to_do

    def stage(self, post_id) -> str:
        return self.reader.post(post_id).card.stage


@pytest.fixture(autouse=True)
def quick_eyes(monkeypatch):
    """Let the page rest for a moment only, so that tests need not wait for human eyes."""
    monkeypatch.setattr(reading, "REST_MS", 10)
    monkeypatch.setattr(reading_desk, "LEAST_READING_MS", 0)
    monkeypatch.setattr(page_walk, "HASTE_MS", 0)


@pytest.fixture
def desk(tmp_path, qtbot, qapp):
    """A calendar in which Lena plans and Marc reviews; the screen is open on 600 × 400 pixels."""
    theme.apply(qapp, theme.LIGHT)
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    reader = calendars.reader_of(path)
    operations = DirectOperations(session.me, session)
    screen = ReviewScreen(reader, operations, DirectJobs(), reader.calendar(), theme.LIGHT)
    operations.changed.connect(screen.on_changed)
    qtbot.addWidget(screen)
    screen.resize(600, 400)
    with qtbot.waitExposed(screen):
        screen.show()
    yield Desk(session, reader, operations, screen)
    reader.close()
    session.close()
