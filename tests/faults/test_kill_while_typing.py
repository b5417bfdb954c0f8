"""A program killed while somebody types loses at most what was typed in the last moment."""

import os
import signal
import subprocess
import sys
from contextlib import closing

import pytest

from tests.builders.calendars import (
    LENA,
    approve_as,
    reader_of,
    ready_post,
    team_session,
)
from tests.faults.scale import ROOT

TYPING = """
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.commands.people import choose_person
from app.commands.session import Session
from tests.builders.calendars import LENA, knowledge, reader_of
from ui.jobs import Jobs
from ui.operations import Operations
from ui.post.post_panel import PostPanel
from ui.theme import LIGHT

path = Path(sys.argv[1])
application = QApplication([])
reader = reader_of(path)
operations = Operations(lambda: Session.open(path, knowledge()))
panel = PostPanel(reader, operations, Jobs(), reader.calendar(), LIGHT)
operations.changed.connect(panel.on_changed)
operations.run(lambda session: choose_person(session, person_id=LENA))
while operations.me is None:
    QTest.qWait(10)
panel.show_post(sys.argv[2])
panel.show()
while panel.post_id is None:
    QTest.qWait(10)
field, bar = panel.findChild(object, "post_text"), panel.findChild(object, "save_bar")
for words in ("Zwei ", "oder ", "drei "):
    QTest.keyClicks(field, words)
    while "kept" not in bar.state:
        QTest.qWait(10)
    print(field.value, flush=True)
QTest.keyClicks(field, "vier")
print("typing on", flush=True)
QTest.qWait(60_000)
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")


def test_what_was_typed_outlives_a_kill_and_is_no_version(tmp_path):
    path = tmp_path / "team.countersign"
    with closing(team_session(path)) as session, closing(reader_of(path)) as reader:
        post_id = ready_post(session)
        approve_as(session, reader, post_id)
        before = reader.post(post_id).post
    *acknowledged, _last = typed_until_killed(path, post_id)
    with closing(reader_of(path)) as reader:
        view = reader.post(post_id)
        draft = reader.draft(post_id, LENA)
    assert len(acknowledged) == 3
    assert draft.values["text"].startswith(acknowledged[-1].split("Frisch")[0])
    assert draft.base_revision == before.revision
    assert view.post == before
    assert view.card.is_approved


def typed_until_killed(path, post_id):
    command = [sys.executable, "-c", TYPING, str(path), post_id]
    screen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=screen
    ) as program:
        lines = [program.stdout.readline() for _ in range(4)]
        program.send_signal(signal.SIGKILL)
    return [line for line in lines if line.endswith("\n")]
