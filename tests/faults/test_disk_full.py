"""A full disk: one sentence, nothing half done, and work goes on once there is space."""

import os
import shutil
import subprocess
import sys
from contextlib import closing

import pytest

from app.errors import CalendarFileError
from app.storage import posts
from app.storage.audit import head, verify
from app.storage.backup import back_up
from app.storage.sqlite import create_calendar, open_calendar
from tests.app.storage.ground import Desk, found_team
from tests.builders.stored import all_post_ids

FULL = r"The disk with .* is full; nothing was saved\. Free some space and try again\."


def fill(desk):
    """Save posts until there is no space left; return what was acknowledged."""
    saved = []

    def save_for_ever():
        while True:
            saved.append(desk.create(text="lorem ipsum " * 40))

    with pytest.raises(CalendarFileError, match=FULL):
        save_for_ever()
    return saved


def full_and_free_again(path, make_space):
    desk = Desk.at(path)
    yield desk
    saved = fill(desk)
    before = head(desk.engine)
    for _ in range(3):
        with pytest.raises(CalendarFileError, match=FULL):
            desk.create(text="lorem ipsum " * 4000)
    assert head(desk.engine) == before
    assert posts.by_ids(desk.engine, [post.id for post in saved]) == saved
    assert len(all_post_ids(desk.engine)) == len(saved) > 5
    assert verify(desk.engine) == ()
    make_space(desk)
    desk.create(text="lorem ipsum " * 40)
    assert verify(desk.engine) == ()
    desk.engine.close()


def page_limit(desk, pages):
    desk.engine.connection.set_authorizer(None)
    desk.engine.connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()


def test_a_file_that_cannot_grow_loses_nothing(tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    story = full_and_free_again(path, lambda desk: page_limit(desk, 100_000))
    page_limit(next(story), path.stat().st_size // 4096 + 12)
    assert list(story) == []


def test_a_block_that_fills_the_disk_ends_as_a_whole(tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    desk = Desk.at(path)
    page_limit(desk, path.stat().st_size // 4096 + 12)
    before = head(desk.engine)
    drafts = [desk.draft(text="lorem ipsum " * 40) for _ in range(500)]

    def import_all():
        with desk.engine.write():
            desk.hold()
            posts.create(desk.engine, desk.stamp("ana"), drafts, {})

    with pytest.raises(CalendarFileError, match=FULL):
        import_all()
    assert head(desk.engine) == before
    desk.create()
    assert verify(desk.engine) == ()
    desk.engine.close()


@pytest.fixture
def small_disk(tmp_path):
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only an administrator of Linux can make a small disk")
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount") or "mount"
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(folder)], check=False
    )
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run([shutil.which("umount") or "umount", "-l", str(folder)], check=True)


def grow(folder):
    mount = shutil.which("mount") or "mount"
    subprocess.run([mount, "-o", "remount,size=4m", str(folder)], check=True)


def test_a_small_disk_loses_nothing(small_disk):
    path = small_disk / "plan.countersign"
    found_team(path)
    story = full_and_free_again(path, lambda _desk: grow(small_disk))
    next(story)
    assert list(story) == []


def test_on_a_full_disk_no_calendar_and_no_backup_is_left_half_made(small_disk, tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(640 * 1024))
    with pytest.raises(CalendarFileError, match=FULL):
        create_calendar(small_disk / "new.countersign", name="New")
    with closing(open_calendar(path)) as engine, pytest.raises(CalendarFileError, match=FULL):
        back_up(engine, small_disk / "copy.countersign")
    assert list(small_disk.iterdir()) == [filler]
