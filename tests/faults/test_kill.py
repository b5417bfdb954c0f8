"""A program killed in the middle of saving loses nothing that it had acknowledged."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing

import pytest

from app.storage import decisions, exports, posts
from app.storage.audit import verify
from app.storage.sqlite import open_calendar
from tests.app.storage.ground import found_team
from tests.builders.stored import all_post_ids
from tests.faults.scale import ROOT, times

WORK = """
import sys
from pathlib import Path
from tests.app.storage.ground import Desk

desk = Desk.at(Path(sys.argv[1]), sys.argv[2])

def done(what, post):
    print(what, post.id, flush=True)

while True:
    post = desk.create()
    done("created", post)
    post = desk.edit("eva", post, text="Two")
    done("edited", post)
    desk.decide("ben", post)
    done("approved", post)
    desk.export(post, name=f"export of {post.id}")
    done("exported", post)
"""
ROUNDS = times(10, 100)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")


def test_what_was_acknowledged_before_a_kill_is_there_after_it(tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    chance = random.Random(7)
    acknowledged = Counter()
    for number in range(ROUNDS):
        said = worked_until_killed(path, f"round-{number}", chance.uniform(0, 0.06))
        acknowledged.update(what for what, _post in said)
        with closing(open_calendar(path)) as engine:
            assert engine.pages_are_sound()
            assert engine.read("PRAGMA foreign_key_check") == []
            assert [one for one in said if not is_there(engine, *one)] == []
            assert all(post.revision >= 1 for post in everything(engine))
    with closing(open_calendar(path)) as engine:
        assert verify(engine) == ()
        assert len(all_post_ids(engine)) == len(everything(engine))
    assert acknowledged["exported"] >= ROUNDS
    print(f"{ROUNDS} kills, {acknowledged.total()} acknowledged, 0 lost")  # noqa: T201


def worked_until_killed(path, name, seconds):
    command = [sys.executable, "-c", WORK, str(path), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        lines = [program.stdout.readline() for _ in range(4)]
        time.sleep(seconds)
        program.send_signal(signal.SIGKILL)
        lines += program.stdout.readlines()
    return [tuple(line.split()) for line in lines if line.endswith("\n")]


def everything(engine):
    return posts.by_ids(engine, all_post_ids(engine))


def is_there(engine, what, post_id):
    match what:
        case "created":
            return len(posts.versions(engine, post_id)) >= 1
        case "edited":
            return len(posts.versions(engine, post_id)) == 2
        case "approved":
            return post_id in decisions.of_posts(engine, [post_id])
        case _:
            return post_id in exports.hand_overs_of(engine, [post_id])
