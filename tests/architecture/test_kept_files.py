"""What is kept speaks of the project alone, and in a form that every system reads."""

import pytest

from tests.architecture.project import ROOT, kept_files, shown

# In parts, or this file would be the first to be found.
PACKAGE_INDEXES = tuple(
    "".join(parts)
    for parts in (
        ("pypi", ".org"),
        ("python", "hosted"),
        ("registry", ".npmjs"),
        ("opt", "/pypi"),
        ("files.python", "hosted"),
    )
)
TEXT = {".py", ".toml", ".md", ".ini", ".yaml", ".yml", ".lock", ".sql", ".po", ".svg", ".spec", ""}
LARGEST_BYTES = 2_000_000

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a working copy of git")


def kept_texts():
    return [path for path in kept_files() if path.suffix in TEXT]


def test_no_kept_file_names_a_package_index():
    for path in kept_texts():
        text = path.read_text(encoding="utf-8")
        assert not [host for host in PACKAGE_INDEXES if host in text], shown(path)


def test_every_kept_text_is_utf_8_and_ends_its_lines_plainly():
    for path in kept_texts():
        data = path.read_bytes()
        data.decode("utf-8")
        assert b"\r" not in data, shown(path)
        assert not data or data.endswith(b"\n"), shown(path)


def test_nothing_kept_is_larger_than_a_repository_should_carry():
    assert not [shown(path) for path in kept_files() if path.stat().st_size > LARGEST_BYTES]


def test_no_folder_of_one_computer_is_kept():
    folders = {".venv", "__pycache__", ".mypy_cache", ".pytest_cache", "build", "dist"}
    assert not [shown(path) for path in kept_files() if folders & set(path.relative_to(ROOT).parts)]
