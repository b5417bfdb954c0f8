"""A real calendar with all that is said about one of its posts, and who sits there."""

from dataclasses import dataclass

import pytest

from app.commands.people import choose_person
from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.person import PersonId
from app.domain.post import PostId
from tests.builders import calendars
from tests.ui.direct import DirectOperations
from ui import theme
from ui.talk.talk_panel import TalkPanel


@dataclass
class Table:
    """One post and the panel that tells what was said about it."""

    session: Session
    reader: Reader
    operations: DirectOperations
    panel: TalkPanel
    post_id: PostId

    def sit_down(self, person_id: PersonId) -> None:
        choose_person(self.session, person_id=person_id)
        self.operations.become(self.session.me)

    def show(self) -> None:
        self.panel.show_post(self.view, self.reader.calendar())

    @property
    def view(self):
        return self.reader.post(self.post_id)

    @property
    def talk(self):
        return self.view.talk


@pytest.fixture
def table(tmp_path, qtbot, qapp):
    """Lena planned a post, and sits before what is said about it."""
    theme.apply(qapp, theme.LIGHT)
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    post_id = calendars.ready_post(session)
    reader = calendars.reader_of(path)
    operations = DirectOperations(session.me, session)
    panel = TalkPanel(operations, theme.LIGHT, clock=lambda: calendars.NOW)
    qtbot.addWidget(panel)
    made = Table(session, reader, operations, panel, post_id)
    operations.changed.connect(lambda _changes: made.show())
    panel.resize(420, 700)
    made.show()
    panel.show()
    yield made
    reader.close()
    session.close()
