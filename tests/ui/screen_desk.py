"""A real calendar with its screen, for tests of what the screen is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtWidgets import QDialog

from app.commands.people import choose_person
from app.commands.posts import create_post
from app.commands.reader import Reader
from app.commands.session import Session
from tests.builders import calendars
from tests.builders.calendars import DE_INSTAGRAM, LENA, QUIET_DAY
from tests.ui.direct import DirectJobs, DirectOperations, DirectWorker
from ui.assessor import Assessor
from ui.calendar.period import Period
from ui.calendar_screen import CalendarScreen
from ui.theme import LIGHT


@dataclass
class ScreenDesk:
    """A real calendar with the screen over it."""

    session: Session
    reader: Reader
    operations: DirectOperations
    screen: CalendarScreen

    def card(self, post_id):
        (found,) = self.reader.cards_of([post_id])
        return found

    def new_post(self, channel=DE_INSTAGRAM, day=QUIET_DAY, hour: int = 10):
        changes = create_post(
            self.session,
            channel_id=channel,
            local=datetime.combine(day, time(hour)),
            text=calendars.BREAD,
        )
        post = calendars.only(changes)
        self.screen.refresh()
        return post

    def dialogs(self, name: str) -> list[QDialog]:
        return [one for one in self.screen.findChildren(QDialog) if one.objectName() == name]


def screen_desk(tmp_path, qtbot) -> Iterator[ScreenDesk]:
    """Lend the screen over a calendar in which Lena sits."""
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    choose_person(session, person_id=LENA)
    reader = calendars.reader_of(path)
    operations = DirectOperations(session.me, session)
    jobs = DirectJobs()
    screen = CalendarScreen(
        reader,
        operations,
        jobs,
        reader.calendar(),
        LIGHT,
        assessor=Assessor(DirectWorker(reader), jobs, operations),
        period=Period.around(QUIET_DAY, 2),
        today=QUIET_DAY,
    )
    operations.changed.connect(screen.on_changed)
    screen.resize(2000, 800)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    screen.start()
    screen.fill_tray()
    screen.view.setFocus()
    yield ScreenDesk(session, reader, operations, screen)
    screen.stop()
    reader.close()
    session.close()
