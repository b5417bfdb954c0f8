"""A program killed while it brings an older calendar up to date leaves the older calendar."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from itertools import islice

import pytest

from app.storage import migrations
from app.storage.audit import head, verify
from app.storage.migrations import STEPS, applied_steps
from app.storage.sqlite import open_calendar
from app.storage.sqlite_engine import Sqlite
from tests.app.storage.ground import found_team
from tests.faults.scale import ROOT

KILLED = """
import os, signal, sys
from pathlib import Path
from app.storage.migrations import STEPS
from app.storage.sqlite import open_calendar

third, *_, last = list(STEPS)[2:]
take, finish = STEPS[third], STEPS[last]

def begin(database):
    database.execute("PRAGMA cache_size = 1")  # what is done reaches the file at once
    take(database)

def end(database):
    finish(database)
    os.kill(os.getpid(), signal.SIGKILL)

STEPS.update({third: begin, last: end})
open_calendar(Path(sys.argv[1]))
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")


@pytest.fixture
def older(tmp_path, monkeypatch):
    """A calendar that has seen the first two steps only."""
    path = tmp_path / "plan.countersign"
    with monkeypatch.context() as then:
        then.setattr(migrations, "STEPS", dict(islice(STEPS.items(), 2)))
        migrations.expected_fingerprint.cache_clear()
        found_team(path)
    migrations.expected_fingerprint.cache_clear()
    return path


def seen(path):
    with closing(Sqlite(path, is_read_only=False)) as engine:
        return len(applied_steps(engine.connection)), head(engine)


def test_an_older_calendar_is_whole_after_a_kill_and_takes_all_steps_the_next_time(older):
    before = seen(older)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(older)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert older.with_name(f"{older.name}-journal").exists()
    assert seen(older) == before
    assert before[0] == 2
    with closing(open_calendar(older)) as engine:
        assert len(applied_steps(engine.connection)) == len(STEPS)
        assert verify(engine) == ()
