"""Several programs that change the same post at once lose no change."""

import subprocess
import sys
from contextlib import closing

from app.storage import posts
from app.storage.audit import verify
from app.storage.sqlite import open_calendar
from tests.app.storage.ground import Desk, found_team
from tests.faults.scale import IS_LONG, ROOT, times

COUNT_UP = """
import sys
from pathlib import Path
from app.errors import BusyError, ConflictError
from tests.app.storage.ground import Desk

desk = Desk.at(Path(sys.argv[1]))
who, wanted = sys.argv[2], int(sys.argv[3])
post = desk.draft()
sys.stdin.readline()
done = conflicts = 0
while done < wanted:
    current = desk.now(post)
    try:
        desk.edit(who, current, title=str(int(current.content.title) + 1))
        done += 1
    except ConflictError:
        conflicts += 1
    except BusyError:
        pass
print(done, conflicts)
"""
PEOPLE = ("ana", "ben", "eva", "olga") if IS_LONG else ("ana", "eva")
EDITS = times(40, 500)


def test_no_edit_is_lost_between_programs(tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    desk = Desk.at(path)
    post = desk.create(title="0")
    desk.engine.close()
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", COUNT_UP, str(path), who, str(EDITS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for who in PEOPLE
    ]
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate()[0].split() for program in programs]
    assert [int(done) for done, _conflicts in said] == [EDITS] * len(PEOPLE)
    with closing(open_calendar(path)) as engine:
        (after,) = posts.by_ids(engine, [post.id])
        assert after.content.title == str(EDITS * len(PEOPLE))
        assert after.revision == 1 + EDITS * len(PEOPLE)
        assert verify(engine) == ()
