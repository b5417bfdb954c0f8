"""Several programs at once: no change is lost, and nothing leaves behind a hold."""

import subprocess
import sys
from contextlib import closing
from datetime import timedelta

from app.commands.holds import place_hold
from app.domain.hold import Scope
from app.storage import posts
from app.storage.audit import verify
from app.storage.sqlite import open_calendar
from tests.app.storage.ground import Desk, found_team
from tests.builders import calendars
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


EXPORT_ALL = """
import sys
from pathlib import Path
from app.commands.exports import export_posts
from app.commands.people import choose_person
from app.commands.session import Session
from app.errors import AppError
from tests.builders.calendars import GERMANY, LENA, NOW, QUIET_DAY, knowledge
from datetime import timedelta

session = Session.open(Path(sys.argv[1]), knowledge(), origin="export@here")
session.clock = lambda: NOW
choose_person(session, person_id=LENA)
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    day = QUIET_DAY + timedelta(days=number)
    span = {"first": day, "last": day, "market_ids": [GERMANY]}
    folder = Path(sys.argv[2]) / str(number)
    try:
        export_posts(session, preset="buffer", folder=folder, **span)
        print("left", flush=True)
    except AppError:
        print("stayed", flush=True)
"""
HELD_POSTS = times(6, 60)


def test_nothing_leaves_once_a_hold_stands_whoever_is_exporting(tmp_path):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    reader = calendars.reader_of(path)
    for number in range(HELD_POSTS):
        day = calendars.QUIET_DAY + timedelta(days=number)
        words = f"{calendars.BREAD} Tag {number}."
        calendars.approve_as(session, reader, calendars.ready_post(session, words, day))
    exporter = subprocess.Popen(
        [sys.executable, "-c", EXPORT_ALL, str(path), str(tmp_path / "out"), str(HELD_POSTS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert exporter.stdout.readline() == "ready\n"
    exporter.stdin.write("go\n")
    exporter.stdin.flush()
    said = [exporter.stdout.readline() for _number in range(2)]
    place_hold(session, scope=Scope.MARKET, target=calendars.GERMANY, reason="Fire")
    said += exporter.stdout.readlines()  # communicate() would lose what was read ahead
    exporter.stdin.close()
    exporter.stdout.close()
    assert exporter.wait() == 0
    (hold,) = reader.calendar().holds
    left = session.engine.read("SELECT seq FROM export_item ORDER BY seq")
    assert len(left) == said.count("left\n") >= 2
    assert all(row["seq"] < hold.placed_seq for row in left)
    assert said == sorted(said)  # first some left, then none any more
    assert len(reader.recall_list()) == len(left)
    assert verify(session.engine) == ()
    reader.close()
    session.close()
