"""The lock can be trusted and installs anywhere; the versions of Qt fit the Python."""

import re

import pytest

from tests.architecture.project import ROOT, settings

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ADDRESSES = ("://", "file:", "--index", "--extra-index", "--find-links", "127.", " @ ", "-e ")


def entries() -> list[str]:
    return re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n?", "", LOCK, flags=re.MULTILINE).strip())


def normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_lock_holds_no_address(address):
    assert address not in LOCK


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.split("==")[0])
def test_every_entry_of_the_lock_has_one_version_and_hashes(entry):
    first, *rest = entry.splitlines()
    assert re.fullmatch(r"[a-z0-9.-]+==[\w.]+( ; .+)? \\", first)
    assert rest
    assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in rest)


def test_the_lock_holds_everything_that_is_asked_for():
    asked = settings()["project"]["dependencies"] + settings()["dependency-groups"]["dev"]
    names = {normalized(re.match(r"[\w.-]+", requirement)[0]) for requirement in asked}
    assert names <= {entry.split("==")[0] for entry in entries()}


def test_qt_6_12_stays_away_from_python_below_3_12():
    asked = [name for name in settings()["project"]["dependencies"] if name.startswith("PySide6")]
    assert [re.sub(r"\s+", "", name) for name in asked] == [
        "PySide6-Essentials>=6.12,<6.13;python_version>='3.12'",
        "PySide6-Essentials>=6.11.3,<6.12;python_version<'3.12'",
    ]
    for package in ("pyside6-essentials", "shiboken6"):
        locked = re.findall(rf"^{package}==(\S+) ; (.+) \\$", LOCK, flags=re.MULTILINE)
        markers = {version[:5]: marker for version, marker in locked}
        assert markers == {
            "6.11.": "python_full_version < '3.12'",
            "6.12.": "python_full_version >= '3.12'",
        }


def test_python_3_11_suffices():
    assert settings()["project"]["requires-python"] == ">=3.11"
