"""The licence texts that go with the packed program."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import holidays
import pyluach
import pytest

from packing import licences
from packing.licences import MissingLicenceError, Part, parts_of, write_licences
from tests.architecture.project import ROOT


def home(module) -> Path:
    return Path(module.__file__)


OF_QT = Path(find_spec("shiboken6").origin)


def named(parts: tuple[Part, ...], start: str) -> Part:
    (part,) = [part for part in parts if part.folder.startswith(start)]
    return part


@pytest.fixture(scope="module")
def parts():
    return parts_of([home(holidays), home(pyluach), OF_QT, home(subprocess)])


def test_what_went_in_is_named_with_its_terms_and_nothing_else(parts):
    folders = {part.folder.partition("-")[0] for part in parts}
    assert folders == {
        *("Countersign", "Python", "holidays", "pyinstaller", "pyluach", "shiboken6"),
    }
    assert named(parts, "holidays").terms == "MIT"
    assert "github.com/vacanza/holidays" in named(parts, "holidays").sources


def test_what_brings_no_text_of_its_own_gets_that_of_its_licence(parts):
    assert set(named(parts, "pyluach").texts) == {"MIT.txt"}
    assert set(named(parts, "shiboken6").texts) == {"LGPL-3.0.txt", "GPL-3.0.txt"}


def test_every_text_is_written_and_the_list_says_where_the_sources_of_qt_are(tmp_path):
    write_licences(tmp_path, [OF_QT, home(holidays)])
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.txt")}
    lesser = next(name for name in written if name.endswith("LGPL-3.0.txt"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / lesser).read_text()
    assert "MIT License" in (tmp_path / "Countersign" / "LICENSE").read_text()
    listed = (tmp_path / "README.txt").read_text(encoding="utf-8")
    assert "https://download.qt.io/official_releases/QtForPython/" in listed
    assert "https://doc.qt.io/qt-6/licenses-used-in-qt.html" in listed
    assert "shiboken6-" in listed


def test_a_package_without_any_text_stops_the_packing(monkeypatch):
    monkeypatch.setattr(licences, "_STANDARD_TEXTS", {})
    with pytest.raises(MissingLicenceError, match=r"pyluach .* brings no licence text"):
        parts_of([home(pyluach)])


def test_a_python_without_its_licence_stops_the_packing(monkeypatch, tmp_path):
    monkeypatch.setattr(licences.sysconfig, "get_path", lambda _: str(tmp_path))
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    monkeypatch.setattr(licences, "_DEBIAN_DOCUMENTS", tmp_path)
    with pytest.raises(MissingLicenceError, match="this Python"):
        parts_of([])


@pytest.fixture
def library(tmp_path):
    made = tmp_path / "lib" / "libfoo.so.1"
    made.parent.mkdir()
    made.touch()
    return made


def test_a_library_of_debian_comes_with_the_words_of_its_package(monkeypatch, tmp_path, library):
    words = tmp_path / "doc" / "libfoo1" / "copyright"
    words.parent.mkdir(parents=True)
    words.write_text("Copyright Foo")
    said = SimpleNamespace(stdout=f"libfoo1:amd64: {library}\n")
    monkeypatch.setattr(licences.shutil, "which", lambda _: "/usr/bin/dpkg")
    monkeypatch.setattr(licences.subprocess, "run", lambda *_, **__: said)
    monkeypatch.setattr(licences, "_DEBIAN_DOCUMENTS", tmp_path / "doc")
    part = named(parts_of([library]), "system/")
    assert part.folder == "system/libfoo1"
    assert part.texts == {"copyright": words}
    assert "libfoo.so.1" in part.line


def test_elsewhere_a_library_of_the_system_is_named_at_least(monkeypatch, library):
    monkeypatch.setattr(licences.shutil, "which", lambda _: None)
    assert named(parts_of([library]), "system/").folder == "system/libfoo.so.1"


def test_our_own_files_are_no_part_of_the_system():
    ours = (ROOT / "app" / "__init__.py", ROOT / "resources" / "networks.toml")
    assert not [part for part in parts_of(ours) if part.folder.startswith("system")]
