"""Places that are not safe for a live calendar are known."""

import subprocess
import sys
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import pytest

from app.storage import where
from app.storage.where import (
    home_of,
    is_remote,
    kind_of_mount,
    linux_mounts,
    mac_mounts,
    synced_part,
)

LINUX = r"""22 1 8:1 / / rw - ext4 /dev/sda1 rw
40 22 0:35 / /mnt/team\040share rw shared:1 - cifs //srv/team rw
41 22 0:36 / /home rw - nfs4 srv:/home rw
42 22 0:37 / /home/ana/local rw - ext4 /dev/sdb rw
43 22 0:38 / /mnt/c rw - 9p drvfs rw
44 22 0:39 / /mnt/over rw - cifs //srv/old rw
45 22 0:40 / /mnt/over rw - ext4 /dev/sdc rw
nonsense"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ana@srv/team on /Volumes/Team Share (smbfs, nodev, nosuid, mounted by ana)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
srv:/export on /Volumes/plans (nfs, nodev)"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/x.countersign", "ext4"),
        ("/mnt/team share/plan.countersign", "cifs"),
        ("/home/ana/plan.countersign", "nfs4"),
        ("/home/ana/local/plan.countersign", "ext4"),
        ("/homestead/plan.countersign", "ext4"),
        ("/mnt/c/Users/ana/plan.countersign", "9p"),
        ("/mnt/over/plan.countersign", "ext4"),
    ],
)
def test_the_innermost_mount_of_linux_counts(path, kind):
    assert kind_of_mount(PurePosixPath(path), linux_mounts(LINUX)) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Users/ana/plan.countersign", "apfs"),
        ("/Volumes/Team Share/plan.countersign", "smbfs"),
        ("/Volumes/plans/plan.countersign", "nfs"),
    ],
)
def test_the_innermost_mount_of_macos_counts(path, kind):
    assert kind_of_mount(PurePosixPath(path), mac_mounts(MAC)) == kind


def test_without_mounts_nothing_is_known():
    assert kind_of_mount(PurePosixPath("/x"), []) == ""


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "webdav"]
)
def test_file_systems_of_other_computers_are_known(kind):
    assert is_remote(kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "apfs", "tmpfs", "overlay", "fuse", "9p2", ""])
def test_file_systems_of_this_computer_are_not_remote(kind):
    assert not is_remote(kind)


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/home/ana/Dropbox/plan.countersign", "Dropbox"),
        ("/home/ana/OneDrive - Firma GmbH/plan/x.countersign", "OneDrive - Firma GmbH"),
        ("/Users/ana/Library/CloudStorage/Box/x.countersign", "CloudStorage"),
        ("/home/ana/Documents/x.countersign", None),
        ("/home/ana/dropbox.countersign", None),
    ],
)
def test_folders_named_as_sync_programs_name_them_are_known(path, part):
    assert synced_part(PurePosixPath(path)) == part


def test_a_place_on_this_computer_is_safe(tmp_path):
    assert home_of(tmp_path / "plan.countersign") is None


def test_a_folder_that_a_sync_program_has_marked_is_known(tmp_path):
    folder = tmp_path / "Plans"
    (folder / "2027").mkdir(parents=True)
    (folder / ".stfolder").mkdir()
    assert home_of(folder / "2027" / "plan.countersign") == "a synced folder (Plans)"


def test_a_synced_folder_is_named(tmp_path):
    assert home_of(tmp_path / "Dropbox" / "x.countersign") == "a synced folder (Dropbox)"


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_a_network_share_is_named(monkeypatch):
    monkeypatch.setattr(Path, "read_text", lambda _path, **_how: LINUX)
    monkeypatch.setattr("os.path.realpath", str)
    assert home_of(Path("/mnt/team share/x.countersign")) == "a network share (cifs)"


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_without_a_list_of_mounts_a_place_counts_as_safe(monkeypatch, tmp_path):
    def refuse(_path, **_how):
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", refuse)
    assert home_of(tmp_path / "x.countersign") is None


def test_on_macos_the_mounts_come_from_the_system(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("os.path.realpath", str)
    monkeypatch.setattr(subprocess, "run", lambda *_a, **_k: SimpleNamespace(stdout=MAC))
    assert home_of(Path("/Volumes/plans/x.countersign")) == "a network share (nfs)"


@pytest.mark.parametrize(
    ("drive", "kind", "remote"),
    [(r"\\srv\team", 1, r"\\srv\team"), ("Z:", 4, "Z:"), ("C:", 3, None)],
)
def test_on_windows_the_drive_decides(monkeypatch, drive, kind, remote):
    kernel = SimpleNamespace(GetDriveTypeW=lambda root: kind if root == f"{drive}\\" else None)
    monkeypatch.setattr(where.ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert where._windows_remote_kind(SimpleNamespace(drive=drive)) == remote  # noqa: SLF001
