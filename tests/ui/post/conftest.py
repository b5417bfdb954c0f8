"""A real calendar with the post panel over it."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLabel

from app.commands import posts
from app.commands.people import choose_person
from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.person import PersonId
from app.domain.post import PostId
from tests.builders import calendars
from tests.builders.moves import adapt_posts
from tests.ui.direct import DirectJobs, DirectOperations
from ui import theme
from ui.post import draft_keeper
from ui.post.post_panel import PostPanel


@dataclass
class Writer:
    """A calendar file, the panel over it, and who writes there."""

    session: Session
    reader: Reader
    operations: DirectOperations
    panel: PostPanel

    def part(self, name):
        """Return a part of the panel by its name."""
        return self.panel.findChild(object, name)

    def post(self, post_id=None):
        """Return a post as it is saved."""
        return self.reader.post(post_id or self.panel.post_id).post

    def answer(self, bar="message_bar", button="message_action") -> None:
        """Click a button of a bar of messages."""
        self.part(bar).findChild(object, button).click()

    def show(self, **fields) -> PostId:
        """Show a post of Lena that is ready."""
        post_id = calendars.ready_post(self.session, **fields)
        self.panel.show_post(post_id)
        return post_id

    def write(self, qtbot, words, name="post_text") -> None:
        """Type into a field."""
        field = self.part(name)
        field.setFocus()
        qtbot.keyClicks(field, words)

    def change(self, post_id, **changes) -> None:
        """Let whoever acts change a post beside the panel."""
        revision = self.post(post_id).revision
        posts.edit_post(self.session, post_id=post_id, base_revision=revision, changes=changes)

    def texts(self, part) -> str:
        """Return all that the labels of a part say."""
        return "\n".join(label.text() for label in part.findChildren(QLabel))

    def as_somebody_else(self, person_id: PersonId, change) -> None:
        """Let another person change something meanwhile."""
        before = self.session.me.id
        choose_person(self.session, person_id=person_id)
        change(self.session)
        choose_person(self.session, person_id=before)


@pytest.fixture
def writer(tmp_path, qtbot, qapp, monkeypatch):
    """A calendar in which Lena writes; the panel is open at 400 × 800 pixels."""
    monkeypatch.setattr(draft_keeper, "SOON_MS", 10)
    theme.apply(qapp, theme.LIGHT)
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    reader = calendars.reader_of(path)
    operations = DirectOperations(session.me, session)
    panel = PostPanel(reader, operations, DirectJobs(), reader.calendar(), theme.LIGHT)
    operations.changed.connect(panel.on_changed)
    qtbot.addWidget(panel)
    panel.resize(400, 780)
    with qtbot.waitExposed(panel):
        panel.show()
    yield Writer(session, reader, operations, panel)
    panel.findChild(draft_keeper.DraftKeeper).end()
    reader.close()
    session.close()


@pytest.fixture
def idea(writer):
    """The post that is shown, its sibling that says the same, and a French one that does not."""
    first = calendars.ready_post(writer.session)
    push, french = (
        calendars.only(adapt_posts(writer.session, post_ids=[first], to=there))
        for there in (calendars.DE_PUSH, calendars.FR_INSTAGRAM)
    )
    writer.change(french, text="Du pain")
    writer.panel.show_post(first)
    return first, push, french
