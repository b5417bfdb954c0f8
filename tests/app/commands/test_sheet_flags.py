"""The flags of posts that stand in no calendar yet."""

import os
from dataclasses import replace
from datetime import datetime

import pytest

from app.commands.flags import present_flags
from app.commands.setting import Setting
from app.commands.sheet_flags import by_channel, flags_together, judged_beside
from app.commands.worker import Worker
from app.domain.post import Content, Post, PostId
from tests.builders.calendars import BREAD, DE_INSTAGRAM, DE_PUSH, GERMANY, ready_post

NAMES = {PostId("a"): "Row 2", PostId("b"): "Row 3"}


def post(name="a", local=datetime(2027, 11, 9, 10, 30), channel=DE_INSTAGRAM):
    content = Content(GERMANY, channel, "de", "Europe/Berlin", local=local, text=BREAD)
    return Post(PostId(name), number=0, content=content)


def rules(flags):
    return {flag.rule for flag in flags}


def test_posts_are_taken_channel_by_channel():
    one, other, third = post("a"), post("b", channel=DE_PUSH), post("c")
    assert by_channel([one, other, third]) == ((one, third), (other,))


def test_each_is_judged_by_its_day_and_beside_the_others(reader):
    later = datetime(2027, 11, 16, 10, 30)
    found = flags_together(reader, [post("a"), post("b", later)], NAMES).flags
    assert "day.solemn" in rules(found["a"])
    twins = [flag for flag in found["b"] if flag.family == "duplicate"]
    assert twins
    assert "Row 2" in twins[0].headline
    alone = flags_together(reader, [post()], NAMES).flags["a"]
    assert "duplicate" not in {flag.family for flag in alone}


def test_they_are_the_flags_that_the_gate_would_find(reader):
    both = [post("a"), post("b", datetime(2027, 11, 16, 10, 30))]
    setting = Setting.of(reader.engine)
    expected = present_flags(reader.engine, setting, reader.knowledge, both, NAMES)
    assert flags_together(reader, both, NAMES).flags == expected


def test_another_process_finds_the_same(reader, path):
    worker = Worker(path)
    posts = [post("a"), replace(post("b"))]
    try:
        beside = judged_beside(worker, reader)(posts, NAMES)
        number = worker.ask(process)
    finally:
        worker.close()
    assert number != os.getpid()
    assert beside == flags_together(reader, posts, NAMES)


def test_where_there_is_no_process_they_are_judged_here(reader, path):
    worker = Worker(path)
    worker.close()
    assert judged_beside(worker, reader)([post()], NAMES) == flags_together(reader, [post()], NAMES)


def process(_reader) -> int:
    return os.getpid()


@pytest.fixture(autouse=True)
def _in_a_calendar(session):
    """There is a calendar with a team."""


def test_what_the_sheet_repeats_of_the_calendar_is_told_too(session, reader):
    ready_post(session, text=BREAD)
    new = post("a", datetime(2027, 11, 20, 10, 30))
    found = flags_together(reader, [new], NAMES).flags["a"]
    (flag,) = (flag for flag in found if flag.family == "duplicate")
    assert "DE-0001" in flag.headline
