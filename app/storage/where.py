"""Whether a place is safe for a live calendar: not a network share, not a synced folder."""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

from app.wording import _

_REMOTE = re.compile(
    r"(nfs|cifs|smb|9p$|afs$|afpfs|webdav|davfs|ncpfs|ceph|lustre|gpfs|vboxsf|drvfs|virtiofs"
    r"|prl_fs|fuse\.(sshfs|davfs2|glusterfs|rclone|gvfsd-fuse|vmhgfs-fuse|onedriver"
    r"|google-drive-ocamlfuse))"
)
_SYNCED = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "mobile documents",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "syncthing",
    "box sync",
    "pcloud",
    "megasync",
    "tresorit",
    "seafile",
    "yandex.disk",
)
_MARKERS = (
    ".dropbox",
    ".dropbox.cache",
    ".stfolder",
    ".sync",
    ".owncloudsync.log",
    ".seafile-data",
)
_OCTAL = re.compile(r"\\([0-7]{3})")
_MAC_MOUNT = re.compile(r" on (?P<point>/.*) \((?P<type>[^,)]+)")
_WINDOWS_REMOTE_DRIVE = 4


def home_of(path: Path) -> str | None:
    """Return what is unsafe about a place, such as `a network share (cifs)`; else nothing."""
    place = path.expanduser().absolute()
    if kind := _remote_kind(place):
        return _("a network share ({kind})").format(kind=kind)
    if name := synced_part(place) or _marked_folder(place):
        return _("a synced folder ({name})").format(name=name)
    return None


def kind_of_mount(path: PurePath, mounts: Iterable[tuple[str, str]]) -> str:
    """Return the type of the innermost mount, of `(point, type)`, that a path lies on."""
    above = [mount for mount in mounts if path.is_relative_to(mount[0])]
    # Of two on the same point the later one hides the earlier one, and sorting keeps their order.
    above.sort(key=lambda mount: len(mount[0]))
    return above[-1][1] if above else ""


def linux_mounts(table: str) -> list[tuple[str, str]]:
    """Return point and type of each mount in the text of `/proc/self/mountinfo`."""
    mounts = []
    for line in table.splitlines():
        before, _separator, after = line.partition(" - ")
        if after:
            mounts.append((_unescaped(before.split(" ")[4]), after.split(" ")[0]))
    return mounts


def mac_mounts(table: str) -> list[tuple[str, str]]:
    """Return point and type of each mount in what `/sbin/mount` of macOS prints."""
    found = (_MAC_MOUNT.search(line) for line in table.splitlines())
    return [(mount["point"], mount["type"]) for mount in found if mount]


def is_remote(kind: str) -> bool:
    """Tell whether a file system of this type lies on another computer."""
    return _REMOTE.match(kind) is not None


def synced_part(path: PurePath) -> str | None:
    """Return the folder in a path that is named as a sync program names its own."""
    parts = (part for part in path.parts[:-1] if part.lower().startswith(_SYNCED))
    return next(parts, None)


def _remote_kind(place: Path) -> str | None:
    if sys.platform == "win32":
        return _windows_remote_kind(place)
    kind = kind_of_mount(Path(os.path.realpath(place)), _mounts())
    return kind if is_remote(kind) else None


def _mounts() -> list[tuple[str, str]]:
    if sys.platform == "darwin":
        listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return mac_mounts(listing.stdout)
    try:
        return linux_mounts(Path("/proc/self/mountinfo").read_text(encoding="utf-8"))
    except OSError:
        return []


def _windows_remote_kind(place: Path) -> str | None:
    if place.drive.startswith("\\\\"):
        return place.drive
    drives = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kind = drives.GetDriveTypeW(f"{place.drive}\\")
    return place.drive if kind == _WINDOWS_REMOTE_DRIVE else None


def _marked_folder(place: Path) -> str | None:
    marked = (
        folder.name
        for folder in place.parents
        if folder != Path.home() and any((folder / marker).exists() for marker in _MARKERS)
    )
    return next(marked, None)


def _unescaped(point: str) -> str:
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), point)
